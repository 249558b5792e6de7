using System.Globalization;
using System.Text;

namespace Qingce.Eng.Tables;

/// <summary>Readings without tones: lines of a syllable and the characters read so first, then lines of those read so otherwise.</summary>
internal static class PinyinTable
{
    public static HashSet<Rune> ReadStandardCharacters(string path) => [.. Read(path).Select(e => e.Character)];

    public static string Make(string allPath, string commonPath)
    {
        var readings = new SortedDictionary<Rune, List<string>>();
        foreach (var (character, list) in Read(commonPath).Concat(Read(allPath)))
        {
            if (!readings.TryGetValue(character, out var known))
            {
                readings[character] = known = [];
            }

            known.AddRange(list.Where(r => !known.Contains(r)));
        }

        var text = new StringBuilder();
        for (var place = 0; place < 8; place++)
        {
            var at = place;
            foreach (var group in readings.Where(e => e.Value.Count > at).GroupBy(e => e.Value[at]).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"{group.Key} {string.Concat(group.Select(e => e.Key.ToString()))}\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(Rune Character, List<string> Readings)> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (!line.StartsWith("U+", StringComparison.Ordinal))
            {
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var end = line.IndexOf('#', StringComparison.Ordinal);
            var readings = line[(colon + 1)..end].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
            yield return (UnihanFile.ToRune(line[..colon]), [.. readings.Select(WithoutTone).Where(r => r.Length > 0).Distinct()]);
        }
    }

    // ü is written v, as keyboards do. Tone marks are part of the letter or follow it as combining marks, which are dropped.
    private static string WithoutTone(string reading)
    {
        const string Marked = "āáǎàēéěèêếềīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿɡ";
        const string Plain = "aaaaeeeeeeeiiiioooouuuuvvvvvnnnmg";
        var plain = new StringBuilder();
        foreach (var c in reading)
        {
            if (Marked.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at)
            {
                plain.Append(Plain[at]);
            }
            else if (c is >= 'a' and <= 'z')
            {
                plain.Append(c);
            }
            else if (c is not (>= '\u0300' and <= '\u036F'))
            {
                throw new InvalidDataException($"Unknown letter {c} in the reading {reading}.");
            }
        }

        return plain.ToString();
    }
}
