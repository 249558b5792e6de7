using System.Globalization;

namespace Qingce.Faults.Tests;

/// <summary>Where a process is killed with SIGKILL: by itself in the midst of what its store does, or from outside, at a line it says or some time after one.</summary>
/// <param name="Pass">The point, 1-based, at which it kills itself: before or after a command, a commit, a line.</param>
/// <param name="Line">The line, 1-based, at which it is killed from outside.</param>
/// <param name="After">How long after that line.</param>
internal readonly record struct KillPoint(int Pass, int Line, TimeSpan After)
{
    private const int NotThere = int.MaxValue;

    /// <summary>Nowhere.</summary>
    public static KillPoint Never { get; } = new(NotThere, NotThere, TimeSpan.Zero);

    /// <summary>Draws a point of a run that passed as many as an undisturbed one.</summary>
    public static KillPoint Draw(Random random, VictimRun undisturbed)
    {
        int kind = random.Next(6);
        if (kind < 3)
        {
            return Never with { Pass = random.Next(1, undisturbed.Points + 1) };
        }

        // Lines come unevenly: twice the mean reaches into the bulk paths, of which nothing can be counted.
        TimeSpan most = kind == 3 ? TimeSpan.Zero : 2 * undisturbed.Spoke / undisturbed.Lines.Count;
        return Never with { Line = random.Next(1, undisturbed.Lines.Count), After = random.NextDouble() * most };
    }

    /// <inheritdoc/>
    public override string ToString() => this == Never ? "to the end"
        : Pass != NotThere ? string.Create(CultureInfo.InvariantCulture, $"point {Pass}")
        : string.Create(CultureInfo.InvariantCulture, $"line {Line} + {After.TotalMilliseconds:0.0} ms");
}
