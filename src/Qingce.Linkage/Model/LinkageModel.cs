using System.Text.Json.Serialization;

namespace Qingce.Linkage;

/// <summary>
/// A Fellegi-Sunter model: comparisons with graded levels, each with its probability among matches (m) and among random pairs
/// (u), and how many matches are to be expected. Immutable; see <see cref="Read"/> and <see cref="Write"/> for its file.
/// </summary>
public sealed partial record LinkageModel
{
    /// <summary>Largest number of comparisons.</summary>
    public const int MostComparisons = 16;

    private static readonly Wording AboveZero = new("above 0 and at most 1", "大于 0 且不超过 1");
    private static readonly Wording ZeroToOne = new("0 to 1", "在 0 到 1 之间");

    /// <summary>What the model is for, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Pairs of rows of one entity to be expected, per row: 0.01 when one row in a hundred has a second one.</summary>
    public required double MatchesPerRow { get; init; }

    /// <summary>The comparisons, in the order of their places in a pattern.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>The column of record ids in the files that it was made for; null where rows are numbered. It weighs nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdColumn { get; init; }

    /// <summary>The columns it reads, where it is a model of columns.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ModelColumn>? Columns { get; init; }

    /// <summary>What brings rows together, where it is a model of columns; the rule with most pairs first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BlockingRule>? Blocking { get; init; }

    /// <summary>What the people of a household share; null when no comparisons are bounded together.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SharedEvidence? Shared { get; init; }

    /// <summary>The probability from which a pair is a link, above 0 and below 1; null for the 0.5 of even odds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Threshold { get; init; }

    /// <summary>
    /// The probability that two random rows are one entity, whatever the number of rows, above 0 and below 1; null to work it out from
    /// <see cref="MatchesPerRow"/>. Imported models bring one.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MatchProbability { get; init; }

    /// <summary>
    /// True when the frequency of a value is its share of all rows that have one, the pair's own among them, as imported models have it;
    /// false when the pair itself is left out.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CountsOwnPair { get; init; }

    /// <summary>Bits that two random rows of a table start from.</summary>
    /// <param name="rows">Rows of the table, 2 or more.</param>
    public MatchWeight Prior(long rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        if (MatchProbability is { } probability)
        {
            return MatchWeight.FromProbability(probability);
        }

        return MatchWeight.FromProbability(Math.Clamp(2 * MatchesPerRow / (rows - 1), 1e-15, 0.5));
    }

    /// <summary>Whether people of one household agree in a comparison.</summary>
    internal bool IsShared(Comparison comparison) => Shared?.Comparisons.Contains(comparison.Name) == true;

    /// <summary>The place of the comparison with this name.</summary>
    /// <exception cref="LinkageModelException">There is no such comparison.</exception>
    public int IndexOf(string comparison)
    {
        for (var i = 0; i < Comparisons.Count; i++)
        {
            if (Comparisons[i].Name == comparison)
            {
                return i;
            }
        }

        throw new LinkageModelException($"The model '{Name}' has no comparison '{comparison}'.", $"模型“{Name}”没有比较项“{comparison}”。");
    }

