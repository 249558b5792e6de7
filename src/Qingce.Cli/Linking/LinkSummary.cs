using System.Globalization;
using Qingce.Cli.Screens;
using Qingce.Linkage;
using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>What the screen shows at the end of a linkage.</summary>
internal static class LinkSummary
{
    public static void Print(Screen screen, LinkResult result, LinkageReport report, string folder)
    {
        string rows = Whole(result.Table.Rows), links = Whole(result.Pairs.Count), compared = Whole(result.Compared);
        string sources = result.Table.Sources.Count == 1 ? "" : screen.Say("（", " (")
            + string.Join(screen.Say("，", ", "), result.Table.Sources.Select(source => $"{source.Name} {Whole(source.Rows)}")) + screen.Say("）", ")");
        screen.Write(screen.Say($"记录 {rows} 条{sources}", $"{Count(result.Table.Rows, "record")}{sources}"));
        foreach (LinkSource source in result.Table.Sources.Where(source => source.Rejected > 0))
        {
            screen.Note(Rejects(source));
        }

        string threshold = result.Threshold.ToString("0.######", CultureInfo.InvariantCulture);
        screen.Write(screen.Say($"比较 {compared} 对，其中 {links} 对判为同一人（概率不低于 {threshold}）", $"{Count(result.Compared, "pair")} compared, {links} of them {(result.Pairs.Count == 1 ? "a link" : "links")} (probability {threshold} or more)"));
        LinkCounts counts = result.Counts;
        screen.Write(screen.Say(
            $"归并为 {Whole(counts.Persons)} 人，{Whole(counts.WithSeveral)} 人有多条记录（最多 {Whole(counts.Largest)} 条）；重复 {Whole(counts.Duplicates)} 条",
            $"{Count(counts.Persons, "person")}, {Whole(counts.WithSeveral)} of them with several records ({Whole(counts.Largest)} at most); {Count(counts.Duplicates, "duplicate")}"));
        foreach (BlockingReport rule in result.Rules.Where(rule => rule.NotCompared > 0))
        {
            screen.Note(new Phrase(
                $"规则“{LinkWords.Rule(report.Model, rule.Pass).Chinese}”有 {Whole(rule.Oversized)} 组过大，已再细分，{Whole(rule.NotCompared)} 对未比较。",
                $"Rule '{rule.Pass}': {(rule.Oversized == 1 ? "1 block was too large and was parted" : $"{Whole(rule.Oversized)} blocks were too large and were parted")}; {Count(rule.NotCompared, "pair")} not compared."));
        }

        Notes(screen, result.Notes);
        foreach (FitSign sign in report.Signs.Where(sign => sign.Kind is FitSignKind.ManyWrong or FitSignKind.ManyUnlinkable or FitSignKind.DecidedByOneColumn))
        {
            screen.Note(SignWords.Of(sign)!.Value);
        }

        // What is said of single levels is for whoever looks at the model, and long.
        int levels = result.LevelNotes.Count + report.Signs.Count(sign => sign.Level.Length > 0);
        if (levels > 0)
        {
            screen.Note(new Phrase(
                $"模型：另有 {Whole(levels)} 条关于个别级别的提示（从未出现，或不利于匹配等），见 report.html。",
                levels == 1 ? "Model: one note on a single level (never seen, or against a match) is in report.html." : $"Model: {Whole(levels)} notes on single levels (never seen, or against a match) are in report.html."));
        }

        screen.Write(screen.Say("结果：", "Result: ") + folder);
    }

    /// <summary>What to say of rows that could not be read.</summary>
    public static Phrase Rejects(LinkSource source)
    {
        (string all, string bad, RowReject first) = (Whole(source.Rows + source.Rejected), Whole(source.Rejected), source.FirstReject!);
        return new Phrase(
            FormattableString.Invariant($"{source.Name}：{all} 行中有 {bad} 行无法读取，未参加比较；第一处在第 {first.Row} 行：{first.Chinese}"),
            FormattableString.Invariant($"{source.Name}: {bad} of {all} rows cannot be read and were left out; the first is row {first.Row}: {first.English}"));
    }

    /// <summary>Tells what was seen and chosen.</summary>
    public static void Notes(Screen screen, IReadOnlyList<Wording> notes)
    {
        foreach (Wording note in notes)
        {
            screen.Note(new Phrase($"模型：{note.Chinese}", $"Model: {note.English}"));
        }
    }

    private static string Count(long value, string one) => ScreenTable.Count(value, one);

    private static string Whole(long value) => ScreenTable.Whole(value);
}
