using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Qingce.Cli.Linking.Page;

/// <summary>What the page of a linkage is given. Numbers that belong together are arrays, to keep the file small.</summary>
internal sealed record LinkPageData
{
    public required bool Masked { get; init; }

    public required string Program { get; init; }

    public required string Model { get; init; }

    public required IReadOnlyList<PageSource> Sources { get; init; }

    public required PageFigures Figures { get; init; }

    public required IReadOnlyList<PageComparison> Comparisons { get; init; }

    public required IReadOnlyList<PageColumn> Columns { get; init; }

    public required IReadOnlyList<PageRule> Rules { get; init; }

    /// <summary>Weight in bits and pairs, by half bits.</summary>
    public required IReadOnlyList<double[]> Weights { get; init; }

    /// <summary>Threshold in bits, links that are right, links that are wrong, pairs of one person that are no links.</summary>
    public required IReadOnlyList<double[]> Expected { get; init; }

    /// <summary>The same as it was measured; null where nobody knows the persons.</summary>
    public required IReadOnlyList<double[]>? Measured { get; init; }

    public required PageUnlinkable Unlinkable { get; init; }

    public required IReadOnlyList<PagePattern> Patterns { get; init; }

    public required PageClusters Clusters { get; init; }

    public required IReadOnlyList<PageSign> Signs { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The rows that examples name.</summary>
    public required IReadOnlyList<PageRow> Rows { get; init; }

    /// <summary>Names of levels, Chinese and English.</summary>
    public required IReadOnlyDictionary<string, string[]> Words { get; init; }
}

internal sealed record PageSource(string Name, int Rows);

internal sealed record PageFigures(
    int Rows, long Compared, long NotCompared, long Links, int Persons, int WithSeveral, int RowsWithOther, int Largest, int Refined, double Threshold,
    double Probability, double Prior, double ExpectedMatches, int PatternCount);

internal sealed record PageComparison(string Name, string Column, IReadOnlyList<PageLevel> Levels);

internal sealed record PageLevel(string Name, double M, double U, double Weight, bool Fixed, double Frequency);

internal sealed record PageColumn(string Name, string Kind, int Present, int MissingInUnlinkable, int Distinct, IReadOnlyList<PageValue> Commonest);

internal sealed record PageValue(string Text, int Count);

internal sealed record PageRule(string Name, long Keys, long Compared, long Oversized, long NotCompared);

/// <summary>How much rows weigh against a copy of themselves: weight in bits and rows of the sample, by half bits.</summary>
internal sealed record PageUnlinkable(int Sampled, int Unlinkable, IReadOnlyList<double[]> SelfWeights, IReadOnlyList<PageMissing> Missing);

internal sealed record PageMissing(IReadOnlyList<int> Columns, int Rows);

/// <summary>Pairs that have the same level, 1-based or 0 for missing, in every comparison.</summary>
internal sealed record PagePattern(IReadOnlyList<int> Levels, double Weight, long Kept, long? Compared, IReadOnlyList<PagePair> Examples);

/// <param name="Left">Place among the rows of the page.</param>
/// <param name="Right">Place among the rows of the page.</param>
/// <param name="Weight">Bits.</param>
/// <param name="Steps">What it is made of.</param>
/// <param name="Differs">For each column whether the values differ, by what they were before they were masked.</param>
internal sealed record PagePair(int Left, int Right, double Weight, IReadOnlyList<PageStep> Steps, IReadOnlyList<bool> Differs);

internal sealed record PageStep(string Comparison, string Level, double Weight);

/// <summary>Sizes are rows, and how many persons have so many.</summary>
internal sealed record PageClusters(IReadOnlyList<int[]> Sizes, IReadOnlyList<PageCluster> Examples);

/// <summary>
/// A person. Rows are places among the rows of the page; an edge is two places within them, the weight, and 1 for a link; the weakest is the
/// place among the edges of the weakest link that is needed, -1 for none; the doubt is its weight, null when a reviewer holds the person together.
/// </summary>
internal sealed record PageCluster(int Size, int Links, IReadOnlyList<int> Rows, IReadOnlyList<double[]> Edges, int Weakest, double? Doubt);

internal sealed record PageSign(string Kind, string Subject, string Level, double Value);

internal sealed record PageRow(string Id, string Source, string Person, IReadOnlyList<string?> Values);

[JsonSerializable(typeof(LinkPageData))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Default)]
internal sealed partial class LinkPageJson : JsonSerializerContext
{
    /// <summary>Leaves Chinese readable; what matters to HTML is escaped by the encoder, whatever it is told to allow.</summary>
    public static LinkPageJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
