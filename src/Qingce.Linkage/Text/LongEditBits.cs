using System.Numerics;

namespace Qingce.Linkage;

/// <summary>As <see cref="EditBits"/>, of texts of more than 64 characters: a bit a character, in as many words as it takes.</summary>
internal static class LongEditBits
{
    private const int WordBits = 64;

    // Below this code point, places are found once for all characters of the other text.
    private const int Listed = 128;

    /// <param name="pattern">1 to <see cref="Similarity.Most"/> characters.</param>
    /// <param name="text">At least one character.</param>
    public static int Levenshtein(ReadOnlySpan<int> pattern, ReadOnlySpan<int> text) => Distance(pattern, text, swaps: false);

    /// <summary>With swaps of neighbours (optimal string alignment).</summary>
    /// <param name="pattern">1 to <see cref="Similarity.Most"/> characters.</param>
    /// <param name="text">At least one character.</param>
    public static int WithSwaps(ReadOnlySpan<int> pattern, ReadOnlySpan<int> text) => Distance(pattern, text, swaps: true);

    /// <summary>Goes through the left text.</summary>
    /// <param name="left">1 to <see cref="Similarity.Most"/> characters.</param>
    /// <param name="right">At least one character, not more than the left one.</param>
    public static double Jaro(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        Span<ulong> used = stackalloc ulong[WordsOf(right.Length)];
        Span<ulong> places = stackalloc ulong[Listed * used.Length];
        List(right, places);
        Span<int> matched = stackalloc int[left.Length];
        used.Clear();
        var reach = Math.Max(0, left.Length / 2 - 1);
        var common = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var from = Math.Max(0, i - reach);
            var to = Math.Min(right.Length - 1, i + reach);
            for (var word = from / WordBits; word * WordBits <= to; word++)
            {
                var free = Places(right, places, word, left[i]) & ~used[word] & Within(from, to, word);
                if (free != 0)
                {
                    used[word] |= free & unchecked(~free + 1);
                    matched[common++] = left[i];
                    break;
                }
            }
        }

        var (moved, k) = (0, 0);
        for (var word = 0; word < used.Length; word++)
        {
            for (var rest = used[word]; rest != 0; rest &= rest - 1)
            {
                moved += matched[k++] == right[word * WordBits + BitOperations.TrailingZeroCount(rest)] ? 0 : 1;
            }
        }

        return Similarity.JaroOf(common, moved, left.Length, right.Length);
    }

    // What one word carries into the next is its highest bit: of the differences to the right, and of a swap of which the halves lie in two words.
    private static int Distance(ReadOnlySpan<int> pattern, ReadOnlySpan<int> text, bool swaps)
    {
        Span<Column> columns = stackalloc Column[WordsOf(pattern.Length)];
        Span<ulong> places = stackalloc ulong[Listed * columns.Length];
        List(pattern, places);
        columns.Fill(new Column { Positive = ulong.MaxValue });
        var last = 1UL << ((pattern.Length - 1) % WordBits);
        var distance = pattern.Length;
        foreach (var code in text)
        {
            ulong upCarry = 1, downCarry = 0, halfSwapped = 0;
            for (var word = 0; word < columns.Length; word++)
            {
                ref var its = ref columns[word];
                var equal = Places(pattern, places, word, code);
                var half = ~its.Diagonal & equal;
                var swapped = swaps ? (half << 1 | halfSwapped) & its.Before : 0;
                halfSwapped = half >> (WordBits - 1);
                var reached = equal | downCarry;
                ulong diagonal;
                unchecked
                {
                    diagonal = (((reached & its.Positive) + its.Positive) ^ its.Positive) | reached | its.Negative | swapped;
                }

                var up = its.Negative | ~(diagonal | its.Positive);
                var down = its.Positive & diagonal;
                if (word == columns.Length - 1)
                {
                    distance += (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
                }

                (var upBefore, upCarry) = (upCarry, up >> (WordBits - 1));
                (var downBefore, downCarry) = (downCarry, down >> (WordBits - 1));
                up = up << 1 | upBefore;
                down = down << 1 | downBefore;
                its = new Column { Positive = down | ~(diagonal | up), Negative = up & diagonal, Diagonal = diagonal, Before = equal };
            }
        }

        return distance;
    }

    private static int WordsOf(int characters) => (characters + WordBits - 1) / WordBits;

    private static void List(ReadOnlySpan<int> text, Span<ulong> places)
    {
        places.Clear();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < Listed)
            {
                places[i / WordBits * Listed + text[i]] |= 1UL << (i % WordBits);
            }
        }
    }

    // The bits of a word at whose places a character stands.
    private static ulong Places(ReadOnlySpan<int> text, ReadOnlySpan<ulong> places, int word, int code) => code < Listed
        ? places[word * Listed + code]
        : EditBits.Places(text.Slice(word * WordBits, Math.Min(WordBits, text.Length - word * WordBits)), code);

    // The bits of a word from one place to another, both among them.
    private static ulong Within(int from, int to, int word)
    {
        var (first, end) = (from - word * WordBits, to - word * WordBits);
        return (first <= 0 ? ulong.MaxValue : ulong.MaxValue << first) & (end >= WordBits - 1 ? ulong.MaxValue : (1UL << (end + 1)) - 1);
    }

    /// <summary>One word of the column that was gone through last.</summary>
    private struct Column
    {
        public ulong Positive;
        public ulong Negative;
        public ulong Diagonal;
        public ulong Before;
    }
}
