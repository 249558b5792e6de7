namespace Qingce.Linkage;

/// <summary>1 when two values of one length differ in one character, or in two neighbours that changed places; 0 otherwise.</summary>
internal sealed class IdentifierSlip : Measure
{
    public override string Name => "slip";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right) => IsSlip(left.Text, right.Text) ? 1 : 0;

    /// <summary>Whether one slip turns one text into another that is not equal.</summary>
    public static bool IsSlip(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        var at = left.CommonPrefixLength(right);
        if (at == left.Length)
        {
            return false;
        }

        return left[(at + 1)..].SequenceEqual(right[(at + 1)..])
            || (at + 1 < left.Length && left[at] == right[at + 1] && left[at + 1] == right[at] && left[(at + 2)..].SequenceEqual(right[(at + 2)..]));
    }
}
