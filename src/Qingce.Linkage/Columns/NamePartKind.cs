namespace Qingce.Linkage;

/// <summary>
/// A part of a full name, cleaned as names are: <c>given-names</c> is what stands before the family name, or behind it and a comma;
/// <c>family-name</c> the last word with its particles (van der Berg), or what stands before the comma. Titles and generations (Dr, Jr) are left
/// out. A single word is a family name.
/// </summary>
/// <param name="isFamily">Which part.</param>
internal sealed class NamePartKind(bool isFamily) : ColumnKind
{
    public const string Given = "given-names", Family = "family-name";
    private const int MostWords = 12;
    private static readonly NameKind Whole = new();

    public override string Name => isFamily ? Family : Given;

    public override int MostBytes(int length) => Whole.MostBytes(length);

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        value = Cleaning.Trim(value);
        var comma = value.IndexOf((byte)',');
        if (comma >= 0)
        {
            return Joined(isFamily ? value[..comma] : value[(comma + 1)..], 0, MostWords, cleaned);
        }

        Span<Range> words = stackalloc Range[MostWords];
        var count = Words(value, words);
        var family = Math.Max(0, count - 1);
        while (family > 1 && IsParticle(value[words[family - 1]]))
        {
            family--;
        }

        return isFamily ? Joined(value, family, count, cleaned) : Joined(value, 0, family, cleaned);
    }

    /// <summary>Whether a value can be taken apart: two words or more beside titles, or a comma, in letters that have spaces between words.</summary>
    internal static bool HasParts(ReadOnlySpan<byte> value)
    {
        Span<Range> words = stackalloc Range[MostWords];
        return value.IndexOf((byte)',') >= 0 || Words(value, words) is >= 2 and <= 5;
    }

    private static int Joined(ReadOnlySpan<byte> value, int from, int to, Span<byte> cleaned)
    {
        Span<Range> words = stackalloc Range[MostWords];
        to = Math.Min(to, Words(value, words));
        return from < to ? Whole.Clean(value[words[from].Start..words[to - 1].End], cleaned) : 0;
    }

    // The words without titles before and generations behind them.
    private static int Words(ReadOnlySpan<byte> value, Span<Range> words)
    {
        var count = 0;
        for (int from = 0, to; from < value.Length && count < words.Length; from = to + 1)
        {
            var length = value[from..].IndexOf((byte)' ');
            to = length < 0 ? value.Length : from + length;
            if (to > from && !(count == 0 && IsTitle(value[from..to])))
            {
                words[count++] = from..to;
            }
        }

        while (count > 1 && IsGeneration(value[words[count - 1]]))
        {
            count--;
        }

        return count;
    }

    private static bool IsTitle(ReadOnlySpan<byte> word) => Is(word, "mr"u8) || Is(word, "mrs"u8) || Is(word, "ms"u8) || Is(word, "miss"u8) || Is(word, "dr"u8)
        || Is(word, "prof"u8) || Is(word, "sir"u8) || Is(word, "rev"u8) || Is(word, "herr"u8) || Is(word, "frau"u8);

    private static bool IsGeneration(ReadOnlySpan<byte> word) => Is(word, "jr"u8) || Is(word, "sr"u8) || Is(word, "jnr"u8) || Is(word, "snr"u8) || Is(word, "ii"u8) || Is(word, "iii"u8);

    private static bool IsParticle(ReadOnlySpan<byte> word) => Is(word, "van"u8) || Is(word, "von"u8) || Is(word, "der"u8) || Is(word, "den"u8) || Is(word, "de"u8) || Is(word, "la"u8)
        || Is(word, "le"u8) || Is(word, "di"u8) || Is(word, "da"u8) || Is(word, "del"u8) || Is(word, "dos"u8) || Is(word, "zu"u8) || Is(word, "zum"u8) || Is(word, "vom"u8)
        || Is(word, "ter"u8) || Is(word, "ten"u8) || Is(word, "bin"u8) || Is(word, "ibn"u8) || Is(word, "al"u8) || Is(word, "el"u8) || Is(word, "st"u8);

    // The word without a full stop, whatever its letters are written like.
    private static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> known) =>
        System.Text.Ascii.EqualsIgnoreCase(word.TrimEnd(".,"u8), known);
}
