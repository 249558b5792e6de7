using System.Globalization;
using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>The files of an index: their names, and writing them so that they are on disk before anything relies on them.</summary>
internal static partial class IndexFolder
{
    public const string Lock = "lock";
    public const string Manifest = "manifest";
    private const string Unfinished = "manifest.new";
    private static readonly string[] Numbered = ["segment-", "removed-", "log-", "model-"];

    public static string Segment(string folder, int number) => Name(folder, "segment", number);

    public static string Removed(string folder, int number) => Name(folder, "removed", number);

    public static string Log(string folder, int number) => Name(folder, "log", number);

    public static string Model(string folder, int number) => Name(folder, "model", number) + ".json";

    /// <summary>Writes a file and waits until it is on disk.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(file, bytes, 0);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Puts another manifest in place of the present one: readers and crashes see either, never a part.</summary>
    public static void Switch(string folder, ReadOnlySpan<byte> manifest)
    {
        Sync(folder);
        Write(Path.Combine(folder, Unfinished), manifest);
        File.Move(Path.Combine(folder, Unfinished), Path.Combine(folder, Manifest), overwrite: true);
        Sync(folder);
    }

    /// <summary>Waits until the names in a folder are on disk. Windows keeps them with the files.</summary>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, 0);
        if (descriptor < 0)
        {
            throw new IOException($"{folder} cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        var failed = Fsync(descriptor) != 0;
        var message = Marshal.GetLastPInvokeErrorMessage();
        _ = Close(descriptor);
        if (failed)
        {
            throw new IOException($"{folder} cannot be flushed: {message}");
        }
    }

    /// <summary>Deletes the files of an index that its manifest does not name.</summary>
    public static void DeleteAllBut(string folder, IReadOnlySet<string> kept)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Where(IsOurs))
        {
            if (Path.GetFileName(path) is not (Lock or Manifest) && !kept.Contains(path))
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Whether a folder holds nothing but an index, or nothing at all.</summary>
    public static bool IsFree(string folder) =>
        !Directory.Exists(folder) || (Directory.EnumerateFileSystemEntries(folder).All(IsOurs));

    /// <summary>A number that no file of the folder has.</summary>
    public static int FreeNumber(string folder) =>
        Directory.EnumerateFiles(folder).Where(IsOurs).Select(NumberOf).DefaultIfEmpty(0).Max() + 1;

    private static bool IsOurs(string path) =>
        Path.GetFileName(path) is Lock or Manifest or Unfinished || NumberOf(path) > 0;

    private static int NumberOf(string path)
    {
        var name = Path.GetFileName(path);
        var prefix = Array.Find(Numbered, p => name.StartsWith(p, StringComparison.Ordinal));
        var end = name.EndsWith(".json", StringComparison.Ordinal) ? ".json".Length : 0;
        return prefix is not null && int.TryParse(name.AsSpan(prefix.Length, name.Length - prefix.Length - end), CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
    }

    private static string Name(string folder, string what, int number) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{what}-{number}"));

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
