using System.Text;
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

        List<NamedPair> must = Pairs(mustLink), cannot = Pairs(cannotLink);
        RecordLookup lookup = new(table, must.Concat(cannot).SelectMany(pair => new[] { pair.Left, pair.Right }));
        return new LinkConstraints
        {
            MustLink = [.. must.Select(pair => Row(pair, lookup, mustLink!))],
            CannotLink = [.. cannot.Select(pair => Row(pair, lookup, cannotLink!))],
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

    private static RowPair Row(NamedPair pair, RecordLookup lookup, string path)
    {
        try
        {
            return new RowPair(lookup.RowOf(pair.Left, pair.LeftSource), lookup.RowOf(pair.Right, pair.RightSource));
        }
        catch (CommandFault fault)
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase($"{path}：{fault.Phrase.Chinese}", $"{path}: {fault.Phrase.English}"));
        }
    }

    private static List<NamedPair> Pairs(string? path)
    {
        List<NamedPair> pairs = [];
        if (path is null)
        {
            return pairs;
        }

        using TableReader reader = TableReader.Open(path, new ReadOptions { UndoFormulaGuard = true });
        int[] ids = [Place(reader, "left_id", true), Place(reader, "right_id", true)];
        int[] sources = [Place(reader, "left_source", false), Place(reader, "right_source", false)];
        bool hasSources = sources[0] >= 0 && sources[1] >= 0;
        foreach (Batch batch in reader.Read(hasSources ? [.. ids, .. sources] : ids))
        {
            for (int row = 0; row < batch.RowCount; row++)
            {
                pairs.Add(new NamedPair(Text(batch[0], row), Text(batch[1], row), hasSources ? Text(batch[2], row) : "", hasSources ? Text(batch[3], row) : ""));
            }
        }

        return pairs;
    }

    private static int Place(TableReader reader, string name, bool required)
    {
        for (int i = 0; i < reader.ColumnNames.Count; i++)
        {
            if (reader.ColumnNames[i] == name)
            {
                return i;
            }
        }

        return !required ? -1 : throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
            $"{reader.Path}：缺少“{name}”列。", $"{reader.Path}: there is no column '{name}'."));
    }

    private static string Text(Column column, int row)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        return Encoding.UTF8.GetString(column.GetText(row, scratch));
    }

    private readonly record struct NamedPair(string Left, string Right, string LeftSource, string RightSource);
}
