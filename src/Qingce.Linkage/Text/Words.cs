namespace Qingce.Linkage;

/// <summary>A text as words: where they begin and end. At most <see cref="Most"/>; further ones are left out.</summary>
internal static class Words
{
    /// <summary>Most words of a text.</summary>
    public const int Most = 16;

    /// <summary>Finds the words of a text, each once.</summary>
    /// <param name="text">Code points.</param>
    /// <param name="separator">What parts them.</param>
    /// <param name="words">Room for <see cref="Most"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Find(ReadOnlySpan<int> text, int separator, Span<Range> words)
    {
        var count = 0;
        for (int from = 0, to; from < text.Length && count < Most; from = to + 1)
        {
            var length = text[from..].IndexOf(separator);
            to = length < 0 ? text.Length : from + length;
            if (to > from && !Has(text, words[..count], text[from..to]))
            {
                words[count++] = from..to;
            }
        }

        return count;
    }

    /// <summary>How many words two texts have in common, and how many each has.</summary>
    public static (int Common, int Left, int Right) Compare(ReadOnlySpan<int> left, ReadOnlySpan<int> right, int separator)
    {
        Span<Range> one = stackalloc Range[Most];
        Span<Range> two = stackalloc Range[Most];
        var (a, b) = (Find(left, separator, one), Find(right, separator, two));
        var common = 0;
        for (var i = 0; i < a; i++)
        {
            common += Has(right, two[..b], left[one[i]]) ? 1 : 0;
        }

        return (common, a, b);
    }

    private static bool Has(ReadOnlySpan<int> text, ReadOnlySpan<Range> words, ReadOnlySpan<int> word)
    {
        foreach (var range in words)
        {
            if (text[range].SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }
}
