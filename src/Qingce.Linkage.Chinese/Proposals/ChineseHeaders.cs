namespace Qingce.Linkage.Chinese;

/// <summary>What headers of Chinese tables say of a column: in Chinese, in English, or in the initials of the pinyin.</summary>
internal static class ChineseHeaders
{
    private static readonly string[] Names = ["姓名", "名字", "name", "xm", "fullname", "personname", "曾用名", "cym"];

    private static readonly string[] SurnameWords = ["姓", "姓氏", "surname", "lastname", "familyname", "family", "last", "xing"];

    private static readonly string[] GivenWords = ["名", "名字", "givenname", "firstname", "forename", "given", "first", "ming"];

    private static readonly string[] Births = ["csrq", "csny"];

    private static readonly string[] Phones = ["lxdh", "sjh", "sjhm", "dhhm", "dh", "lxfs"];

    private static readonly string[] Sexes = ["sex", "gender", "xb"];

    // 民族 and 宗教信仰 are sensitive, and relatives share them.
    private static readonly string[] Unfit = ["民族", "宗教", "mz", "zjxy"];

    private static readonly string[] OtherDates = ["登记", "签发", "迁", "注销", "死亡", "更新", "创建", "issue", "update", "creat", "record", "death", "regist", "valid"];

    public static bool IsName(string header) => Names.Contains(Plain(header)) || header.Contains("姓名", StringComparison.Ordinal);

    public static bool IsSurname(string header) => SurnameWords.Contains(Plain(header));

    public static bool IsGivenName(string header) => GivenWords.Contains(Plain(header));

    public static bool IsFormer(string header) => header.Contains("曾用", StringComparison.Ordinal) || Plain(header) is "cym" or "formername";

    public static bool IsBirth(string header) =>
        header.Contains("出生日期", StringComparison.Ordinal) || header.Contains("出生年月", StringComparison.Ordinal) || header.Contains("生日", StringComparison.Ordinal)
        || Births.Contains(Plain(header));

    public static bool IsPhone(string header) =>
        header.Contains("电话", StringComparison.Ordinal) || header.Contains("手机", StringComparison.Ordinal) || header.Contains("联系", StringComparison.Ordinal) || Phones.Contains(Plain(header));

    public static bool IsSex(string header) => header.Contains("性别", StringComparison.Ordinal) || Sexes.Contains(Plain(header));

    public static bool IsUnfit(string header) =>
        Unfit.Contains(Plain(header)) || header.Contains("民族", StringComparison.Ordinal) || header.Contains("宗教", StringComparison.Ordinal);

    public static bool IsOtherDate(string header) => Array.Exists(OtherDates, word => header.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Plain(string header) => new([.. header.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
}
