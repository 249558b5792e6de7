namespace Qingce.Standards.Tests;

internal static class Allocations
{
    /// <summary>Bytes allocated by the second run of an action, when tables are loaded.</summary>
    public static long Of(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
