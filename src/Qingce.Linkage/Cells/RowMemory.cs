using System.Buffers.Text;

namespace Qingce.Linkage;

/// <summary>Whether the rows of a run fit into memory, told before they are read.</summary>
internal static class RowMemory
{
    /// <summary>
    /// For each word of a row: its keys, sketches and entries in a search, its long texts and record id, the counts of its values and its cluster. Measured
    /// on ten million rows of seven columns, whose links took 185 bytes a row beside 350 MB that any run takes.
    /// </summary>
    private const int OtherBytes = 16;

    /// <summary>Sees to it that rows can be held.</summary>
    /// <param name="rows">About how many there are.</param>
    /// <param name="columns">Columns of a row.</param>
    /// <param name="available">Bytes there are.</param>
    /// <exception cref="LinkageModelException">They cannot.</exception>
    public static void Require(long rows, int columns, long available)
    {
        var width = LinkTable.WidthOf(columns);
        var bytes = width * (sizeof(ulong) + OtherBytes);
        var needed = rows * bytes;
        var most = Math.Min(available, LineArray<ulong>.MostLength / width * (long)bytes);
        if (needed > most)
        {
            throw new LinkageModelException(
                $"About {rows:N0} rows of {columns} columns take about {needed >> 20:N0} MiB of memory, and {most >> 20:N0} MiB are there; link a part of the rows at a time (by province or city), give a model of fewer columns, or use a machine with more memory.",
                $"约有 {rows:N0} 行，{columns} 列约需内存 {needed >> 20:N0} MiB，可用 {most >> 20:N0} MiB；请分批处理（如按省市）、用列数较少的模型，或换用内存更大的机器。");
        }
    }

    /// <summary>Bytes this process may have: what the system can give now, within the limits of its container and of the collector.</summary>
    public static long Available()
    {
        var limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return OperatingSystem.IsLinux() && File.Exists("/proc/meminfo") ? Math.Min(limit, InMeminfo(File.ReadAllBytes("/proc/meminfo"))) : limit;
    }

    /// <summary>What the kernel says it can give without swapping, bytes.</summary>
    /// <param name="meminfo">The text of /proc/meminfo.</param>
    /// <returns><see cref="long.MaxValue"/> where it does not say.</returns>
    internal static long InMeminfo(ReadOnlySpan<byte> meminfo)
    {
        var at = meminfo.IndexOf("MemAvailable:"u8);
        return at >= 0 && Utf8Parser.TryParse(meminfo[(at + "MemAvailable:".Length)..].TrimStart((byte)' '), out long kibibytes, out _) ? kibibytes << 10 : long.MaxValue;
    }
}
