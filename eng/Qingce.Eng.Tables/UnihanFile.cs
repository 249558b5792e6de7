using System.Globalization;
using System.Text;

namespace Qingce.Eng.Tables;

/// <summary>Lines of Unihan: code point, property, code points with remarks on their sources.</summary>
internal static class UnihanFile
{
    public static IEnumerable<(Rune Character, Rune[] Variants)> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (!line.StartsWith("U+", StringComparison.Ordinal))
            {
                continue;
            }

            var columns = line.Split('\t');
            var character = ToRune(columns[0].Split(' ')[0]);
            yield return (character, [.. columns[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => ToRune(v.Split('<')[0]))]);
        }
    }

    public static Rune ToRune(string code) => new(int.Parse(code.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
