using System.Globalization;
using System.Text;

namespace Qingce.Bench;

/// <summary>A table of measured figures, as Markdown.</summary>
internal sealed class ResultTable(string title, params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public int Rows => _rows.Count;

    public void Add(params object[] cells) =>
        _rows.Add([.. cells.Select(cell => cell is double number ? number.ToString("0.00", CultureInfo.InvariantCulture) : $"{cell}")]);

    public string ToMarkdown()
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Processor()}, {Environment.ProcessorCount} cores, .NET {Environment.Version}").AppendLine();
        text.AppendLine(Line(columns)).AppendLine(Line([.. columns.Select(_ => "---")]));
        foreach (string[] row in _rows)
        {
            text.AppendLine(Line(row));
        }

        return text.ToString();
    }

    /// <summary>Puts the table on the benchmark's page for this kind of processor, in the place of the one with the same title.</summary>
    /// <returns>The file's path.</returns>
    public string Save(string benchmark)
    {
        string folder = Path.Combine(MeasuredProcess.RepositoryRoot, "bench", "results");
        Directory.CreateDirectory(folder);
        string slug = new([.. Processor().ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        string path = Path.Combine(folder, $"{slug}-{benchmark}.md");
        List<string> sections = File.Exists(path) ? [.. Sections(File.ReadAllText(path))] : [];
        int at = sections.FindIndex(section => section.StartsWith($"## {title}\n", StringComparison.Ordinal));
        if (at < 0)
        {
            sections.Add(ToMarkdown());
        }
        else
        {
            sections[at] = ToMarkdown();
        }

        File.WriteAllText(path, string.Join("\n", sections.Select(section => section.TrimEnd() + "\n")));
        return path;
    }

    private static IEnumerable<string> Sections(string page) =>
        page.Split("\n## ").Select((section, i) => i == 0 ? section : $"## {section}");

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown";
}
