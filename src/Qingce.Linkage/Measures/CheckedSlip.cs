namespace Qingce.Linkage;

/// <summary>
/// How two identifiers agree that carry a check, where it shows that one of the two is wrong in itself: 1 for one slip (a character another one, lost or added,
/// or two that changed places), 0.75 for two, 0.5 for more. 0 for two that are both right, because they stand for two people or things however little they differ.
/// </summary>
/// <param name="name">Name in model files.</param>
/// <param name="isRight">Whether the check of an identifier holds.</param>
internal sealed class CheckedSlip(string name, CheckedSlip.Check isRight) : Measure
{
    private const int LeastValues = 20;
    private const double MostlyRight = 0.8;

    /// <summary>What the measure can come to, beside 0.</summary>
    public const double OneSlip = 1, TwoSlips = 0.75, WrongInItself = 0.5;

    /// <summary>Whether an identifier, its check characters included, is right in itself.</summary>
    /// <param name="identifier">Letters in capitals and digits.</param>
    internal delegate bool Check(ReadOnlySpan<int> identifier);

    public static IReadOnlyList<CheckedSlip> All { get; } =
    [
        new("slip-luhn", CheckCharacters.IsLuhn), new("slip-mod-10", CheckCharacters.IsModulo10), new("slip-mod-11", CheckCharacters.IsModulo11),
        new("slip-mod-11-2", CheckCharacters.IsModulo11Radix2), new("slip-mod-97", CheckCharacters.IsModulo97),
    ];

    /// <summary>The measure whose check nearly all values of a column pass; null for none. By chance one of ten numbers passes one.</summary>
    public static CheckedSlip? For(ColumnProfile profile) =>
        profile.Values.Count < LeastValues ? null : All.FirstOrDefault(measure => profile.Share(measure.IsRight) >= MostlyRight);

    public override string Name => name;

    public override bool IsSimilarity => true;

    public override double Largest => OneSlip;

    public override double Between(in CellValue left, in CellValue right)
    {
        var a = left.Text;
        var b = right.Text;
        if (isRight(a) && isRight(b))
        {
            return 0;
        }

        var edits = Similarity.EditDistance(a, b);
        return edits <= 1 ? OneSlip : edits == 2 ? TwoSlips : WrongInItself;
    }

    // As the kind of identifiers cleans them.
    private bool IsRight(string value) => isRight([.. value.Where(char.IsAsciiLetterOrDigit).Select(c => (int)char.ToUpperInvariant(c))]);
}
