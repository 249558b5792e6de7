using System.Collections.Frozen;
using System.Text;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>The syllables of names written in letters, by the numbers that characters read so have: <c>li wanqian</c> is li, wan, qian.</summary>
internal static class PinyinSyllables
{
    private const int Longest = 6, FirstHan = 0x4E00, LastHan = 0x9FFF;
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbers = Read().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Takes a name apart; of several ways the one of the fewest syllables, the longest first.</summary>
    /// <param name="text">Small letters, and spaces and marks that part them.</param>
    /// <param name="syllables">Room for as many as there are letters.</param>
    /// <returns>How many there are; 0 where the letters are no syllables.</returns>
    public static int Of(ReadOnlySpan<int> text, Span<ulong> syllables)
    {
        Span<char> letters = stackalloc char[text.Length];
        var (count, length) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is >= 'a' and <= 'z')
            {
                letters[length++] = (char)text[i];
            }
            else if (i < text.Length && text[i] is not (' ' or '-' or '\'' or '.' or ','))
            {
                return 0;
            }
            else if (length > 0)
            {
                var of = Word(letters[..length], syllables[count..]);
                if (of == 0)
                {
                    return 0;
                }

                (count, length) = (count + of, 0);
            }
        }

        return count;
    }

    private static int Word(ReadOnlySpan<char> letters, Span<ulong> syllables)
    {
        // For each beginning the fewest syllables from there to the end, and the length of the first of them.
        Span<(int Fewest, int First)> from = stackalloc (int, int)[letters.Length + 1];
        for (var start = letters.Length - 1; start >= 0; start--)
        {
            from[start] = (int.MaxValue, 0);
            for (var length = Math.Min(Longest, letters.Length - start); length > 0; length--)
            {
                if (from[start + length].Fewest is var rest && rest < from[start].Fewest - 1 && Numbers.ContainsKey(letters.Slice(start, length)))
                {
                    from[start] = (rest + 1, length);
                }
            }
        }

        if (from[0].First == 0)
        {
            return 0;
        }

        var count = 0;
        for (var at = 0; at < letters.Length; at += from[at].First)
        {
            syllables[count++] = (ulong)Numbers[letters.Slice(at, from[at].First)];
        }

        return count;
    }

    private static FrozenDictionary<string, int> Read()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = FirstHan; code <= LastHan; code++)
        {
            if (Pinyin.Of(new Rune(code)) is { Length: > 0 } syllable)
            {
                numbers.TryAdd(syllable, Pinyin.SyllableOf(new Rune(code)));
            }
        }

        return numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
