using System.Globalization;
using Qingce.Standards;

namespace Qingce.Bench.Accuracy;

/// <summary>What a clerk makes of a person in a further record: slips, short forms, other spellings, moves, marriages.</summary>
internal sealed class Recorder(Namer namer, Population population, Random random)
{
    private static readonly ILookup<string, string> Shorts = Latin.English.Short.Concat(Latin.German.Short).Select(s => s.Split(':')).ToLookup(s => s[0], s => s[1]);
    private static readonly ILookup<string, string> BySound = GivenNameCharacters.All.Take(2000).ToLookup(g => Pinyin.Of(g.Character), g => g.Character.ToString());

    /// <summary>The person as written with so many errors.</summary>
    public Citizen Write(Citizen person, int errors)
    {
        for (; errors > 0; errors--)
        {
            person = namer == Namer.Chinese ? ChineseError(person) : LatinError(person);
        }

        return person;
    }

    private Citizen LatinError(Citizen person) => random.Next(20) switch
    {
        0 or 1 => person with { Given = Slip(person.Given) },
        2 or 3 => person with { Family = Slip(person.Family) },
        4 => Shorts[person.Given].ToArray() is { Length: > 0 } forms ? person with { Given = forms[random.Next(forms.Length)] } : person with { Given = person.Given[..1] },
        5 => person with { Given = person.Family, Family = person.Given },
        6 => person.IsFemale ? person with { Family = namer.Family(random) } : person with { Family = Slip(person.Family) },
        7 or 8 => person with { BornAs = Date(person.Born) },
        9 or 10 => population.Moved(person),
        11 => person with { Phone = namer.Phone(random) },
        12 => person with { Phone = Digit(person.Phone) },
        13 => person with { Street = Slip(person.Street) },
        14 => person with { House = Digit(person.House) },
        15 => person with { Town = Slip(person.Town) },
        16 => person with { Number = Digit(person.Number) },
        17 => person with { Email = random.Next(2) == 0 ? Slip(person.Email) : person.Email.Split('@')[0] + "@other.example" },
        18 => person with { Given = Plain(person.Given), Family = Plain(person.Family), Street = Plain(person.Street) },
        _ => person with { Postcode = Digit(person.Postcode) },
    };

    private Citizen ChineseError(Citizen person) => random.Next(14) switch
    {
        0 or 1 => person with { Given = Other(person.Given, c => BySound[Pinyin.Of(c)].ToArray()) },
        2 => person with { Given = Other(person.Given, c => [.. LookAlike.Of(c).Where(char.IsLetter).Select(o => o.ToString())]) },
        3 => person with { NameAs = Pinyins(person.Family) + " " + Pinyins(person.Given) },
        4 => person with { Given = Other(person.Given, _ => [namer.Given(random, person.IsFemale)[..1]]) },
        5 or 6 => person with { BornAs = Date(person.Born) },
        7 or 8 => person with { Number = Digit(person.Number) },
        9 => person with { Number = "" },
        10 => person with { Phone = namer.Phone(random) },
        11 => person with { Phone = Digit(person.Phone) },
        12 => population.Moved(person),
        _ => person with { Town = person.Town[^3..] },
    };

    private static string Pinyins(string name) =>
        string.Concat(name.EnumerateRunes().Select(Pinyin.Of)) is { Length: > 0 } sound ? char.ToUpperInvariant(sound[0]) + sound[1..] : name;

    private string Other(string name, Func<System.Text.Rune, string[]> others)
    {
        int at = random.Next(name.Length);
        string[] choice = [.. others(new System.Text.Rune(name[at])).Where(o => o.Length == 1 && o[0] != name[at])];
        return choice.Length == 0 ? name : name[..at] + choice[random.Next(choice.Length)] + name[(at + 1)..];
    }

    private string Date(DateOnly born)
    {
        DateOnly other = random.Next(5) switch
        {
            0 when born.Day <= 12 => new DateOnly(born.Year, born.Day, born.Month),
            1 => born.AddYears(random.Next(2) == 0 ? 1 : -1),
            2 => born.AddYears(random.Next(2) == 0 ? 10 : -10),
            3 => new DateOnly(born.Year, random.Next(1, 13), Math.Min(born.Day, 28)),
            _ => new DateOnly(born.Year, born.Month, random.Next(1, 29)),
        };
        return other.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private string Digit(string digits)
    {
        if (digits.Length < 2)
        {
            return digits;
        }

        int at = random.Next(digits.Length - 1);
        return random.Next(3) == 0 ? digits[..at] + digits[at + 1] + digits[at] + digits[(at + 2)..] : $"{digits[..at]}{random.Next(10)}{digits[(at + 1)..]}";
    }

    private static string Plain(string text) => text.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
        .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);

    private string Slip(string text)
    {
        if (text.Length < 3)
        {
            return text;
        }

        int at = 1 + random.Next(text.Length - 2);
        char other = "etaoinsrhldcumfpg"[random.Next(17)];
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, $"{other}"),
            2 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text[..at] + other + text[(at + 1)..],
        };
    }
}
