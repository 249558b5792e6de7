using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>
/// Asks the system for pages of 2 MiB under a large array that has not been written yet: rows are read in no order, and each small page
/// costs a fault when it is first touched and a miss in the address cache later. Where the system has none nothing happens.
/// </summary>
internal static unsafe partial class LargePages
{
    private const int HugePage = 14;
    private const nuint Page = 1 << 12, Least = 8 << 20;

    /// <summary>Asks for an array of at least 8 MiB, which the collector never moves; does nothing for a smaller one.</summary>
    public static void Advise(ulong[] words)
    {
        var bytes = (nuint)words.LongLength * sizeof(ulong);
        if (!OperatingSystem.IsLinux() || bytes < Least)
        {
            return;
        }

        fixed (ulong* first = words)
        {
            var from = ((nuint)first + Page - 1) / Page * Page;
            _ = Advise(from, ((nuint)first + bytes - from) / Page * Page, HugePage);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
