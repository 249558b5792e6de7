using System.Globalization;
using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>Finds what a model says that makes no sense of the files, before they are read.</summary>
internal static class ModelCheck
{
    private const string Exact = "exact";

    /// <summary>Sees to it that a model can be used on the files.</summary>
    /// <param name="path">Its file, for messages.</param>
    /// <param name="model">The model.</param>
    /// <param name="inputs">The files.</param>
    /// <param name="vocabulary">The words a model may use.</param>
    /// <exception cref="CommandFault">It names a column that is missing, a word there is not, or a level that can never hold.</exception>
    public static void Require(string path, LinkageModel model, LinkInputs inputs, LinkageVocabulary vocabulary)
    {
        if (model.Columns is not { Count: > 0 } columns)
        {
            throw Refuse(path, "没有 columns，不是按列比较的模型", "it has no columns, so it is no model of columns");
        }

        if (model.Blocking is not { Count: > 0 } rules)
        {
            throw Refuse(path, "没有 blocking：没有规则，就没有可比较的记录对", "it has no blocking: without a rule no pair is ever compared");
        }

        inputs.Require(columns.SelectMany(column => column.Headers), $"{path}：模型", $"{path}: the model");
        HashSet<string> known = [.. columns.Select(column => column.Name)];
        try
        {
            foreach (BlockingRule rule in rules)
            {
                foreach (RulePart part in rule.Parts)
                {
                    RequireColumn(path, known, part.Column, "blocking");
                }
            }

            foreach (Comparison comparison in model.Comparisons)
            {
                foreach (string column in (IEnumerable<string>)[comparison.Column ?? comparison.Name, .. comparison.Alternatives ?? [], .. comparison.Needed ?? []])
                {
                    RequireColumn(path, known, column, comparison.Name);
                }

                Require(path, comparison, known, vocabulary);
            }

            model.Validate(vocabulary);
        }
        catch (LinkageModelException fault)
        {
            throw ModelFile.Unusable(path, fault);
        }
    }

    private static void Require(string path, Comparison comparison, HashSet<string> known, LinkageVocabulary vocabulary)
    {
        string own = comparison.Column ?? comparison.Name;
        Dictionary<string, (double Bound, string Level)> loosest = new(StringComparer.Ordinal);
        string? equal = null, otherwise = null;
        foreach (ComparisonLevel level in comparison.Levels)
        {
            if (otherwise is not null)
            {
                throw Never(path, comparison, level, $"前面的“{otherwise}”级没有条件，已包括一切", $"the level '{otherwise}' before it has no condition and takes everything");
            }

            otherwise = level.When is null ? level.Name : null;
            foreach (LevelCondition part in Parts(level.When))
            {
                RequireColumn(path, known, part.Column ?? own, comparison.Name);
                RequireColumn(path, known, part.Other ?? own, comparison.Name);
                RequireColumn(path, known, part.Joined ?? own, comparison.Name);
            }

            if (Unreachable(level.When, vocabulary) is { } beyond)
            {
                throw Never(path, comparison, level, $"{beyond.Measure} 达不到 {Number(beyond.Bound)}", $"{beyond.Measure} never comes to {Number(beyond.Bound)}");
            }

            if (level.When is { Measure: { } measure, Take: null, Joined: null, Value: null } plain && (plain.Column ?? own) == own && (plain.Other ?? own) == own)
            {
                if (measure == Exact && equal is not null)
                {
                    throw Never(path, comparison, level, $"相同的值已属“{equal}”级", $"equal values are of the level '{equal}' already");
                }

                equal ??= level.Name;
                if (measure != Exact)
                {
                    bool isSimilarity = vocabulary.Measure(measure).IsSimilarity;
                    if (loosest.TryGetValue(measure, out (double Bound, string Level) earlier)
                        && (isSimilarity ? plain.Bound >= earlier.Bound : plain.Bound <= earlier.Bound))
                    {
                        throw Never(
                            path, comparison, level, $"前面的“{earlier.Level}”级（{Number(earlier.Bound)}）已包括它的 {Number(plain.Bound)}",
                            $"the level '{earlier.Level}' before it, with {Number(earlier.Bound)}, takes all of its {Number(plain.Bound)}");
                    }

                    loosest[measure] = (plain.Bound, level.Name);
                }
            }
        }
    }

    private static IEnumerable<LevelCondition> Parts(LevelCondition? condition) => condition is null ? []
        : (condition.All ?? condition.Any ?? (condition.Not is { } not ? [not] : [])).SelectMany(Parts).Prepend(condition).Where(part => part.Measure is not null);

    // The part by which a condition can never hold, or null.
    private static LevelCondition? Unreachable(LevelCondition? condition, LinkageVocabulary vocabulary)
    {
        if (condition is { Measure: { } measure })
        {
            return measure != Exact && vocabulary.Measure(measure) is var found && (found.IsSimilarity ? condition.Bound > found.Largest : condition.Bound < 0)
                ? condition
                : null;
        }

        List<LevelCondition?> any = [.. (condition?.Any ?? []).Select(part => Unreachable(part, vocabulary))];
        return (condition?.All ?? []).Select(part => Unreachable(part, vocabulary)).FirstOrDefault(part => part is not null)
            ?? (any.Count > 0 && any.TrueForAll(part => part is not null) ? any[0] : null);
    }

    private static void RequireColumn(string path, HashSet<string> known, string column, string where)
    {
        if (!known.Contains(column))
        {
            throw Refuse(
                path, $"“{where}”用到“{column}”列，columns 中没有；有：{string.Join("、", known)}",
                $"'{where}' uses the column '{column}', which is not among its columns: {string.Join(", ", known)}");
        }
    }

    private static CommandFault Never(string path, Comparison comparison, ComparisonLevel level, string chinese, string english) => Refuse(
        path, $"“{comparison.Name}”的“{level.Name}”级永远不会成立：{chinese}", $"'{comparison.Name}', level '{level.Name}', can never hold: {english}");

    private static CommandFault Refuse(string path, string chinese, string english) =>
        new(ExitCode.InputUnreadable, new Phrase($"{path}：模型不能用：{chinese}。", $"{path}: the model cannot be used: {english}."));

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
