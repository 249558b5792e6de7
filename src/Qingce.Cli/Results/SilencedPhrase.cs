using Qingce.Checks.Results;
using Qingce.Cli.Report;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Files;

namespace Qingce.Cli.Results;

/// <summary>What an indicator did not look for, told to a person.</summary>
internal static class SilencedPhrase
{
    /// <summary>One sentence a missing column, and one for all the files that were not delivered.</summary>
    public static IReadOnlyList<Phrase> Of(IReadOnlyList<SilencedMetrics>? silenced)
    {
        List<Phrase> phrases = [.. (silenced ?? []).Where(one => one.Missing == "column").Select(Column)];
        string[] files = [.. (silenced ?? []).Where(one => one.Missing != "column").Select(one => one.Name)];
        if (files.Length > 0)
        {
            phrases.Add(new Phrase(
                $"未提供 {string.Join("、", files.Select(Chinese))}，依据它们的检查未做",
                $"not delivered, so what rests on it is not looked for: {string.Join(", ", files)}"));
        }

        return phrases;
    }

    private static Phrase Column(SilencedMetrics silenced)
    {
        string chinese = FileShapes.Register.FirstOrDefault(field => field.Name == silenced.Name)?.Chinese ?? silenced.Name;
        string[][] causes = [.. silenced.Causes.Select(CauseNames.Of)];
        return causes.Length == 0
            ? new Phrase($"缺少“{chinese}”列（{silenced.Name}），此项未检查", $"column {silenced.Name} is missing, nothing is looked for")
            : new Phrase(
                $"缺少“{chinese}”列（{silenced.Name}），未检查：{string.Join("、", causes.Select(names => names[0]))}",
                $"column {silenced.Name} is missing, not looked for: {string.Join(", ", causes.Select(names => names[1]))}");
    }

    private static string Chinese(string file) =>
        file == "changes" ? "变更（changes）"
        : SourceCatalogue.National.Categories.FirstOrDefault(category => category.FileName == file) is { } category ? $"{category.Chinese}（{file[..2]}）"
        : file;
}
