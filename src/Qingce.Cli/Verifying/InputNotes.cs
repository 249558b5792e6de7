using Qingce.Checks.Results;
using Qingce.Cli.Results;
using Qingce.Cli.Screens;
using Qingce.Exchange.Files;

namespace Qingce.Cli.Verifying;

/// <summary>What a person should know about the files although the verification went through.</summary>
internal static class InputNotes
{
    private const int MostShown = 20;
    private const int MostHeadersShown = 8;

    /// <summary>Tells what was kept out, taken as empty or not looked for.</summary>
    public static void Print(Screen screen, Metrics metrics, DateOnly today)
    {
        if (metrics.AsOf > today)
        {
            screen.Note(new Phrase(
                $"核验基准日 {metrics.AsOf:yyyy-MM-dd} 晚于今天；若数据源的记录日期有误，请用 --as-of 指定。",
                $"The day looked back from, {metrics.AsOf:yyyy-MM-dd}, is after today. If a recorded_at of the sources is wrong, give the day with --as-of."));
        }

        Phrase[] notes = [.. Files(metrics)];
        foreach (Phrase note in notes.Take(MostShown))
        {
            screen.Note(note);
        }

        if (notes.Length > MostShown)
        {
            int more = notes.Length - MostShown;
            screen.Note(new Phrase($"另有 {more} 条说明，见 metrics.json。", $"And {more} more notes; metrics.json has them all."));
        }

        foreach (IndicatorMetrics indicator in metrics.Indicators)
        {
            IReadOnlyList<Phrase> phrases = SilencedPhrase.Of(indicator.Silenced);
            if (phrases.Count > 0)
            {
                screen.Note(new Phrase(
                    $"{indicator.Id} 未能全部检查：{string.Join("；", phrases.Select(phrase => phrase.Chinese))}",
                    $"{indicator.Id} could not look for everything: {string.Join("; ", phrases.Select(phrase => phrase.English))}"));
            }
        }
    }

    private static IEnumerable<Phrase> Files(Metrics metrics)
    {
        foreach (NoteMetrics note in metrics.Notes)
        {
            yield return note.File.Length == 0
                ? new Phrase(note.Chinese, note.English)
                : new Phrase($"{note.File}，“{Chinese(note.Column)}”列：{note.Chinese}", $"{note.File}, column {note.Column}: {note.English}");
        }

        foreach (string file in metrics.IgnoredFiles)
        {
            yield return new Phrase($"{file}：未读取，文件名不以类别编号 01 至 23 开头。", $"{file}: not read, no category number 01 to 23 begins its name.");
        }

        foreach (FileMetrics file in metrics.Files)
        {
            if (file.Rejected > 0)
            {
                yield return new Phrase(
                    $"{file.Path}：{ScreenTable.Whole(file.Rows)} 行中退回 {ScreenTable.Whole(file.Rejected)} 行，原因见 {ResultFolder.RejectsFile}。",
                    $"{file.Path}: {ScreenTable.Whole(file.Rejected)} of {ScreenTable.Whole(file.Rows)} rows rejected; {ResultFolder.RejectsFile} says why.");
            }

            if (file.UnknownHeaders is { Count: > 0 } unknown)
            {
                string some = string.Join(", ", unknown.Take(MostHeadersShown)) + (unknown.Count > MostHeadersShown ? " ..." : "");
                yield return new Phrase(
                    $"{file.Path}：未使用的列：{some}。若其中有所需的列，请用 --mapping 指定。",
                    $"{file.Path}: columns that are not known and not used: {some}. If one is wanted, name it with --mapping.");
            }

            foreach (UnreadMetrics cells in file.Unread)
            {
                Phrase first = string.IsNullOrEmpty(cells.FirstId)
                    ? new Phrase($"第 {cells.FirstRow} 行", $"row {cells.FirstRow}") : new Phrase($"编号 {cells.FirstId}", $"id {cells.FirstId}");
                yield return new Phrase(
                    $"{file.Path}，{first.Chinese}，“{Chinese(cells.Column)}”列（{cells.Column}）：无法读取，按空值处理（该列共 {ScreenTable.Whole(cells.Cells)} 处，见 {ResultFolder.UnreadFile}）。",
                    $"{file.Path}, {first.English}, column {cells.Column}: cannot be read and is taken as empty ({ScreenTable.Whole(cells.Cells)} such cells in the column; see {ResultFolder.UnreadFile}).");
            }
        }
    }

    private static string Chinese(string column) =>
        FileShapes.Register.Concat(FileShapes.Source).Concat(FileShapes.Changes).FirstOrDefault(field => field.Name == column)?.Chinese ?? column;
}