    /// <summary>Says what makes the model unusable.</summary>
    /// <exception cref="LinkageModelException">
    /// A name occurs twice, a probability is outside (0, 1], there are too many parts, or levels with conditions have none for all other pairs.
    /// </exception>
    public void Validate()
    {
        Require(MatchesPerRow > 0 && double.IsFinite(MatchesPerRow), $"matchesPerRow must be above 0, not {MatchesPerRow}.", $"matchesPerRow 须大于 0，而不是 {MatchesPerRow}。");
        Require(
            MatchProbability is null or (> 0 and < 1),
            $"matchProbability must be above 0 and below 1, not {MatchProbability}.",
            $"matchProbability 须大于 0 且小于 1，而不是 {MatchProbability}。");
        Require(
            Comparisons.Count is > 0 and <= MostComparisons,
            $"A model has 1 to {MostComparisons} comparisons, not {Comparisons.Count}.",
            $"模型须有 1 至 {MostComparisons} 个比较项，而不是 {Comparisons.Count} 个。");
        Require(Comparisons.Select(c => c.Name).Distinct().Count() == Comparisons.Count, "Two comparisons have one name.", "有两个比较项同名。");
        Require(
            Shared is null or { MostBits: > 0, Comparisons.Count: > 0 },
            "shared must name comparisons, and mostBits must be above 0.",
            "shared 须指明比较项，且 mostBits 须大于 0。");
        foreach (var (before, rule) in (Blocking ?? []).Prepend(null).Zip(Blocking ?? []))
        {
            Require(
                rule.Window is null or (>= 2 and <= BlockingRule.MostWindow),
                $"the window of a rule must be 2 to {BlockingRule.MostWindow}, not {rule.Window}.",
                $"规则的 window 须为 2 至 {BlockingRule.MostWindow}，而不是 {rule.Window}。");
            Require(rule.Window is null || rule.Parts.Count > 0, "a rule with a window needs parts to put rows in order by.", "有 window 的规则须有 parts，用来排序。");
            Require(
                rule.Window is not null || before?.Window is null,
                $"the rule '{before?.Name}' has a window, so it must come after '{rule.Name}', which has none.",
                $"规则“{before?.Name}”有 window，须排在没有 window 的“{rule.Name}”之后。");
        }

        Require(
            Shared?.BySome is null or { Count: <= SharedEvidence.MostBySome },
            $"bySome has at most {SharedEvidence.MostBySome} comparisons.",
            $"bySome 至多有 {SharedEvidence.MostBySome} 个比较项。");
        Require((Shared?.BySome ?? []).All(s => s.Share is > 0 and < 1), "a share of bySome must be above 0 and below 1.", "bySome 的 share 须大于 0 且小于 1。");
        foreach (var name in (Shared?.Comparisons ?? []).Concat((Shared?.BySome ?? []).SelectMany(s => s.Names)).Concat(Shared?.Kin is { } kin ? [kin] : []))
        {
            IndexOf(name);
        }

        foreach (var comparison in Comparisons)
        {
            var levels = comparison.Levels;
            Require(
                levels.Count is > 0 and <= Comparison.MostLevels,
                $"'{comparison.Name}' must have 1 to {Comparison.MostLevels} levels.",
                $"“{comparison.Name}”须有 1 至 {Comparison.MostLevels} 级。");
            Require(
                levels.Select(l => l.Name).Distinct().Count() == levels.Count,
                $"Two levels of '{comparison.Name}' have one name.",
                $"“{comparison.Name}”有两级同名。");
            // A pair of which none holds would add nothing, as one with a missing value does, and nobody would see it.
            Require(
                levels.All(l => l.When is null) || levels.Any(l => l.When is null),
                $"'{comparison.Name}' lacks the level for all other pairs, the one without 'when'. Add it at the end of its levels, as {{ \"name\": \"different\", \"m\": 0.1, \"u\": 0.9 }}.",
                $"“{comparison.Name}”缺少收纳其余各对的一级，即没有 when 的一级。请补在 levels 末尾，如 {{ \"name\": \"different\", \"m\": 0.1, \"u\": 0.9 }}。");
            foreach (var level in levels)
            {
                void RequireShare(bool holds, string name, Wording range, double? value) => Require(
                    holds,
                    $"'{comparison.Name}', level '{level.Name}': {name} must be {range.English}, not {value}.",
                    $"“{comparison.Name}”的“{level.Name}”级：{name} 须{range.Chinese}，而不是 {value}。");
                RequireShare(level.M is > 0 and <= 1, "m", AboveZero, level.M);
                RequireShare(level.U is > 0 and <= 1, "u", AboveZero, level.U);
                RequireShare(level.Frequency is >= 0 and <= 1, "frequency", ZeroToOne, level.Frequency);
                RequireShare(level.FrequencyU is null or (> 0 and <= 1), "frequencyU", AboveZero, level.FrequencyU);
                RequireShare(level.InUse is null or (> 0 and <= 1), "inUse", AboveZero, level.InUse);
                RequireShare(level.LeastShare is >= 0 and <= 1, "leastShare", ZeroToOne, level.LeastShare);
            }
        }
    }

    /// <summary>Says what makes the model unusable, its words among it: kinds, measures, derivations and what conditions take.</summary>
    /// <param name="vocabulary">The words there are.</param>
    /// <exception cref="LinkageModelException">As <see cref="Validate()"/>, or it names a word or a column that there is not.</exception>
    public void Validate(LinkageVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        Validate();
        var columns = Columns ?? [];
        foreach (var column in columns)
        {
            vocabulary.KindOf(column);
        }

        _ = new RowComparer(this, columns, vocabulary);
        _ = new RowBlocking(this, columns, vocabulary);
    }

    private void Require(bool holds, string english, string chinese)
    {
        if (!holds)
        {
            throw new LinkageModelException($"Model '{Name}': {english}", $"模型“{Name}”：{chinese}");
        }
    }
}
