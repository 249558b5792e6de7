using Qingce.Standards.Text;

namespace Qingce.Standards;

/// <summary>
/// Education, the two-digit code of GB/T 4658-2006 (and 50, technical school, of its forerunner). The tens tell the level;
/// the default value, code 0, is none given.
/// </summary>
public readonly record struct Education
{
    private static readonly (byte Code, string Chinese, string English, byte MinimumAge)[] Table =
    [
        (10, "研究生教育", "postgraduate", 18), (11, "博士研究生毕业", "doctorate", 22), (12, "博士研究生结业", "doctoral study completed", 22),
        (13, "博士研究生肄业", "doctoral study unfinished", 20), (14, "硕士研究生毕业", "master's degree", 20), (15, "硕士研究生结业", "master's study completed", 20),
        (16, "硕士研究生肄业", "master's study unfinished", 18), (17, "研究生班毕业", "postgraduate class", 19), (18, "研究生班结业", "postgraduate class completed", 19),
        (19, "研究生班肄业", "postgraduate class unfinished", 18),
        (20, "大学本科", "bachelor", 14), (21, "大学本科毕业", "bachelor's degree", 18), (22, "大学本科结业", "bachelor's study completed", 18),
        (23, "大学本科肄业", "bachelor's study unfinished", 14), (28, "大学普通班毕业", "university ordinary class", 18),
        (30, "大学专科", "junior college", 14), (31, "大学专科毕业", "junior college graduate", 17), (32, "大学专科结业", "junior college completed", 17),
        (33, "大学专科肄业", "junior college unfinished", 14),
        (40, "中等职业教育", "secondary vocational", 13), (41, "中等专科毕业", "secondary technical graduate", 15),
        (42, "中等专科结业", "secondary technical completed", 15), (43, "中等专科肄业", "secondary technical unfinished", 13),
        (44, "职业高中毕业", "vocational high graduate", 15), (45, "职业高中结业", "vocational high completed", 15),
        (46, "职业高中肄业", "vocational high unfinished", 13), (47, "技工学校毕业", "skilled workers' school graduate", 15),
        (48, "技工学校结业", "skilled workers' school completed", 15), (49, "技工学校肄业", "skilled workers' school unfinished", 13),
        (50, "技工学校", "skilled workers' school", 13),
        (60, "普通高级中学教育", "senior high", 12), (61, "普通高中毕业", "senior high graduate", 14), (62, "普通高中结业", "senior high completed", 14),
        (63, "普通高中肄业", "senior high unfinished", 12),
        (70, "初级中学教育", "junior high", 9), (71, "初中毕业", "junior high graduate", 12), (73, "初中肄业", "junior high unfinished", 9),
        (80, "小学教育", "primary", 5), (81, "小学毕业", "primary graduate", 9), (83, "小学肄业", "primary unfinished", 5),
        (90, "其他", "other or illiterate", 0),
    ];

    private static readonly TextIndex Words = MakeWords();

    private Education(byte code) => Code = code;

    /// <summary>The two-digit code, or 0 for none given.</summary>
    public byte Code { get; }

    /// <summary>None given.</summary>
    public static Education None => default;

    /// <summary>True when none is given.</summary>
    public bool IsNone => Code == 0;

    /// <summary>
    /// The tens of the code: 1 postgraduate, 2 bachelor, 3 junior college, 4 and 5 vocational, 6 senior high, 7 junior high,
    /// 8 primary, 9 other.
    /// </summary>
    public int Level => Code / 10;

    /// <summary>
    /// Age in completed years below which the education is not possible even for a gifted child who started early; 0 where
    /// nothing can be said.
    /// </summary>
    public int MinimumAge => IsNone ? 0 : Row.MinimumAge;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">GB/T 4658 has no such code.</exception>
    public static Education FromCode(int code) =>
        IsCode(code) ? new((byte)code) : throw new ArgumentOutOfRangeException(nameof(code), code, "GB/T 4658 has no such code.");

    /// <summary>Reads a code (one digit is widened: 7 is 70) or a Chinese or English name, in UTF-8. False when it is neither.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Education value) =>
        Accept(CodeText.TryRead(text, Words, out var code, out var digits), code, digits, out value);

    /// <summary>Reads a code (one digit is widened: 7 is 70) or a Chinese or English name, in UTF-16. False when it is neither.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Education value) =>
        Accept(CodeText.TryRead(text, Words, out var code, out var digits), code, digits, out value);

    /// <summary>The name in Chinese; empty for none.</summary>
    public string ChineseName => IsNone ? string.Empty : Row.Chinese;

    /// <summary>The name in English; empty for none.</summary>
    public string EnglishName => IsNone ? string.Empty : Row.English;

    /// <summary>The two digits, or an empty string.</summary>
    public override string ToString() => IsNone ? string.Empty : Code.ToString("D2", System.Globalization.CultureInfo.InvariantCulture);

    private (byte Code, string Chinese, string English, byte MinimumAge) Row
    {
        get
        {
            foreach (var row in Table)
            {
                if (row.Code == Code)
                {
                    return row;
                }
            }

            throw new InvalidOperationException("Only listed codes are ever made.");
        }
    }

    private static bool IsCode(int code) => code is 10 or 20 or 30 or 40 or 50 or 60 or 70 or 80 or 90
        or (>= 11 and <= 19) or (>= 21 and <= 23) or 28 or (>= 31 and <= 33) or (>= 41 and <= 49) or (>= 61 and <= 63) or 71 or 73 or 81 or 83;

    private static bool Accept(bool read, int code, int digits, out Education value)
    {
        var wide = digits == 1 ? code * 10 : code;
        var known = read && digits <= 2 && IsCode(wide);
        value = known ? new((byte)wide) : None;
        return known;
    }

    private static TextIndex MakeWords()
    {
        var words = new List<(string, int)>
        {
            ("研究生", 10), ("博士", 11), ("博士研究生", 11), ("硕士", 14), ("硕士研究生", 14), ("本科", 20), ("大学", 20), ("本科毕业", 21), ("专科", 30), ("大专", 30), ("大学专科教育", 30),
            ("大学专科和专科学校", 30), ("大学本科教育", 20), ("中专", 41), ("中等专科", 41), ("中等专业学校", 41), ("中技", 50), ("技校", 50), ("职高", 44), ("职业高中", 44),
            ("高中", 60), ("普通高中", 60), ("高中毕业", 61), ("初中", 70), ("初级中学", 70), ("小学", 80), ("文盲", 90), ("半文盲", 90), ("文盲或半文盲", 90), ("不识字", 90), ("学龄前", 90),
            ("学龄前儿童", 90), ("未上学", 90), ("其它", 90),
        };
        words.AddRange(Table.Select(row => (row.Chinese, (int)row.Code)));
        words.AddRange(Table.Select(row => (row.English, (int)row.Code)));
        return new TextIndex(words);
    }
}
