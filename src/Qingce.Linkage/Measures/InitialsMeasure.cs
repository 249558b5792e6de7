namespace Qingce.Linkage;

/// <summary>
/// 1 where every word of the name with fewer words, or of either, is a word of the other one or its initial (иванов и п, иванов иван петрович), and one whole word
/// is in common; 0 where not.
/// </summary>
internal sealed class InitialsMeasure : Measure
{
    public const string Word = "words-initials";

    public override string Name => Word;

    public override bool IsSimilarity => true;

    public override double Largest => 1;

    public override double Between(in CellValue left, in CellValue right)
    {
        Span<Range> one = stackalloc Range[Words.Most];
        Span<Range> two = stackalloc Range[Words.Most];
        one = one[..Words.Find(left.Text, ' ', one)];
        two = two[..Words.Find(right.Text, ' ', two)];
        return one.Length <= two.Length ? Between(left.Text, one, right.Text, two) : Between(right.Text, two, left.Text, one);
    }

    /// <summary>Whether one of the words of a name is an initial.</summary>
    public static bool Has(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsLetter(text[at]) && (at == 0 || !char.IsLetter(text[at - 1])) && (at + 1 == text.Length || !char.IsLetter(text[at + 1])))
            {
                return true;
            }
        }

        return false;
    }

    // Whole words first: an initial takes what they leave.
    private static double Between(ReadOnlySpan<int> fewer, ReadOnlySpan<Range> words, ReadOnlySpan<int> more, ReadOnlySpan<Range> others)
    {
        Span<bool> met = stackalloc bool[Words.Most], taken = stackalloc bool[Words.Most];
        var whole = 0;
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < words.Length; i++)
            {
                for (var j = 0; j < others.Length && !met[i]; j++)
                {
                    var word = fewer[words[i]];
                    var other = more[others[j]];
                    if (!taken[j] && (pass == 0 ? word.SequenceEqual(other) : (word.Length == 1 || other.Length == 1) && word[0] == other[0]))
                    {
                        met[i] = taken[j] = true;
                        whole += pass == 0 && word.Length > 1 ? 1 : 0;
                    }
                }
            }
        }

        return whole > 0 && !met[..words.Length].Contains(false) ? 1 : 0;
    }
}
