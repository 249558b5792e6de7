namespace Qingce.Linkage;

/// <summary>
/// A name: small letters without marks; apostrophes are left out, hyphens, the full stops of initials and other punctuation part words.
/// </summary>
internal sealed class NameKind : FoldedKind
{
    public override string Name => "name";

    protected override Mark Of(int code) => code switch
    {
        '\'' or '"' or '`' => Mark.Drop,
        >= 'a' and <= 'z' or >= '0' and <= '9' or >= 0x80 => Mark.Keep,
        _ => Mark.Space,
    };
}
