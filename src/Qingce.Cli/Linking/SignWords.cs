using System.Globalization;
using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>What signs of a bad fit say of the whole of a linkage, on the screen and in the report alike.</summary>
internal static class SignWords
{
    /// <summary>The words; null for a sign of a single level or rule, which the report words itself.</summary>
    public static Phrase? Of(FitSign sign)
    {
        string share = sign.Value.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
        return sign.Kind switch
        {
            FitSignKind.MostlyMissing => new Phrase($"“{sign.Subject}”大多缺失（{share}），几乎不起作用。", $"\"{sign.Subject}\" is missing in {share} of the records and says little."),
            FitSignKind.MatchesMissed => new Phrase(
                $"模型预计的同一人记录对中约有 {share} 未找到：要么分块规则有遗漏（可增加规则），要么模型把一家人中相像的也估作了同一人。",
                $"About {share} of the matches that the model expects were not found: blocking misses some (another rule may help), or the model took people of one family who are alike for matches when it counted."),
            FitSignKind.ManyUnlinkable => new Phrase(
                $"{share} 的记录信息太少，即使有完全相同的副本也达不到阈值。",
                $"{share} of the records say so little that they could not reach the threshold even against an identical copy."),
            FitSignKind.ManyWrong => new Phrase(
                $"按概率推算，判为同一人的对中约有 {share} 是错的：可提高阈值。", $"By the probabilities about {share} of the links are wrong: a higher threshold may help."),
            FitSignKind.DecidedByOneColumn => new Phrase(
                $"只比较“{sign.Subject}”一列：凡此列相同的记录都会认作一人。",
                $"Only '{sign.Subject}' is compared: all records that have it in common are taken for one person."),
            _ => null,
        };
    }
}
