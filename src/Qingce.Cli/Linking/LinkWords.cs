using System.Collections.Frozen;
using Qingce.Cli.Report;
using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>What comparisons, levels and blocking rules are called on screens and in pages; columns keep the names they have.</summary>
internal static class LinkWords
{
    private const string Relatives = "relatives", Kin = "kin";

    private static readonly FrozenDictionary<string, string> Derivations = new Dictionary<string, string>
    {
        ["first"] = "前",
        ["last"] = "后",
        ["year"] = "年份",
        ["month-day"] = "月日",
        ["mailbox"] = "邮箱名",
        ["domain"] = "邮箱域名",
        ["words"] = "各词",
        ["items"] = "各项",
        ["soundex"] = "Soundex 读音",
        ["metaphone"] = "Metaphone 读音",
        ["cologne"] = "科隆读音",
        ["sorted"] = "按序排列的字符",
        ["surname"] = "姓",
        ["surname-sound"] = "姓的读音",
        ["given"] = "名",
        ["given-sound"] = "名的读音",
        ["name-sound"] = "姓名读音",
        ["number-body"] = "前 17 位",
        ["number-birth"] = "出生日期段",
        ["number-division"] = "地区段",
        ["number-place"] = "地区段和顺序码",
        ["birth-year"] = "出生年",
        ["birth-day"] = "出生月日",
        ["tail"] = "尾号",
        ["address-door"] = "门牌",
        ["address-place"] = "六字地名和门牌",
        ["address-house"] = "楼栋",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Phrase> Kinds = new Dictionary<string, Phrase>
    {
        ["text"] = new Phrase("文字", "text"),
        ["verbatim"] = new Phrase("原文", "verbatim"),
        ["name"] = new Phrase("姓名", "name"),
        ["given-names"] = new Phrase("名", "given names"),
        ["family-name"] = new Phrase("姓", "family name"),
        ["date"] = new Phrase("日期", "date"),
        ["date-month-first"] = new Phrase("日期（月在前）", "date, month first"),
        ["iso-date"] = new Phrase("日期", "date"),
        ["identifier"] = new Phrase("号码", "identifier"),
        ["phone"] = new Phrase("电话", "phone"),
        ["email"] = new Phrase("邮箱", "e-mail"),
        ["place"] = new Phrase("地名", "place"),
        ["category"] = new Phrase("类别", "category"),
        ["number"] = new Phrase("数值", "number"),
        ["point"] = new Phrase("经纬度", "point"),
        ["set"] = new Phrase("多值", "set"),
        ["sex"] = new Phrase("性别", "sex"),
        ["chinese-name"] = new Phrase("姓名", "Chinese name"),
        ["chinese-date"] = new Phrase("日期", "Chinese date"),
        ["citizen-number"] = new Phrase("公民身份号码", "citizen number"),
        ["chinese-phone"] = new Phrase("电话", "Chinese phone"),
        ["chinese-address"] = new Phrase("住址", "Chinese address"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What kind of values a column holds.</summary>
    /// <param name="kind">Its name in the model.</param>
    public static Phrase Kind(string kind) => Kinds.GetValueOrDefault(kind, new Phrase(kind, kind));

    /// <summary>A level.</summary>
    /// <param name="name">Its name in the model; empty for none.</param>
    public static Phrase Level(string name) => CauseNames.All.ContainsKey(name)
        ? new Phrase(CauseNames.Of(name)[0], CauseNames.Of(name)[1])
        : new Phrase(LinkBasis.Vocabulary.LevelInChinese(name), name);

    /// <summary>A comparison, or a step of a waterfall that is none.</summary>
    /// <param name="name">Its name in the model.</param>
    public static Phrase Comparison(string name) => name switch
    {
        Waterfall.Prior => new Phrase("先验", "prior"),
        Waterfall.Frequency => new Phrase("取值频率", "frequency"),
        Waterfall.Shared => new Phrase("一家人共有的信息", "household bound"),
        Relatives or Kin => new Phrase("亲属关系", name),
        _ => new Phrase(name, name),
    };

    /// <summary>A blocking rule.</summary>
    /// <param name="rule">The rule.</param>
    public static Phrase Rule(BlockingRule rule)
    {
        if (rule.Parts.Count == 0)
        {
            return new Phrase("所有记录两两比较", rule.Name);
        }

        string parts = string.Join(" ＋ ", rule.Parts.Select(Part));
        return new Phrase(rule.Window is { } window ? $"按 {parts} 排序后相距 {window} 位以内" : parts, rule.Name);
    }

    /// <summary>A blocking rule by its name.</summary>
    /// <param name="model">Where it stands.</param>
    /// <param name="name">Its name.</param>
    public static Phrase Rule(LinkageModel model, string name) =>
        model.Blocking?.FirstOrDefault(rule => rule.Name == name) is { } known ? Rule(known) : new Phrase(name, name);

    private static string Part(RulePart part)
    {
        if (part.Take is not { } take)
        {
            return part.Column;
        }

        int dash = take.LastIndexOf('-');
        string count = dash > 0 && int.TryParse(take.AsSpan(dash + 1), out _) ? take[(dash + 1)..] : "";
        string name = count.Length > 0 ? take[..dash] : take;
        string said = Derivations.GetValueOrDefault(name, name);
        return $"{part.Column}（{(count.Length == 0 ? said : name is "first" or "last" ? $"{said} {count} 字" : $"{said} {count} 位")}）";
    }
}
