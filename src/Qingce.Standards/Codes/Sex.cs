using Qingce.Standards.Text;

namespace Qingce.Standards;

/// <summary>Sex, GB/T 2261.1.</summary>
public enum Sex : byte
{
    /// <summary>Unknown.</summary>
    Unknown = 0,

    /// <summary>Male.</summary>
    Male = 1,

    /// <summary>Female.</summary>
    Female = 2,

    /// <summary>Not stated.</summary>
    NotStated = 9,
}

/// <summary>Reading and naming of <see cref="Sex"/>.</summary>
public static class SexCode
{
    private static readonly TextIndex Words = new(
    [
        ("男", 1), ("男性", 1), ("男儿", 1), ("M", 1), ("m", 1), ("male", 1), ("Male", 1), ("女", 2), ("女性", 2), ("F", 2), ("f", 2), ("female", 2),
        ("Female", 2), ("未知", 0), ("未知的性别", 0), ("不详", 0), ("未说明", 9), ("未说明的性别", 9),
    ]);

    extension(Sex sex)
    {
        /// <summary>Reads a code or a name in UTF-8. False, and unknown, when it is neither.</summary>
        public static bool TryRead(ReadOnlySpan<byte> text, out Sex value) =>
            Accept(CodeText.TryRead(text, Words, out var code, out _), code, out value);

        /// <summary>Reads a code or a name in UTF-16. False, and unknown, when it is neither.</summary>
        public static bool TryRead(ReadOnlySpan<char> text, out Sex value) =>
            Accept(CodeText.TryRead(text, Words, out var code, out _), code, out value);

        /// <summary>True for male and female.</summary>
        public bool IsKnown => sex is Sex.Male or Sex.Female;

        /// <summary>True when both are known and differ.</summary>
        public bool Contradicts(Sex other) => sex.IsKnown && other.IsKnown && sex != other;

        /// <summary>The name in Chinese.</summary>
        public string ChineseName => sex switch { Sex.Male => "男", Sex.Female => "女", Sex.NotStated => "未说明的性别", _ => "未知的性别" };

        /// <summary>The name in English.</summary>
        public string EnglishName => sex switch { Sex.Male => "male", Sex.Female => "female", Sex.NotStated => "not stated", _ => "unknown" };
    }

    private static bool Accept(bool read, int code, out Sex value)
    {
        var known = read && code is 0 or 1 or 2 or 9;
        value = known ? (Sex)code : Sex.Unknown;
        return read && known;
    }
}
