using System.Text;
using Qingce.Standards.Tables;

namespace Qingce.Standards;

/// <summary>
/// Readings of Chinese characters without tones, ü written v as on keyboards. Loaded at first use; then only the methods
/// that return strings of several syllables allocate.
/// </summary>
public static class Pinyin
{
    private static readonly Lazy<Readings> Loaded = new(Load);

    /// <summary>The commonest reading; empty for what is no Chinese character or has no known reading.</summary>
    public static string Of(Rune rune)
    {
        var readings = Loaded.Value;
        return readings.Syllables[readings.First(rune.Value)];
    }

    /// <summary>A small number for the commonest reading, equal for equal readings; 0 for none. Stable within one process only.</summary>
    public static int SyllableOf(Rune rune) => Loaded.Value.First(rune.Value);

    /// <summary>All readings, the commonest first; empty for none.</summary>
    public static IReadOnlyList<string> AllOf(Rune rune)
    {
        var readings = Loaded.Value;
        return [.. readings.AllOf(rune.Value).ToArray().Select(id => readings.Syllables[id])];
    }

    /// <summary>True when the characters have a reading in common, be it an uncommon one of either.</summary>
    public static bool SoundAlike(Rune left, Rune right) => SoundAlike(left.Value, right.Value);

    /// <summary>True when the syllable, in letters of either case, with u: or ü for v as well, is one of the readings.</summary>
    public static bool IsReading(Rune rune, ReadOnlySpan<char> syllable)
    {
        var readings = Loaded.Value;
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

    internal static bool SoundAlike(int left, int right)
    {
        var readings = Loaded.Value;
        var first = readings.First(left);
        if (first == 0)
        {
            return false;
        }

        return first == readings.First(right) || readings.AllOf(left).ContainsAny(readings.AllOf(right));
    }

    internal static int SyllableOf(int code) => Loaded.Value.First(code);

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
        var lists = new Dictionary<int, ushort[]>(45_000);
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
                lists[rune.Value] = lists.TryGetValue(rune.Value, out var list) ? [.. list, id] : alone;
            }
        }

        return new(lists, [.. ids.Keys]);
    }

    private sealed class Readings
    {
        private readonly ushort[] first = new ushort[0x10000];
        private readonly Dictionary<int, ushort[]> lists;

        public Readings(Dictionary<int, ushort[]> lists, string[] syllables)
        {
            this.lists = lists;
            Syllables = syllables;
            foreach (var (code, list) in lists)
            {
                if (code < first.Length)
                {
                    first[code] = list[0];
                }
            }
        }

        public string[] Syllables { get; }

        public int First(int code) => (uint)code < (uint)first.Length ? first[code] : lists.TryGetValue(code, out var list) ? list[0] : 0;

        public ReadOnlySpan<ushort> AllOf(int code) => lists.TryGetValue(code, out var list) ? list : [];
    }
}
