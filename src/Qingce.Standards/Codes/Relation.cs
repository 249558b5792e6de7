using Qingce.Standards.Text;

namespace Qingce.Standards;

/// <summary>
/// Relation to the head of the household, the two-digit code of GB/T 4761-2008. The default value, code 0, is no relation
/// given.
/// </summary>
public readonly record struct Relation
{
    private static readonly TextIndex Words = new(RelationNames.Words);

    private Relation(byte code) => Code = code;

    /// <summary>The two-digit code, 1 to 99, or 0 for none.</summary>
    public byte Code { get; }

    /// <summary>No relation given.</summary>
    public static Relation None => default;

    /// <summary>The head of the household (02).</summary>
    public static Relation Head => new(2);

    /// <summary>Takes a two-digit code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">GB/T 4761 has no such code.</exception>
    public static Relation FromCode(int code) =>
        RelationNames.IsCode(code) ? new((byte)code) : throw new ArgumentOutOfRangeException(nameof(code), code, "GB/T 4761 has no such code.");

    /// <summary>
    /// Reads a two-digit code, a one-digit code (0 self or head to 8 other; widened to 02, 10, 20 ... 80, since one digit alone
    /// is the short form and never a code that lost its zero), or a Chinese or English name, in UTF-8. False when it is none of them.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Relation relation) =>
        Accept(CodeText.TryRead(text, Words, out var code, out var digits), code, digits, out relation);

    /// <summary>As <see cref="TryRead(ReadOnlySpan{byte}, out Relation)"/>, from UTF-16.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Relation relation) =>
        Accept(CodeText.TryRead(text, Words, out var code, out var digits), code, digits, out relation);

    /// <summary>True when no relation is given.</summary>
    public bool IsNone => Code == 0;

    /// <summary>The head, who is also the self of the card (01, 02).</summary>
    public bool IsHead => Code is 1 or 2;

    /// <summary>Husband or wife of the head (10 to 12).</summary>
    public bool IsSpouse => Code is >= 10 and <= 19;

    /// <summary>Son, also step or adopted (20 to 29 but 28).</summary>
    public bool IsSon => Code is >= 20 and <= 29 and not 28;

    /// <summary>Daughter, also step or adopted (30 to 39 but 38).</summary>
    public bool IsDaughter => Code is >= 30 and <= 39 and not 38;

    /// <summary>Son or daughter, also step or adopted; not a child's spouse.</summary>
    public bool IsChild => IsSon || IsDaughter;

    /// <summary>A child's husband or wife (28, 38).</summary>
    public bool IsChildInLaw => Code is 28 or 38;

    /// <summary>Grandchild or great-grandchild, with their spouses (40 to 49).</summary>
    public bool IsGrandchild => Code is >= 40 and <= 49;

    /// <summary>Father or mother of the head or, in law (53 to 56), of the spouse; also step and adoptive (50 to 59).</summary>
    public bool IsParent => Code is >= 50 and <= 59;

    /// <summary>Grandparent or great-grandparent, also the spouse's (60 to 69).</summary>
    public bool IsGrandparent => Code is >= 60 and <= 69;

    /// <summary>Brother or sister; not their spouses (70, 71, 73, 75, 77, 79).</summary>
    public bool IsSibling => Code is 70 or 71 or 73 or 75 or 77 or 79;

    /// <summary>Step or adopted child, step or adoptive parent (27, 37, 57, 58).</summary>
    public bool IsStepOrAdopted => Code is 27 or 37 or 57 or 58;

    /// <summary>Not related (99).</summary>
    public bool IsNotRelated => Code == 99;

    /// <summary>
    /// True where no natural gap of age between parent and child is to be expected: step, adopted and in law (27, 28, 37, 38,
    /// 53 to 58).
    /// </summary>
    public bool IsExemptFromParentGap => Code is 27 or 28 or 37 or 38 or (>= 53 and <= 58);

    /// <summary>The sex that the relation implies; unknown when either is possible.</summary>
    public Sex ExpectedSex => RelationNames.SexOf(Code);

    /// <summary>The two-digit code written out, or an empty string.</summary>
    public string CodeDigits => IsNone ? string.Empty : Code.ToString("D2", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The name in Chinese, as in the standard; empty for none.</summary>
    public string ChineseName => RelationNames.Chinese(Code);

    /// <summary>The name in English; empty for none.</summary>
    public string EnglishName => RelationNames.English(Code);

    /// <summary>Every code of the standard in use, in ascending order.</summary>
    public static IReadOnlyList<Relation> All { get; } = [.. RelationNames.Codes.Select(code => new Relation(code))];

    /// <inheritdoc/>
    public override string ToString() => CodeDigits;

    private static bool Accept(bool read, int code, int digits, out Relation relation)
    {
        if (read && digits == 1)
        {
            code = code switch { 0 => 2, <= 8 => code * 10, _ => -1 };
        }

        var known = read && digits != 3 && digits != 4 && RelationNames.IsCode(code);
        relation = known ? new((byte)code) : None;
        return known;
    }
}
