namespace Qingce.Linkage;

/// <summary>Any text: small letters without marks, runs of white space one space, none at the ends. Punctuation stays.</summary>
internal sealed class TextKind : FoldedKind
{
    public override string Name => "text";

    protected override Mark Of(int code) => code is '"' ? Mark.Drop : Mark.Keep;
}
