using System.Text.Json;
using Qingce.Checks.Results;

namespace Qingce.Cli.Results;

/// <summary>A folder that <c>verify</c> wrote, or is about to finish.</summary>
internal sealed class ResultFolder
{
    public const string MetricsFile = "metrics.json";
    public const string FindingsFile = "findings.parquet";
    public const string ReportFile = "report.html";
    public const string RejectsFile = "rejects.csv";
    public const string UnreadFile = "unread.csv";

    private readonly string _path;

    private ResultFolder(string path) => _path = path;

    public string Findings => Path.Combine(_path, FindingsFile);

    /// <summary>Opens a folder.</summary>
    /// <exception cref="CommandFault">It holds no result.</exception>
    public static ResultFolder Open(string path)
    {
        foreach (string file in (string[])[MetricsFile, FindingsFile])
        {
            if (!File.Exists(Path.Combine(path, file)))
            {
                throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                    $"{path}：其中没有 {file}，不是 verify 的结果。请给出 verify 的 --out 文件夹。",
                    $"{path}: there is no {file} in it, so it is no result of verify. Give the folder that verify wrote with --out."));
            }
        }

        return new ResultFolder(path);
    }

    /// <summary>The bytes of metrics.json.</summary>
    /// <exception cref="CommandFault">It cannot be read.</exception>
    public byte[] ReadMetricsText()
    {
        string file = PathOf(MetricsFile);
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CommandFault.Unreadable(file, error);
        }
    }

    /// <summary>Reads metrics.json.</summary>
    /// <exception cref="CommandFault">It cannot be understood.</exception>
    public Metrics ReadMetrics()
    {
        string file = PathOf(MetricsFile);
        try
        {
            Metrics metrics = JsonSerializer.Deserialize(ReadMetricsText(), MetricsJson.Default.Metrics)!;
            return metrics.FormatVersion == Metrics.KnownVersion ? metrics : throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                $"{file}：格式版本 {metrics.FormatVersion} 无法识别，请用写出它的程序版本读取，或重新运行 verify。",
                $"{file}: format version {metrics.FormatVersion} is not known. Read it with the version that wrote it, or run verify again."));
        }
        catch (JsonException fault)
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                $"{file}，第 {fault.LineNumber + 1} 行：不是完整的 metrics.json。请重新运行 verify。",
                $"{file}, line {fault.LineNumber + 1}: this is no whole metrics.json. Run verify again."));
        }
    }

    public string PathOf(string file) => Path.Combine(_path, file);
}
