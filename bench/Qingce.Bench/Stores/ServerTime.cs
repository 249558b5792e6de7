using System.Globalization;

namespace Qingce.Bench.Stores;

/// <summary>Processor time of a PostgreSQL server and its backends, those that have ended among them.</summary>
internal static class ServerTime
{
    private const double TicksPerSecond = 100;

    /// <param name="port">The port by which the server is told from others on the machine.</param>
    /// <returns>Seconds since it was started.</returns>
    public static double Of(int port)
    {
        string mark = $"-p\0{port.ToString(CultureInfo.InvariantCulture)}\0";
        Dictionary<int, string[]> processes = [];
        int postmaster = 0;
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) && Stat(folder) is { } stat)
            {
                processes[id] = stat;
                postmaster = stat[0] == "postgres" && CommandLine(folder).Contains(mark, StringComparison.Ordinal) ? id : postmaster;
            }
        }

        // Fields of proc(5) after the name: 2 parent, 12 and 13 own time, 14 and 15 that of children that ended.
        return processes.Where(process => process.Key == postmaster || Field(process.Value, 2) == postmaster)
            .Sum(process => Field(process.Value, 12) + Field(process.Value, 13) + (process.Key == postmaster ? Field(process.Value, 14) + Field(process.Value, 15) : 0)) / TicksPerSecond;
    }

    private static long Field(string[] stat, int field) => long.Parse(stat[field], CultureInfo.InvariantCulture);

    private static string[]? Stat(string folder)
    {
        try
        {
            string text = File.ReadAllText(Path.Combine(folder, "stat"));
            int open = text.IndexOf('(', StringComparison.Ordinal);
            int close = text.LastIndexOf(')');
            return [text[(open + 1)..close], .. text[(close + 2)..].Split(' ')];
        }
        catch (IOException)
        {
            // It ended while the list was read.
            return null;
        }
    }

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
