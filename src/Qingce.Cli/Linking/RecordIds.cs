using System.Globalization;
using System.Text;
using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>Sees to it that the record ids of each source name its rows: none missing, none twice, none that a spreadsheet spoilt.</summary>
internal static class RecordIds
{
    private const int RowsPerChunk = 1 << 15;
    private const int MostShown = 5;

    /// <summary>Checks the ids of a table.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="inputs">The sources, for messages.</param>
    /// <param name="mayMix">Whether numbers and other texts may stand side by side.</param>
    /// <param name="threads">Threads, 1 or more.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>Whether no id needs quotes or a guard in CSV.</returns>
    /// <exception cref="CommandFault">Ids are missing, of mixed types, rounded, or not unique.</exception>
    public static bool Require(LinkTable table, LinkInputs inputs, bool mayMix, int threads, CancellationToken cancellation)
    {
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        int first = 0;
        bool plain = true;
        for (int source = 0; source < inputs.All.Count; source++)
        {
            int rows = table.Sources[source].Rows;
            plain &= Require(table.Keys, first, rows, inputs.All[source], mayMix, parallel);
            first += rows;
        }

        return plain;
    }

    private static bool Require(RowKeys keys, int first, int rows, LinkInput input, bool mayMix, ParallelOptions parallel)
    {
        IdSurvey[] surveys = new IdSurvey[(rows + RowsPerChunk - 1) / RowsPerChunk];
        Parallel.For(0, surveys.Length, parallel, chunk =>
        {
            int from = chunk * RowsPerChunk;
            // The last row of the chunk before is looked at again, so that order is seen across chunks.
            surveys[chunk] = IdSurvey.Of(keys, first + from, Math.Min(RowsPerChunk, rows - from), chunk > 0);
        });
        IdSurvey all = surveys.Aggregate(new IdSurvey(), (sum, survey) => sum.And(survey));
        if (all.Missing.Count > 0)
        {
            throw Refuse(
                input, $"有 {all.Missing.Count} 行没有记录编号：第 {Rows(all.Missing, first, "、")} 行",
                $"{(all.Missing.Count == 1 ? "1 row has" : $"{all.Missing.Count} rows have")} no id: row {Rows(all.Missing, first, ", ")}");
        }

        if (all.Rounded.Count > 0)
        {
            throw Refuse(
                input, $"有 {all.Rounded.Count} 个记录编号是小数或科学计数法，已被电子表格改动：第 {Rows(all.Rounded, first, "、")} 行（如 {Text(keys[all.Rounded.First])}）",
                $"{all.Rounded.Count} ids are decimals or in exponent form, as a spreadsheet spoils them: row {Rows(all.Rounded, first, ", ")}, for example {Text(keys[all.Rounded.First])}");
        }

        if (!mayMix && all.IsMixed)
        {
            throw Refuse(
                input, $"记录编号类型混杂：{all.Numbers.Count} 个是数字，{all.Texts.Count} 个不是（第 {Rows(all.Texts, first, "、")} 行，如“{Text(keys[all.Texts.First])}”）。确实如此时请加 --mixed-ids",
                $"its ids are of mixed types: {all.Numbers.Count} are numbers and {all.Texts.Count} are not (row {Rows(all.Texts, first, ", ")}, for example '{Text(keys[all.Texts.First])}'). Add --mixed-ids if that is as it should be");
        }

        if (!all.IsAscending && DuplicateIds.Find(keys, first, rows, parallel) is { Count: > 0 } twice)
        {
            IEnumerable<(string Id, int Earlier, int Later)> shown = twice.Take(MostShown).Select(pair => (Text(keys[pair.Later]), pair.Earlier - first + 1, pair.Later - first + 1));
            throw Refuse(
                input, $"有 {twice.Count} 行的记录编号与前面的行重复：{string.Join("；", shown.Select(p => $"“{p.Id}”见第 {p.Earlier} 行和第 {p.Later} 行"))}。请用 --id 指定唯一的列",
                $"{(twice.Count == 1 ? "1 row has" : $"{twice.Count} rows have")} the id of an earlier row: {string.Join("; ", shown.Select(p => $"'{p.Id}' in rows {p.Earlier} and {p.Later}"))}. Name a column that tells every row apart with --id");
        }

        return all.ArePlain;
    }

    private static string Rows(in SomeRows rows, int first, string between)
    {
        IEnumerable<string> shown = rows.Shown.Take(MostShown).Select(row => (row - first + 1).ToString(CultureInfo.InvariantCulture));
        return string.Join(between, shown) + (rows.Count > MostShown ? " ..." : "");
    }

    private static string Text(ReadOnlySpan<byte> id) => Encoding.UTF8.GetString(id);

    private static CommandFault Refuse(LinkInput input, string chinese, string english) =>
        new(ExitCode.InputUnreadable, new Phrase($"{input.Path}：{chinese}。", $"{input.Path}: {english}."));
}
