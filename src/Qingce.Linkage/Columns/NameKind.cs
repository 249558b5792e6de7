namespace Qingce.Linkage;

/// <summary>
/// A name: small letters without marks; apostrophes and full stops are left out, hyphens and other punctuation part words.
/// </summary>
internal sealed class NameKind : FoldedKind
{
    public override string Name => "name";

    protected override Mark Of(int code) => code switch
    {
        '\'' or '.' or '"' or '`' => Mark.Drop,
        >= 'a' and <= 'z' or >= '0' and <= '9' or >= 0x80 => Mark.Keep,
        _ => Mark.Space,
    };
}
