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

    /// <summary>An array whose elements are not set; on large pages where it has 8 MiB or more, for such a one the collector never moves.</summary>
    /// <param name="length">Number of elements.</param>
    public static T[] Allocate<T>(int length)
        where T : unmanaged
    {
        var made = GC.AllocateUninitializedArray<T>(length);
        var bytes = (nuint)length * (nuint)sizeof(T);
        if (OperatingSystem.IsLinux() && bytes >= Least)
        {
            fixed (T* first = made)
            {
                var from = ((nuint)first + Page - 1) / Page * Page;
                _ = Advise(from, ((nuint)first + bytes - from) / Page * Page, HugePage);
            }
        }

        return made;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
