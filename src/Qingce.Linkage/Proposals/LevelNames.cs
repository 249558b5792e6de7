using System.Collections.Frozen;

namespace Qingce.Linkage;

/// <summary>What the levels that are proposed here are called in Chinese, for what is said of them to a person.</summary>
internal static class LevelNames
{
    /// <summary>How the name of a level begins that holds where another column agrees, before that column.</summary>
    public const string EqualAs = "equal, as ";

    private static readonly FrozenDictionary<string, string> Chinese = new Dictionary<string, string>
    {
        ["equal"] = "相同",
        ["equal but for umlauts"] = "仅变音字母写法不同",
        ["close"] = "很相近",
        ["similar"] = "相似",
        ["different"] = "不同",
        ["near"] = "接近",
        ["short form"] = "简称",
        ["part of it"] = "包含",
        ["initials"] = "首字母",
        ["words in common"] = "有相同的词",
        ["as far as known"] = "已知部分相同",
        ["day and month swapped"] = "日月颠倒",
        ["one slip"] = "一处笔误",
        ["two slips"] = "两处笔误",
        ["wrong in itself"] = "校验不符",
        ["two parts agree"] = "两部分相同",
        ["years apart"] = "相差数年",
        [ProposedLevels.AGeneration] = "相差一代",
        ["perhaps twins"] = "可能是双胞胎",
        ["parent and child"] = "父母与子女",
        ["none"] = "无",
        ["one edit"] = "一字之差",
        ["two edits"] = "两字之差",
        ["same mailbox"] = "邮箱名相同",
        ["close mailbox"] = "邮箱名很相近",
        ["similar mailbox"] = "邮箱名相似",
        [FormerNames.Level] = "曾用名",
        ["like the names"] = "邮箱名由姓名而来",
        ["within 1%"] = "相差 1% 以内",
        ["within 10%"] = "相差 10% 以内",
        ["half in common"] = "一半相同",
        ["one in common"] = "有一项相同",
        ["within 100 m"] = "相距 100 米内",
        ["within 1 km"] = "相距 1 公里内",
        ["within 10 km"] = "相距 10 公里内",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name in Chinese; that of the model itself where the level is not of this library.</summary>
    public static string InChinese(string level) =>
        Chinese.GetValueOrDefault(level)
        ?? (level.StartsWith(SwappedColumns.Swapped, StringComparison.Ordinal) ? $"与“{level[SwappedColumns.Swapped.Length..]}”互换"
            : level.StartsWith(EqualAs, StringComparison.Ordinal) ? $"随{string.Join("或", level[EqualAs.Length..].Split(" or ").Select(name => $"“{name}”"))}相同"
            : level);
}
