using System.Buffers;

namespace Qingce.Linkage;

/// <summary>
/// <c>umlauts</c>: 1 when two cleaned values are written alike but for umlauts and their like, with two letters in one and one in the other (müller is muller when
/// cleaned, and written mueller elsewhere; ø and oe, å and aa), else 0.
/// </summary>
internal sealed class UmlautMeasure : Measure
{
    public const string Word = "umlauts";
    private const int LongestOnStack = 256;
    private static readonly SearchValues<char> Letters = SearchValues.Create("äöüÄÖÜøØåÅæÆ");

    public override string Name => Word;

    public override bool IsSimilarity => true;

    public override double Largest => 1;

    public override bool HasSketch => true;

    /// <summary>Whether a value has a letter that some write as two.</summary>
    public static bool Has(string text) => text.AsSpan().ContainsAny(Letters);

    public override double Between(in CellValue left, in CellValue right)
    {
        var a = left.Text;
        var b = right.Text;
        Span<int> one = a.Length <= LongestOnStack ? stackalloc int[a.Length] : new int[a.Length];
        Span<int> other = b.Length <= LongestOnStack ? stackalloc int[b.Length] : new int[b.Length];
        return one[..Fold(a, one)].SequenceEqual(other[..Fold(b, other)]) ? 1 : 0;
    }

    public override ulong Sketch(in CellValue value) => Hash(value.Text);

    public override ulong Sketch(ulong cell)
    {
        if (Cell.IsLong(cell))
        {
            return 0;
        }

        Span<int> text = stackalloc int[Cell.MostInline];
        return Hash(text[..Cell.Decode(cell, text)]);
    }

    // Other letters than those of ASCII are left by cleaning where they are not Latin.
    public override ulong Sketch(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestOnStack || !System.Text.Ascii.IsValid(utf8))
        {
            return 0;
        }

        Span<int> text = stackalloc int[utf8.Length];
        for (var i = 0; i < utf8.Length; i++)
        {
            text[i] = utf8[i];
        }

        return Hash(text);
    }

    public override double Best(ulong left, ulong right, out bool isExact)
    {
        isExact = left != right;
        return isExact ? 0 : 1;
    }

    private static ulong Hash(ReadOnlySpan<int> text)
    {
        Span<int> folded = text.Length <= LongestOnStack ? stackalloc int[text.Length] : new int[text.Length];
        return TextPart.Hash(folded[..Fold(text, folded)]);
    }

    // Two letters that stand for one become what the one is when it has lost its marks.
    private static int Fold(ReadOnlySpan<int> text, Span<int> folded)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            folded[length++] = text[i];
            var isPair = i + 1 < text.Length && (text[i + 1] == 'e' ? text[i] is 'a' or 'o' or 'u' : text[i] == 'a' && text[i + 1] == 'a');
            i += isPair ? 1 : 0;
        }

        return length;
    }
}
