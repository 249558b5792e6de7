using System.Text;
using Qingce.Standards.Tables;

namespace Qingce.Standards;

/// <summary>
/// Readings of Chinese characters without tones, ü written v as on keyboards. Loaded at first use; then only the methods
/// that return strings of several syllables allocate.
/// </summary>
public static class Pinyin
{
    /// <summary>The commonest reading; empty for what is no Chinese character or has no known reading.</summary>
    public static string Of(Rune rune)
    {
        var readings = Loaded.Readings;
        return readings.Syllables[readings.First(rune.Value)];
    }

    /// <summary>A small number for the commonest reading, equal for equal readings; 0 for none. Stable within one process only.</summary>
    public static int SyllableOf(Rune rune) => Loaded.Readings.First(rune.Value);

    /// <summary>All readings, the commonest first; empty for none.</summary>
    public static IReadOnlyList<string> AllOf(Rune rune)
    {
        var readings = Loaded.Readings;
        return [.. readings.AllOf(rune.Value).ToArray().Select(id => readings.Syllables[id])];
    }

    /// <summary>True when the characters have a reading in common, be it an uncommon one of either.</summary>
    public static bool SoundAlike(Rune left, Rune right) => SoundAlike(left.Value, right.Value);

    /// <summary>True when the syllable, in letters of either case, with u: or ü for v as well, is one of the readings.</summary>
    public static bool IsReading(Rune rune, ReadOnlySpan<char> syllable)
    {
        var readings = Loaded.Readings;
        foreach (var id in readings.AllOf(rune.Value))
        {
            if (syllable.Equals(readings.Syllables[id], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return SurnameReadings.IsReading(rune, syllable);
    }

    /// <summary>The reading as a surname of one or more characters, syllables joined: shan for 单, yuchi for 尉迟.</summary>
    public static string OfSurname(ReadOnlySpan<char> surname)
    {
        if (SurnameReadings.Find(surname) is { } special)
        {
            return special.Replace(" ", string.Empty, StringComparison.Ordinal);
        }

        var text = new StringBuilder();
        foreach (var rune in surname.EnumerateRunes())
        {
            text.Append(Of(rune));
        }

        return text.ToString();
    }

    /// <summary>
    /// A name in small letters, surname first, a space between the two parts: "shan xiaoming". Other characters than Chinese
    /// ones are left out; the parts of a minority name are separated by spaces.
    /// </summary>
    public static string OfName(string name)
    {
        var normal = PersonName.Normalize(name);
        if (PersonName.IsMinorityForm(normal))
        {
            return string.Join(' ', normal.Split('·').Select(part => Joined(part)));
        }

        var split = PersonName.SurnameLength(normal);
        return split == 0 ? Joined(normal) : $"{OfSurname(normal.AsSpan(0, split))} {Joined(normal.AsSpan(split))}".TrimEnd();
    }

    /// <summary>
    /// Writes the reading of a name for searching: small letters and digits only, surname first, nothing between. Longer names than fit are cut.
    /// Allocates nothing.
    /// </summary>
    /// <param name="normal">A name in normal form.</param>
    /// <param name="destination">ASCII.</param>
    /// <returns>Bytes written.</returns>
    public static int WriteKey(ReadOnlySpan<char> normal, Span<byte> destination)
    {
        var written = 0;
        var surname = PersonName.SurnameLength(normal);
        if (SurnameReadings.Find(normal[..surname]) is { } special)
        {
            Append(special, destination, ref written);
            normal = normal[surname..];
        }

        foreach (var rune in normal.EnumerateRunes())
        {
            if (rune.Value < 0x80)
            {
                Append([(char)rune.Value], destination, ref written);
            }
            else
            {
                Append(Of(rune), destination, ref written);
            }
        }

        return written;
    }

    /// <summary>
    /// How the keys of names may begin that begin with some characters: mostly one way, two where the characters may also begin a compound surname
    /// that is read otherwise (单 shan, but 单于 chanyu). In ordinal order.
    /// </summary>
    /// <param name="normal">The beginning of a name in normal form.</param>
    public static IReadOnlyList<string> KeysOfBeginning(string normal)
    {
        ArgumentNullException.ThrowIfNull(normal);
        Span<byte> key = stackalloc byte[256];
        var keys = new SortedSet<string>(StringComparer.Ordinal) { System.Text.Encoding.ASCII.GetString(key[..WriteKey(normal, key)]) };
        foreach (var (surname, reading) in SurnameReadings.Compound)
        {
            if (normal.Length <= 2 && surname.StartsWith(normal, StringComparison.Ordinal))
            {
                keys.Add(normal.Length == 2 ? reading.Replace(" ", string.Empty, StringComparison.Ordinal) : reading[..reading.IndexOf(' ', StringComparison.Ordinal)]);
            }
        }

        return [.. keys];
    }

    private static void Append(ReadOnlySpan<char> text, Span<byte> destination, ref int written)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) && written < destination.Length)
            {
                destination[written++] = (byte)char.ToLowerInvariant(c);
            }
        }
    }

    internal static bool SoundAlike(int left, int right)
    {
        var readings = Loaded.Readings;
        var first = readings.First(left);
        if (first == 0)
        {
            return false;
        }

        return first == readings.First(right)
            || ((readings.HasSeveral(left) || readings.HasSeveral(right)) && readings.AllOf(left).ContainsAny(readings.AllOf(right)));
    }

    internal static int SyllableOf(int code) => Loaded.Readings.First(code);

    private static string Joined(ReadOnlySpan<char> text)
    {
        var joined = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            joined.Append(Of(rune));
        }

        return joined.ToString();
    }

    private static Readings Load()
    {
        var ids = new Dictionary<string, ushort>(StringComparer.Ordinal) { [string.Empty] = 0 };
        var first = new ushort[0x10000];
        var lists = new Dictionary<int, ushort[]>(24_000);
        foreach (var line in TableResource.Read("pinyin").AsSpan().EnumerateLines())
        {
            var space = line.IndexOf(' ');
            if (space < 0)
            {
                continue;
            }

            var syllable = line[..space].ToString();
            if (!ids.TryGetValue(syllable, out var id))
            {
                ids[syllable] = id = (ushort)ids.Count;
            }

            ushort[] alone = [id];
            foreach (var rune in line[(space + 1)..].EnumerateRunes())
            {
                if (rune.IsBmp && first[rune.Value] == 0)
                {
                    first[rune.Value] = id;
                    continue;
                }

                lists[rune.Value] = lists.TryGetValue(rune.Value, out var list) ? [.. list, id] : rune.IsBmp ? [first[rune.Value], id] : alone;
            }
        }

        var several = new ulong[first.Length / 64];
        foreach (var code in lists.Keys)
        {
            if (code < first.Length)
            {
                several[code / 64] |= 1UL << code;
            }
        }

        return new(first, lists, several, [.. ids.Keys]);
    }

    // A class of its own is loaded at first use and then costs no check at all.
    private static class Loaded
    {
        public static readonly Readings Readings = Load();
    }

    /// <summary>Numbers of syllables: the commonest of the basic plane in an array, characters with several or beyond it in lists.</summary>
    private sealed record Readings(ushort[] Basic, Dictionary<int, ushort[]> Lists, ulong[] Several, string[] Syllables)
    {
        /// <summary>Whether a character has several readings, or lies beyond the basic plane.</summary>
        public bool HasSeveral(int code) => (uint)code >= (uint)Basic.Length || (Several[code / 64] & 1UL << code) != 0;

        public int First(int code) => (uint)code < (uint)Basic.Length ? Basic[code] : Lists.TryGetValue(code, out var list) ? list[0] : 0;

        public ReadOnlySpan<ushort> AllOf(int code) =>
            Lists.TryGetValue(code, out var list) ? list : (uint)code < (uint)Basic.Length && Basic[code] != 0 ? Basic.AsSpan(code, 1) : [];
    }
}
