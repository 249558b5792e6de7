namespace Qingce.Linkage;

/// <summary>One of a few words, such as a sex or a state: as <see cref="TextKind"/>, without full stops.</summary>
internal sealed class CategoryKind : FoldedKind
{
    public override string Name => "category";

    public override bool MayHaveDefaults => false;

    protected override Mark Of(int code) => code is '"' or '.' ? Mark.Drop : Mark.Keep;
}
