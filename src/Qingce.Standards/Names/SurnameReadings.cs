using System.Collections.Frozen;
using System.Text;

namespace Qingce.Standards;

/// <summary>Surnames read otherwise than the character usually is, compiled by hand.</summary>
internal static class SurnameReadings
{
    private const string Table =
        "单 shan,仇 qiu,解 xie,区 ou,查 zha,曾 zeng,朴 piao,盖 ge,乐 yue,任 ren,华 hua,翟 zhai,宁 ning,燕 yan,缪 miao,秘 bi,员 yun,贠 yun,折 she,繁 po,种 chong,黑 he,洗 xian," +
        "冼 xian,召 shao,逄 pang,纪 ji,过 guo,应 ying,句 gou,祭 zhai,覃 qin,谌 chen,葛 ge,牟 mu,晁 chao,卜 bu,都 du,哈 ha,褚 chu,车 che,石 shi,隗 wei,撒 sa,佴 nai,郇 xun,适 kuo," +
        "訾 zi,冯 feng,沈 shen,薄 bo,娜 na,尉 wei,柏 bai,贾 jia,占 zhan,藏 zang,阚 kan,舍 she,能 nai,那 na,卒 zu,莘 xin,邵 shao,俞 yu,於 yu,参 shen,阿 a,陆 lu,叶 ye,夏 xia,万 wan," +
        "万俟 mo qi,尉迟 yu chi,长孙 zhang sun,令狐 ling hu,澹台 tan tai,鲜于 xian yu,单于 chan yu,亓官 qi guan,宿 su,行 xing,车 che,乜 nie,戴 dai,粘 nian,郗 xi,郄 qie,仝 tong,妫 gui," +
        "逯 lu,麴 qu,曲 qu,酆 feng,邸 di,漆 qi,幺 yao,重 chong,强 qiang,教 jiao,奇 qi,不 fou,黎 li,炅 gui,炔 gui,昝 zan,长 zhang,朝 chao,呙 guo,余 yu,佘 she,臧 zang,靳 jin,禚 zhuo,桓 huan";

    private static readonly FrozenDictionary<string, string> Readings = Table.Split(',').Select(entry => entry.Split(' ', 2))
        .DistinctBy(entry => entry[0]).ToFrozenDictionary(entry => entry[0], entry => entry[1], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Readings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The surnames of two characters among them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Compound => Readings.Where(reading => reading.Key.Length == 2);

    /// <summary>Syllables with spaces between, or null when the surname is read as its characters are.</summary>
    public static string? Find(ReadOnlySpan<char> surname) => BySpan.TryGetValue(surname, out var reading) ? reading : null;

    public static bool IsReading(Rune rune, ReadOnlySpan<char> syllable)
    {
        Span<char> text = stackalloc char[2];
        return BySpan.TryGetValue(text[..rune.EncodeToUtf16(text)], out var reading) && syllable.Equals(reading, StringComparison.OrdinalIgnoreCase);
    }
}
