using Qingce.Linkage;
using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>What reviewers decided, from files with the columns left_id and right_id, and left_source and right_source where needed.</summary>
internal static class ConstraintFiles
{
    private const int MostTold = 3;

    /// <summary>Reads the files and finds the rows they speak of.</summary>
    /// <param name="mustLink">Pairs that are one person, or null.</param>
    /// <param name="cannotLink">Pairs that are two, or null.</param>
    /// <param name="table">The rows.</param>
    /// <exception cref="CommandFault">A file lacks a column, names a record there is not, or the two contradict each other.</exception>
    /// <exception cref="TableFormatException">A file cannot be read.</exception>
    public static LinkConstraints Read(string? mustLink, string? cannotLink, LinkTable table)
    {
        if (mustLink is null && cannotLink is null)
        {
            return LinkConstraints.None;
        }

        List<NamedPair> must = mustLink is null ? [] : NamedPairs.Read(mustLink), cannot = cannotLink is null ? [] : NamedPairs.Read(cannotLink);
        RecordLookup lookup = new(table, must.Concat(cannot).SelectMany(pair => new[] { pair.Left, pair.Right }));
        return new LinkConstraints
        {
            MustLink = [.. must.Select(pair => NamedPairs.RowsOf(pair, lookup, hasSources: true, mustLink!))],
            CannotLink = [.. cannot.Select(pair => NamedPairs.RowsOf(pair, lookup, hasSources: true, cannotLink!))],
        };
    }

    /// <summary>What to say of constraints that cannot be kept.</summary>
    public static CommandFault Refuse(IReadOnlyList<ConstraintError> errors, LinkTable table)
    {
        RecordKeys keys = new(table);
        string Name(int row) => $"'{keys.TextOf(row)}'";
        string chinese = string.Join("；", errors.Take(MostTold).Select(error =>
            $"{Name(error.Constraint.Left)} 与 {Name(error.Constraint.Right)} 既须分开，又须合并（{string.Join(" = ", error.Chain.Select(Name))}）"));
        string english = string.Join(" ", errors.Take(MostTold).Select(error => error.Describe(Name)));
        return new CommandFault(ExitCode.InputUnreadable, new Phrase(
            $"--must-link 与 --cannot-link 有 {errors.Count} 处矛盾：{chinese}。", $"--must-link and --cannot-link contradict each other in {errors.Count} places. {english}"));
    }
}
