using Qingce.Standards.Text;

namespace Qingce.Standards;

/// <summary>Ethnicity, GB/T 3304: 1 to 56, with 97 (other) and 98 (naturalised foreigner) of practice. Default: none given.</summary>
public readonly record struct Ethnicity
{
    private static readonly (string Chinese, string English)[] Table =
    [
        ("汉族", "Han"), ("蒙古族", "Mongol"), ("回族", "Hui"), ("藏族", "Zang"), ("维吾尔族", "Uygur"), ("苗族", "Miao"), ("彝族", "Yi"),
        ("壮族", "Zhuang"), ("布依族", "Buyei"), ("朝鲜族", "Chosen"), ("满族", "Man"), ("侗族", "Dong"), ("瑶族", "Yao"), ("白族", "Bai"),
        ("土家族", "Tujia"), ("哈尼族", "Hani"), ("哈萨克族", "Kazak"), ("傣族", "Dai"), ("黎族", "Li"), ("傈僳族", "Lisu"), ("佤族", "Va"),
        ("畲族", "She"), ("高山族", "Gaoshan"), ("拉祜族", "Lahu"), ("水族", "Sui"), ("东乡族", "Dongxiang"), ("纳西族", "Naxi"), ("景颇族", "Jingpo"),
        ("柯尔克孜族", "Kirgiz"), ("土族", "Tu"), ("达斡尔族", "Daur"), ("仫佬族", "Mulao"), ("羌族", "Qiang"), ("布朗族", "Blang"), ("撒拉族", "Salar"),
        ("毛南族", "Maonan"), ("仡佬族", "Gelao"), ("锡伯族", "Xibe"), ("阿昌族", "Achang"), ("普米族", "Pumi"), ("塔吉克族", "Tajik"), ("怒族", "Nu"),
        ("乌孜别克族", "Uzbek"), ("俄罗斯族", "Russ"), ("鄂温克族", "Ewenki"), ("德昂族", "Deang"), ("保安族", "Bonan"), ("裕固族", "Yugur"),
        ("京族", "Gin"), ("塔塔尔族", "Tatar"), ("独龙族", "Derung"), ("鄂伦春族", "Oroqen"), ("赫哲族", "Hezhen"), ("门巴族", "Monba"),
        ("珞巴族", "Lhoba"), ("基诺族", "Jino"),
    ];

    private static readonly TextIndex Words = MakeWords();

    private Ethnicity(byte code) => Code = code;

    /// <summary>1 to 56, 97, 98, or 0 for none given.</summary>
    public byte Code { get; }

    /// <summary>None given.</summary>
    public static Ethnicity None => default;

    /// <summary>Han (01).</summary>
    public static Ethnicity Han => new(1);

    /// <summary>True when none is given.</summary>
    public bool IsNone => Code == 0;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">GB/T 3304 has no such code.</exception>
    public static Ethnicity FromCode(int code) =>
        IsCode(code) ? new((byte)code) : throw new ArgumentOutOfRangeException(nameof(code), code, "GB/T 3304 has no such code.");

    /// <summary>Reads a code (01 or 1) or a name (Chinese with or without 族, English), in UTF-8. False when it is neither.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Ethnicity value) =>
        Accept(CodeText.TryRead(text, Words, out var code, out var digits), code, digits, out value);

    /// <summary>Reads a code (01 or 1) or a name (Chinese with or without 族, English), in UTF-16. False when it is neither.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Ethnicity value) =>
        Accept(CodeText.TryRead(text, Words, out var code, out var digits), code, digits, out value);

    /// <summary>The name in Chinese; empty for none.</summary>
    public string ChineseName => Code switch { 0 => string.Empty, 97 => "其他", 98 => "外国血统中国籍人士", _ => Table[Code - 1].Chinese };

    /// <summary>The name in Roman letters as in GB/T 3304; empty for none.</summary>
    public string EnglishName => Code switch { 0 => string.Empty, 97 => "other", 98 => "naturalised", _ => Table[Code - 1].English };

    /// <summary>The two digits, or an empty string.</summary>
    public override string ToString() => IsNone ? string.Empty : Code.ToString("D2", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsCode(int code) => code is (>= 1 and <= 56) or 97 or 98;

    private static bool Accept(bool read, int code, int digits, out Ethnicity value)
    {
        var known = read && digits <= 2 && IsCode(code);
        value = known ? new((byte)code) : None;
        return known;
    }

    private static TextIndex MakeWords()
    {
        var words = new List<(string, int)>
        {
            ("其他", 97), ("其它", 97), ("未识别民族", 97), ("穿青人", 97), ("穿青人族", 97), ("外国血统中国籍人士", 98), ("外国血统", 98), ("入籍", 98), ("维族", 5), ("畬族", 22), ("畬", 22),
        };
        for (var i = 0; i < Table.Length; i++)
        {
            words.Add((Table[i].Chinese, i + 1));
            words.Add((Table[i].Chinese[..^1], i + 1));
            words.Add((Table[i].English, i + 1));
        }

        return new TextIndex(words);
    }
}
