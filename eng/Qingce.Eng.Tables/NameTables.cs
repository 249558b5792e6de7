using System.Globalization;
using System.Text;

namespace Qingce.Eng.Tables;

/// <summary>Frequencies of surnames and of characters of given names.</summary>
internal static class NameTables
{
    public static Dictionary<Rune, (int Male, int Female)> ReadGiven(string path)
    {
        var given = new Dictionary<Rune, (int, int)>();
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var columns = line.Split(',');
            if (Rune.TryGetRuneAt(columns[0], 0, out var character) && character.Value >= 0x3400)
            {
                given[character] = (int.Parse(columns[1], CultureInfo.InvariantCulture), int.Parse(columns[2], CultureInfo.InvariantCulture));
            }
        }

        return given;
    }

    public static string Given(Dictionary<Rune, (int Male, int Female)> given)
    {
        var text = new StringBuilder();
        foreach (var (character, (male, female)) in given.OrderByDescending(e => e.Value.Male + e.Value.Female).ThenBy(e => e.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"{character}\t{male}\t{female}\n");
        }

        return text.ToString();
    }

    public static string Surnames(string path)
    {
        var text = new StringBuilder();
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var columns = line.Split(',');
            var people = (long)Math.Round(double.Parse(columns[1], CultureInfo.InvariantCulture) * 10_000);
            text.Append(CultureInfo.InvariantCulture, $"{columns[0].Trim()}\t{people}\n");
        }

        return text.ToString();
    }
}
