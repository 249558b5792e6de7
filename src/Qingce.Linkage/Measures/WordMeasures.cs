namespace Qingce.Linkage;

/// <summary>Words or items that two values have in common, counted in one of several ways.</summary>
/// <param name="name">Name in model files.</param>
/// <param name="separator">What parts them.</param>
/// <param name="of">From those in common, those of one value and those of the other, which may change places.</param>
internal sealed class WordMeasure(string name, char separator, Func<int, int, int, double> of) : Measure
{
    /// <summary>All of them. Words are parted by spaces, items of sets by semicolons.</summary>
    public static readonly WordMeasure[] All =
    [
        new("words-jaccard", ' ', Jaccard),
        new("words-contained", ' ', Contained),
        new("words-common", ' ', (common, _, _) => common),
        new("items-jaccard", (char)SetKind.Separator, Jaccard),
        new("items-contained", (char)SetKind.Separator, Contained),
        new("items-common", (char)SetKind.Separator, (common, _, _) => common),
    ];

    public override string Name => name;

    public override bool IsSimilarity => true;

    public override double Largest => 1;

    public override double Between(in CellValue left, in CellValue right)
    {
        var (common, a, b) = Words.Compare(left.Text, right.Text, separator);
        return of(common, a, b);
    }

    private static double Jaccard(int common, int left, int right) => left + right == 0 ? 0 : common / (double)(left + right - common);

    private static double Contained(int common, int left, int right) => Math.Min(left, right) == 0 ? 0 : common / (double)Math.Min(left, right);
}

/// <summary>Jaro-Winkler similarity of the words in alphabetical order, so that their order does not count.</summary>
internal sealed class SortedWords : Measure
{
    private const int OnStack = 128;

    public override string Name => "words-sorted";

    public override bool IsSimilarity => true;

    public override double Largest => 1;

    public override double Between(in CellValue left, in CellValue right)
    {
        var one = left.Text.Length <= OnStack ? stackalloc int[left.Text.Length] : new int[left.Text.Length];
        var two = right.Text.Length <= OnStack ? stackalloc int[right.Text.Length] : new int[right.Text.Length];
        return Similarity.JaroWinkler(one[..Sort(left.Text, one)], two[..Sort(right.Text, two)]);
    }

    private static int Sort(ReadOnlySpan<int> text, Span<int> sorted)
    {
        Span<Range> words = stackalloc Range[Words.Most];
        var count = Words.Find(text, ' ', words);
        for (var i = 1; i < count; i++)
        {
            for (var j = i; j > 0 && text[words[j]].SequenceCompareTo(text[words[j - 1]]) < 0; j--)
            {
                (words[j], words[j - 1]) = (words[j - 1], words[j]);
            }
        }

        var length = 0;
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                sorted[length++] = ' ';
            }

            text[words[i]].CopyTo(sorted[length..]);
            length += words[i].End.Value - words[i].Start.Value;
        }

        return length;
    }
}

/// <summary>1 when the Latin first words of two values sound alike, 0 when they do not; NaN where one has no Latin letter.</summary>
internal sealed class SoundsAlike : Measure
{
    public override string Name => "sounds-alike";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right)
    {
        var (a, b) = (Soundex.Of(left.Text), Soundex.Of(right.Text));
        return a == 0 || b == 0 ? double.NaN : a == b ? 1 : 0;
    }
}

/// <summary>The length of the shorter value where the longer begins with it (rob, robert: 3; an initial: 1); 0 where it does not.</summary>
internal sealed class Beginning : Measure
{
    public override string Name => "beginning";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right)
    {
        var shorter = Math.Min(left.Text.Length, right.Text.Length);
        return left.Text.CommonPrefixLength(right.Text) == shorter ? shorter : 0;
    }
}

/// <summary>1 when one name is a short form of the other: its beginning (rob, robert; an initial), or a known one (bob, robert); 0 when it is not.</summary>
internal sealed class ShortForm : Measure
{
    public override string Name => "short-form";

    public override bool IsSimilarity => true;

    public override double Largest => 1;

    public override double Between(in CellValue left, in CellValue right) =>
        left.Text.CommonPrefixLength(right.Text) == Math.Min(left.Text.Length, right.Text.Length) || ShortForms.Are(left.Text, right.Text) ? 1 : 0;
}

/// <summary>Jaro-Winkler similarity of what stands before the @ of two e-mail addresses, 1 when it is equal.</summary>
internal sealed class MailboxMeasure : Measure
{
    public override string Name => "mailbox";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right) => Similarity.JaroWinkler(Mailbox(left.Text), Mailbox(right.Text));

    /// <summary>What stands before the @, the whole text where there is none.</summary>
    public static ReadOnlySpan<int> Mailbox(ReadOnlySpan<int> text) => text.LastIndexOf('@') is > 0 and var at ? text[..at] : text;
}
