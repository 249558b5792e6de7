namespace Qingce.Checks.Indicators.Duplicates;

/// <summary>How a level of a comparison is said to a county officer.</summary>
/// <param name="Agrees">True for what the two registrations have in common, near misses among it.</param>
/// <param name="Chinese">In Chinese.</param>
/// <param name="English">In English.</param>
internal readonly record struct DuplicateWords(bool Agrees, string Chinese, string English)
{
    /// <summary>The words; default for what is not said: the prior, frequencies, kin, and agreement that many people share by chance.</summary>
    /// <param name="comparison">Name of the comparison in the register model.</param>
    /// <param name="level">Name of its level.</param>
    public static DuplicateWords Of(string comparison, string level) => comparison switch
    {
        "name" => OfName(level),
        "birth" => OfBirth(level),
        "number" => OfNumber(level),
        "sex" => level == "equal" ? new(true, "性别相同", "sex is the same") : new(false, "性别不同", "sex differs"),
        "contact" => OfContact(level),
        "places" => OfPlaces(level),
        "family" => level switch
        {
            "two-or-more" => new(true, "两户另有至少两名成员相同", "two or more other members of the two households are the same"),
            "one" => new(true, "两户另有一名成员相同", "one other member of the two households is the same"),
            _ => default,
        },
        "work" when level == "equal" => new(true, "工作单位相同", "employer is the same"),
        "card" => new(true, "居民身份证签发日期相同", "identity cards were issued on the same day"),
        _ => default,
    };

    private static DuplicateWords OfName(string level) => level switch
    {
        "exact" => new(true, "姓名相同", "name is the same"),
        "variant" => new(true, "姓名仅字形写法不同", "name differs in the form of characters alone"),
        "former" => new(true, "姓名与曾用名相合", "name is the other's former name"),
        "lost-character" => new(true, "姓名仅缺失的生僻字不同", "name differs in a lost rare character alone"),
        "look-alike" => new(true, "姓名仅形近字不同", "name differs in a look-alike character alone"),
        "homophone" => new(true, "姓名同音", "name sounds the same"),
        "reordered" => new(true, "姓名各部分相同而次序不同", "name has the same parts in another order"),
        "part" => new(true, "一个姓名是另一个的一部分", "one name is part of the other"),
        "one-character" => new(false, "姓名有一字不同", "name differs in one character"),
        "surname-only" => new(false, "仅姓氏相同", "only the surname is the same"),
        _ => new(false, "姓名不同", "name differs"),
    };

    private static DuplicateWords OfBirth(string level) => level switch
    {
        "equal" => new(true, "出生日期相同", "birth date is the same"),
        "equal-in-number" => new(true, "出生日期按号码所载相同", "birth date is the same by the numbers"),
        "lunar" => new(true, "出生日期为同一天的农历与公历", "birth dates are one day by the lunar and the solar calendar"),
        "slip" => new(true, "出生日期仅有一处笔误之差", "birth dates are one slip apart"),
        "partial" => new(true, "出生日期在已知部分相同", "birth date is the same as far as it is known"),
        "same-day-of-year" => new(false, "出生月日相同而年份不同", "birth year differs, day of the year is the same"),
        "same-year" => new(false, "出生年份相同而月日不同", "day of birth differs, year is the same"),
        _ => new(false, "出生日期不同", "birth date differs"),
    };

    private static DuplicateWords OfNumber(string level) => level switch
    {
        "equal" => new(true, "公民身份号码相同", "citizen number is the same"),
        "short-form" => new(true, "十五位与十八位公民身份号码相合", "citizen number is the same in 15 and 18 digits"),
        "former" => new(true, "公民身份号码与曾用号码相合", "citizen number is the other's former number"),
        "slip" => new(true, "公民身份号码仅有一处笔误之差", "citizen numbers are one slip apart"),
        "slip-rechecked" => new(true, "公民身份号码仅有一位之差", "citizen numbers are one digit apart"),
        "other-birth" => new(false, "公民身份号码仅出生日期码不同", "citizen numbers differ in the birth date alone"),
        _ => new(false, "公民身份号码不同", "citizen number differs"),
    };

    private static DuplicateWords OfContact(string level) => level switch
    {
        "phone-and-address" => new(true, "联系电话和住址相同", "phone and address are the same"),
        "phone" => new(true, "联系电话相同", "phone is the same"),
        "address" => new(true, "住址相同", "address is the same"),
        _ => new(false, "住址和联系电话不同", "address and phone differ"),
    };

    private static DuplicateWords OfPlaces(string level) => level switch
    {
        "both" => new(true, "出生地和籍贯相同", "birthplace and native place are the same"),
        "birthplace" => new(true, "出生地相同", "birthplace is the same"),
        "native-place" => new(true, "籍贯相同", "native place is the same"),
        _ => new(false, "出生地和籍贯不同", "birthplace and native place differ"),
    };
}
