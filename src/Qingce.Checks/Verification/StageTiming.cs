namespace Qingce.Checks.Verification;

/// <summary>What a stage, or an indicator in all stages, has cost. Shown with <c>--timings</c>; never part of a result.</summary>
/// <param name="Name">The stage, or the indicator.</param>
/// <param name="Milliseconds">Of a stage the time that went by; of an indicator the time of all threads together.</param>
/// <param name="AllocatedBytes">Managed memory allocated during a stage; 0 for an indicator.</param>
public sealed record StageTiming(string Name, double Milliseconds, long AllocatedBytes);

/// <summary>Times the stages of a run.</summary>
internal sealed class StageClock
{
    private readonly List<StageTiming> _timings = [];
    private long _start = System.Diagnostics.Stopwatch.GetTimestamp();
    private long _allocated = GC.GetTotalAllocatedBytes();

    public IReadOnlyList<StageTiming> Timings => _timings;

    public void End(string stage)
    {
        double milliseconds = System.Diagnostics.Stopwatch.GetElapsedTime(_start).TotalMilliseconds;
        long allocated = GC.GetTotalAllocatedBytes();
        _timings.Add(new StageTiming(stage, milliseconds, allocated - _allocated));
        _start = System.Diagnostics.Stopwatch.GetTimestamp();
        _allocated = allocated;
    }

    public void Add(string name, double milliseconds) => _timings.Add(new StageTiming(name, milliseconds, 0));
}
