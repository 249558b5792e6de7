using System.Runtime.InteropServices;

namespace Qingce.Tables;

/// <summary>Waits until what was written lies on the disk, so that a rename never outlives the bytes it names.</summary>
internal static partial class Disk
{
    private const int ReadOnly = 0;

    /// <summary>Flushes every file in a folder and in those below, then the folders themselves.</summary>
    public static void Flush(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using Microsoft.Win32.SafeHandles.SafeFileHandle handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }

        foreach (string below in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
        {
            FlushEntries(below);
        }

        FlushEntries(folder);
    }

    /// <summary>Flushes the names in a folder. Where the system cannot, the names follow in its own time, as they always did.</summary>
    public static void FlushEntries(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        int descriptor = Open(folder, ReadOnly);
        if (descriptor >= 0)
        {
            _ = Sync(descriptor);
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
