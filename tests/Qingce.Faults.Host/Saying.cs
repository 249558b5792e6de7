namespace Qingce.Faults.Host;

/// <summary>Says what is done, a line each, to who may kill this process at one. Safe for several threads.</summary>
internal sealed class Saying(PassedPoints points)
{
    private readonly Lock _line = new();

    /// <summary>Says a line. Before it is said, what it says is done and not yet known to anybody: that is a point to be killed at, too.</summary>
    public void Say(string line)
    {
        points.Pass();
        lock (_line)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }

    /// <summary>Says that something which may be asked for again was answered.</summary>
    /// <param name="what">Its name.</param>
    /// <param name="isRepeat">Whether it had been done before it was asked for.</param>
    public void SayDone(string what, bool isRepeat) => Say($"done {what} {(isRepeat ? "again" : "first")}");
}
