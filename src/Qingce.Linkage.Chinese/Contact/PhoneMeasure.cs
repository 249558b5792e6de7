namespace Qingce.Linkage.Chinese;

/// <summary><c>chinese-phone</c>: 1 for numbers that one typing error tells apart (a digit, two neighbours in each other's place, a digit too many), else 2.</summary>
internal sealed class PhoneMeasure : Measure
{
    private const double Slip = 1, Different = 2;

    public override string Name => "chinese-phone";

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right)
    {
        var a = left.Text.Length <= right.Text.Length ? left.Text : right.Text;
        var b = left.Text.Length <= right.Text.Length ? right.Text : left.Text;
        if (b.Length - a.Length > 1)
        {
            return Different;
        }

        var start = a.CommonPrefixLength(b);
        if (a.Length < b.Length)
        {
            return a[start..].SequenceEqual(b[(start + 1)..]) ? Slip : Different;
        }

        if (start == a.Length || a[(start + 1)..].SequenceEqual(b[(start + 1)..]))
        {
            return Slip;
        }

        return start + 1 < a.Length && a[start] == b[start + 1] && a[start + 1] == b[start] && a[(start + 2)..].SequenceEqual(b[(start + 2)..]) ? Slip : Different;
    }
}
