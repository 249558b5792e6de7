using Qingce.Standards.Text;

namespace Qingce.Standards;

/// <summary>Marital status, GB/T 2261.2.</summary>
public enum MaritalStatus : byte
{
    /// <summary>No value was given.</summary>
    None = 0,

    /// <summary>Never married.</summary>
    NeverMarried = 10,

    /// <summary>Married, without saying which time.</summary>
    Married = 20,

    /// <summary>Married for the first time.</summary>
    FirstMarriage = 21,

    /// <summary>Married again, to another person.</summary>
    Remarried = 22,

    /// <summary>Married again to the former spouse.</summary>
    RemarriedToSame = 23,

    /// <summary>Widowed and not married again.</summary>
    Widowed = 30,

    /// <summary>Divorced and not married again.</summary>
    Divorced = 40,

    /// <summary>Not stated.</summary>
    NotStated = 90,
}

/// <summary>Reading and naming of <see cref="MaritalStatus"/>.</summary>
public static class MaritalStatusCode
{
    private static readonly TextIndex Words = new(
    [
        ("未婚", 10), ("已婚", 20), ("有配偶", 20), ("初婚", 21), ("初婚有配偶", 21), ("再婚", 22), ("再婚有配偶", 22), ("复婚", 23), ("复婚有配偶", 23),
        ("丧偶", 30), ("离婚", 40), ("离异", 40), ("未说明的婚姻状况", 90), ("未说明", 90), ("不详", 90), ("single", 10), ("married", 20), ("widowed", 30),
        ("divorced", 40), ("never married", 10), ("first marriage", 21), ("remarried", 22), ("remarried to the same spouse", 23), ("not stated", 90),
    ]);

    extension(MaritalStatus status)
    {
        /// <summary>Reads a code (one digit is widened: 2 is 20) or a name in UTF-8. False when it is neither.</summary>
        public static bool TryRead(ReadOnlySpan<byte> text, out MaritalStatus value) =>
            Accept(CodeText.TryRead(text, Words, out var code, out var digits), code, digits, out value);

        /// <summary>Reads a code (one digit is widened: 2 is 20) or a name in UTF-16. False when it is neither.</summary>
        public static bool TryRead(ReadOnlySpan<char> text, out MaritalStatus value) =>
            Accept(CodeText.TryRead(text, Words, out var code, out var digits), code, digits, out value);

        /// <summary>True while a marriage lasts (20 to 23).</summary>
        public bool IsMarried => status is >= MaritalStatus.Married and <= MaritalStatus.RemarriedToSame;

        /// <summary>True when the status says something: not for none and not stated.</summary>
        public bool IsStated => status is not (MaritalStatus.None or MaritalStatus.NotStated);

        /// <summary>The name in Chinese.</summary>
        public string ChineseName => status switch
        {
            MaritalStatus.NeverMarried => "未婚",
            MaritalStatus.Married => "已婚",
            MaritalStatus.FirstMarriage => "初婚",
            MaritalStatus.Remarried => "再婚",
            MaritalStatus.RemarriedToSame => "复婚",
            MaritalStatus.Widowed => "丧偶",
            MaritalStatus.Divorced => "离婚",
            _ => "未说明的婚姻状况",
        };

        /// <summary>The name in English.</summary>
        public string EnglishName => status switch
        {
            MaritalStatus.NeverMarried => "never married",
            MaritalStatus.Married => "married",
            MaritalStatus.FirstMarriage => "first marriage",
            MaritalStatus.Remarried => "remarried",
            MaritalStatus.RemarriedToSame => "remarried to the same spouse",
            MaritalStatus.Widowed => "widowed",
            MaritalStatus.Divorced => "divorced",
            _ => "not stated",
        };
    }

    private static bool Accept(bool read, int code, int digits, out MaritalStatus value)
    {
        var wide = digits == 1 ? code * 10 : code;
        var known = wide is 10 or 20 or 21 or 22 or 23 or 30 or 40 or 90;
        value = read && known ? (MaritalStatus)wide : MaritalStatus.None;
        return read && known;
    }
}
