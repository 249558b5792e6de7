using System.Globalization;
using System.Text;
using Qingce.Standards.Tables;

namespace Qingce.Standards;

/// <summary>A surname and how many people bear it.</summary>
/// <param name="Surname">One or more characters.</param>
/// <param name="People">People, in round figures.</param>
public readonly record struct SurnameFrequency(string Surname, long People);

/// <summary>A character of given names and how often it stands in names of men and of women.</summary>
/// <param name="Character">The character.</param>
/// <param name="Male">Times counted in men's names.</param>
/// <param name="Female">Times counted in women's names.</param>
public readonly record struct GivenNameFrequency(Rune Character, int Male, int Female)
{
    /// <summary>Share of women among the bearers, 0 to 1; a half where next to nothing is known.</summary>
    public double FemaleShare => (Female + 1.0) / (Male + Female + 2.0);
}

/// <summary>Frequencies of Chinese surnames, the most frequent first. Loaded at first use.</summary>
public static class Surnames
{
    private static readonly Lazy<SurnameFrequency[]> Loaded = new(Load);

    private static readonly Lazy<Dictionary<string, long>> ByName =
        new(() => Loaded.Value.ToDictionary(s => s.Surname, s => s.People, StringComparer.Ordinal));

    /// <summary>All surnames of the table.</summary>
    public static IReadOnlyList<SurnameFrequency> All => Loaded.Value;

    /// <summary>People with the surname; 0 when it is not in the table.</summary>
    public static long PeopleNamed(ReadOnlySpan<char> surname) =>
        ByName.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(surname, out var people) ? people : 0;

    private static SurnameFrequency[] Load()
    {
        var all = new List<SurnameFrequency>();
        foreach (var line in TableResource.Read("surnames").AsSpan().EnumerateLines())
        {
            if (line.IndexOf('\t') is > 0 and var tab)
            {
                all.Add(new(line[..tab].ToString(), long.Parse(line[(tab + 1)..], CultureInfo.InvariantCulture)));
            }
        }

        return [.. all.DistinctBy(s => s.Surname).OrderByDescending(s => s.People)];
    }
}

/// <summary>Frequencies of the characters of given names, the most frequent first. Loaded at first use.</summary>
public static class GivenNameCharacters
{
    private static readonly Lazy<GivenNameFrequency[]> Loaded = new(Load);

    private static readonly Lazy<Dictionary<Rune, GivenNameFrequency>> ByCharacter = new(() => Loaded.Value.ToDictionary(g => g.Character));

    /// <summary>All characters of the table.</summary>
    public static IReadOnlyList<GivenNameFrequency> All => Loaded.Value;

    /// <summary>How often the character stands in given names; zeros when it is not in the table.</summary>
    public static GivenNameFrequency Of(Rune character) =>
        ByCharacter.Value.TryGetValue(character, out var frequency) ? frequency : new(character, 0, 0);

    private static GivenNameFrequency[] Load()
    {
        var all = new List<GivenNameFrequency>();
        Span<Range> columns = stackalloc Range[3];
        foreach (var line in TableResource.Read("given-names").AsSpan().EnumerateLines())
        {
            if (line.Split(columns, '\t') == 3)
            {
                Rune.DecodeFromUtf16(line, out var character, out _);
                var male = int.Parse(line[columns[1]], CultureInfo.InvariantCulture);
                all.Add(new(character, male, int.Parse(line[columns[2]], CultureInfo.InvariantCulture)));
            }
        }

        return [.. all];
    }
}
