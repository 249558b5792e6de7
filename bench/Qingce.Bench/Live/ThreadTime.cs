using System.Globalization;
using System.Runtime.InteropServices;

namespace Qingce.Bench.Live;

/// <summary>What the system knows of the calling thread: on a machine that does other work too a wait of milliseconds is seldom its own.</summary>
internal static class ThreadTime
{
    private const int ThreadClock = 3;

    /// <summary>Processor time so far.</summary>
    public static double Microseconds()
    {
        _ = Read(ThreadClock, out Moment moment);
        return moment.Seconds * 1e6 + moment.Nanoseconds / 1e3;
    }

    /// <summary>How often the thread had to give the processor to another, and for how many pages it waited for the disk.</summary>
    public static (long Switches, long Faults) Interruptions()
    {
        string status = File.ReadLines("/proc/thread-self/status").First(line => line.StartsWith("nonvoluntary_ctxt_switches", StringComparison.Ordinal));
        string[] stat = File.ReadAllText("/proc/thread-self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (long.Parse(status.Split(':')[1], CultureInfo.InvariantCulture), long.Parse(stat[9], CultureInfo.InvariantCulture));
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int clock, out Moment moment);

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
