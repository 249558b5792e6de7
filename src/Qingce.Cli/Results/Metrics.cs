using System.Text.Json;
using System.Text.Json.Serialization;

namespace Qingce.Cli.Results;

/// <summary>The part of metrics.json that the screen and the evaluation use.</summary>
internal sealed record Metrics(
    int FormatVersion,
    string AsOf,
    RegisterCounts Register,
    IReadOnlyList<FileCounts> Files,
    IReadOnlyList<IndicatorCounts> Indicators,
    IReadOnlyList<DivisionFigures> Divisions,
    IReadOnlyList<string>? IgnoredFiles = null)
{
    private const int KnownVersion = 1;

    /// <summary>Reads metrics.json.</summary>
    /// <exception cref="CommandFault">It is no metrics file of a version this program knows.</exception>
    public static Metrics Read(string path, ReadOnlySpan<byte> utf8)
    {
        try
        {
            Metrics metrics = JsonSerializer.Deserialize(utf8, MetricsJson.Default.Metrics)!;
            return metrics.FormatVersion == KnownVersion ? metrics : throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                $"{path}：格式版本 {metrics.FormatVersion} 无法识别，请用写出它的程序版本读取，或重新运行 verify。",
                $"{path}: format version {metrics.FormatVersion} is not known. Read it with the version that wrote it, or run verify again."));
        }
        catch (JsonException fault)
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                $"{path}，第 {fault.LineNumber + 1} 行：不是完整的 metrics.json。请重新运行 verify。",
                $"{path}, line {fault.LineNumber + 1}: this is no whole metrics.json. Run verify again."));
        }
    }
}

internal sealed record RegisterCounts(long Read, long Checked, long Rejected, long Living, long Cancelled, long Households);

internal sealed record FileCounts(
    string Path, string Role, string Format, long Rows, long Checked, long Rejected, IReadOnlyList<string>? UnknownHeaders, IReadOnlyList<UnreadCells>? Unread);

internal sealed record UnreadCells(string Column, long Cells, long FirstRow);

internal sealed record IndicatorCounts(string Id, long Findings, long Reportable, long Registrations, IReadOnlyList<SilencedCauses>? Silenced);

internal sealed record SilencedCauses(string Missing, string Name, IReadOnlyList<string> Causes);

internal sealed record DivisionFigures(
    string Code, string? Name, string? Province, string? City, long Living, long Suspected, double Rate, string Colour, int Stars, double Score,
    IReadOnlyDictionary<string, long>? Indicators);

[JsonSerializable(typeof(Metrics))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class MetricsJson : JsonSerializerContext;
