using System.Buffers;

namespace Qingce.Linkage;

/// <summary>What files write for a value that is not there.</summary>
internal static class MissingWords
{
    private const int Longest = 16;
    private static readonly SearchValues<byte> Marks = SearchValues.Create("-.?_* "u8);

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "na", "n/a", "#n/a", "n.a.", "n.a", "n a", "null", "none", "nil", "nan", "nat", "unknown", "unk", "not known", "not available",
        "not applicable", "missing", "undefined", "(null)", "<na>", "\\n", "#null!", "#value!", "#ref!", "#name?", "#div/0!", "unbekannt",
        "keine angabe", "k.a.", "inconnu", "desconocido",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a value says that there is none: a word for missing, or nothing but dashes, dots and question marks.</summary>
    /// <param name="value">UTF-8, not empty, without white space at its ends.</param>
    public static bool Has(ReadOnlySpan<byte> value)
    {
        if (value.Length > Longest)
        {
            return false;
        }

        // First bytes that no word and no run of marks begins with are most of all.
        return value[0] switch
        {
            (byte)'-' or (byte)'.' or (byte)'?' or (byte)'_' or (byte)'*' => value.IndexOfAnyExcept(Marks) < 0,
            (byte)'n' or (byte)'N' or (byte)'u' or (byte)'U' or (byte)'m' or (byte)'M' or (byte)'k' or (byte)'K' or (byte)'i' or (byte)'I'
                or (byte)'d' or (byte)'D' or (byte)'#' or (byte)'(' or (byte)'<' or (byte)'\\' => IsWord(value),
            _ => false,
        };
    }

    private static bool IsWord(ReadOnlySpan<byte> value)
    {
        Span<char> text = stackalloc char[Longest];
        for (var i = 0; i < value.Length; i++)
        {
            text[i] = char.ToLowerInvariant((char)value[i]);
        }

        return Lookup.Contains(text[..value.Length]);
    }
}
