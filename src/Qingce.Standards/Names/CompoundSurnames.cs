using System.Collections.Frozen;

namespace Qingce.Standards;

/// <summary>Surnames of two characters.</summary>
internal static class CompoundSurnames
{
    private const string Listed =
        "欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 轩辕 宇文 长孙 端木 独孤 南宫 百里 东郭 呼延 万俟 赫连 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 " +
        "闾丘 亓官 司寇 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 段干 东里 南门 羊舌 微生 梁丘 左丘 东门 西门 第五 纳兰 完颜 叶赫 公羊 公户 耶律 司空 爱新 富察 那拉 欧侯 贺兰 屈突 哥舒 闻人 鲜卑";

    private static readonly FrozenSet<string> All =
        Listed.Split(' ').Concat(Surnames.All.Select(s => s.Surname).Where(s => s.Length == 2 && !char.IsSurrogate(s[0])))
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = All.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly bool[] Beginnings = MakeBeginnings();

    /// <summary>True for a character with which one of them begins.</summary>
    public static bool MayBegin(char first) => Beginnings[first];

    public static bool Contains(ReadOnlySpan<char> surname) => Beginnings[surname[0]] && BySpan.Contains(surname);

    private static bool[] MakeBeginnings()
    {
        var beginnings = new bool[char.MaxValue + 1];
        foreach (var surname in All)
        {
            beginnings[surname[0]] = true;
        }

        return beginnings;
    }
}
