using System.Globalization;

namespace Qingce.Faults.Tests;

/// <summary>The runs of one work from its beginning to its end, and what was told of it between: nobody may find that undone.</summary>
internal sealed class Trail(string name, IReadOnlyList<string> receipts)
{
    private readonly List<string> _points = [];
    private readonly HashSet<string> _answered = [];
    private readonly HashSet<string> _first = [];
    private readonly Dictionary<string, long> _read = [];

    /// <summary>Times it was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Points that fell after its end.</summary>
    public int Late { get; private set; }

    /// <summary>Whether it came to its end.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Takes a run, and what it said.</summary>
    public void Add(KillPoint point, VictimRun run)
    {
        _points.Add(run.WasKilled || point == KillPoint.Never ? $"{point}" : $"{point} (after the end)");
        Kills += run.WasKilled ? 1 : 0;
        Late += run.WasKilled || point == KillPoint.Never ? 0 : 1;
        IsDone = !run.WasKilled;
        HashSet<string> before = [.. _answered];
        foreach (string done in run.Rests("done "))
        {
            string what = done[..done.IndexOf(' ', StringComparison.Ordinal)];
            bool isFirst = done.EndsWith(" first", StringComparison.Ordinal);
            Assert.False(isFirst && (before.Contains(what) || !_first.Add(what)), $"{this}: {what} was answered before, and done again");
            _answered.Add(what);
        }

        foreach (IGrouping<string, long> file in run.Rests("read ").Select(line => line.Split(' ')).ToLookup(
            words => words[0], words => long.Parse(words[1], CultureInfo.InvariantCulture)))
        {
            Assert.True(file.First() >= _read.GetValueOrDefault(file.Key), $"{this}: {_read.GetValueOrDefault(file.Key)} rows had been read, and it goes on from {file.First()}");
            _read[file.Key] = file.Max();
        }

        if (IsDone)
        {
            string[] ended = [.. run.Receipts];
            Assert.True(run.Rests("points ").Any(), $"{this}: it gave up: {string.Join("; ", run.Lines.TakeLast(1))}");
            Assert.True(receipts.SequenceEqual(ended), $"{this}: {string.Join("; ", ended)}");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{name}: {string.Join(", ", _points)}";
}
