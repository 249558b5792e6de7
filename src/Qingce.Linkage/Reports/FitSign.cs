namespace Qingce.Linkage;

/// <summary>What a sign of a bad fit is about.</summary>
public enum FitSignKind
{
    /// <summary>The level of best agreement speaks against a match: its m is below its u. Value: its weight in bits.</summary>
    AgreementSpeaksAgainst,

    /// <summary>A level weighs clearly more than the better level before it. Value: by how many bits.</summary>
    OutOfOrder,

    /// <summary>The level of disagreement speaks for a match. Value: its weight in bits.</summary>
    DisagreementSpeaksFor,

    /// <summary>The column of a comparison is missing in most rows. Value: the share that lacks it, 0 to 1.</summary>
    MostlyMissing,

    /// <summary>The model expects clearly more pairs of one entity than were found. Value: the share that is missing, 0 to 1.</summary>
    MatchesMissed,

    /// <summary>Many rows could not be linked even to a copy of themselves. Value: their share, 0 to 1.</summary>
    ManyUnlinkable,

    /// <summary>Pairs that share the key of a rule were left out because their block was too large. Value: how many.</summary>
    NotCompared,

    /// <summary>A single column is compared, so that all rows of one value are one entity. Value: the weight of its best agreement in bits.</summary>
    DecidedByOneColumn,

    /// <summary>The weights let expect that many links are wrong. Value: their share, 0 to 1.</summary>
    ManyWrong,
}

/// <summary>A sign that a model does not fit its data.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">Name of the comparison or rule; empty when it is about the whole.</param>
/// <param name="Level">Name of the level; empty when it is about no level.</param>
/// <param name="Value">How much, see <see cref="FitSignKind"/>.</param>
public sealed record FitSign(FitSignKind Kind, string Subject, string Level, double Value)
{
    private const double ClearlyMore = 3;

    // What is less is shown as 0.0: rounding of what training came to, no sign of anything.
    internal const double Rounding = 0.05;
    private const double Most = 0.8;
    private const double Many = 0.1;

    internal static IReadOnlyList<FitSign> Of(LinkageReport report)
    {
        var signs = new List<FitSign>();
        if (report.Model.Comparisons is [var only])
        {
            signs.Add(new FitSign(FitSignKind.DecidedByOneColumn, only.Name, string.Empty, only.Levels[0].Weight));
        }

        foreach (var comparison in report.Model.Comparisons)
        {
            signs.AddRange(OfLevels(comparison));
            var column = report.Rows.Columns.FirstOrDefault(c => c.Column.Name == (comparison.Column ?? comparison.Name));
            if (column is not null && report.Rows.Sampled > 0 && 1 - column.Present / (double)report.Rows.Sampled is var lacking && lacking > Most)
            {
                signs.Add(new FitSign(FitSignKind.MostlyMissing, comparison.Name, string.Empty, lacking));
            }
        }

        var (found, links, right) = (0d, 0d, 0d);
        foreach (var weight in report.Weights)
        {
            var matches = weight.Pairs * new MatchWeight(weight.Weight).Probability;
            found += matches;
            (links, right) = weight.Weight >= report.Threshold ? (links + weight.Pairs, right + matches) : (links, right);
        }

        if (links > 0 && 1 - right / links is var wrong && wrong > Many)
        {
            signs.Add(new FitSign(FitSignKind.ManyWrong, string.Empty, string.Empty, wrong));
        }

        if (!report.AcrossSources && report.ExpectedMatches > 1 && 1 - found / report.ExpectedMatches is var missed && missed > Many)
        {
            signs.Add(new FitSign(FitSignKind.MatchesMissed, string.Empty, string.Empty, missed));
        }

        if (report.Rows.Sampled > 0 && report.Rows.Unlinkable / (double)report.Rows.Sampled is var unlinkable && unlinkable > Many)
        {
            signs.Add(new FitSign(FitSignKind.ManyUnlinkable, string.Empty, string.Empty, unlinkable));
        }

        foreach (var rule in report.Rules)
        {
            if (rule.NotCompared > 0)
            {
                signs.Add(new FitSign(FitSignKind.NotCompared, rule.Pass, string.Empty, rule.NotCompared));
            }
        }

        return signs;
    }

    private static IEnumerable<FitSign> OfLevels(Comparison comparison)
    {
        var levels = comparison.Levels;
        if (levels is [{ Fixed: false, Weight: < -Rounding } first, _, ..])
        {
            yield return new FitSign(FitSignKind.AgreementSpeaksAgainst, comparison.Name, first.Name, first.Weight);
        }

        ComparisonLevel? before = null;
        foreach (var level in levels.Where(l => !SwappedColumns.Is(l) && !AsksForOthers(l.When)))
        {
            if (before is { Fixed: false } && !level.Fixed && level.Weight - before.Weight is var more && more > ClearlyMore)
            {
                yield return new FitSign(FitSignKind.OutOfOrder, comparison.Name, level.Name, more);
            }

            before = level;
        }

        if (levels.Count > 1 && levels[^1] is { When: null, Fixed: false, Weight: > Rounding } last)
        {
            yield return new FitSign(FitSignKind.DisagreementSpeaksFor, comparison.Name, last.Name, last.Weight);
        }
    }

    // What another column settles as well is no less an agreement than the level before it.
    private static bool AsksForOthers(LevelCondition? when) => when is not null
        && (when.Column is not null || when.Other is not null || when.Parts.Any(AsksForOthers));
}
