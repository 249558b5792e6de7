using System.Globalization;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese.Tests;

/// <summary>What clerks and systems do to values.</summary>
internal static class Slips
{
    private static readonly ILookup<string, string> BySound =
        GivenNameCharacters.All.Take(2000).ToLookup(g => Pinyin.Of(g.Character), g => g.Character.ToString());

    public static string Homophone(string name, Random random)
    {
        var at = random.Next(name.Length);
        var others = BySound[Pinyin.Of(new System.Text.Rune(name[at]))].Where(c => c[0] != name[at]).ToList();
        return others.Count == 0 ? name : name[..at] + others[random.Next(others.Count)] + name[(at + 1)..];
    }

    public static string LookAlike(string name, Random random)
    {
        var at = random.Next(name.Length);
        var others = Standards.LookAlike.Of(new System.Text.Rune(name[at])).Where(char.IsLetter).ToList();
        return others.Count == 0 ? name : name[..at] + others[random.Next(others.Count)] + name[(at + 1)..];
    }

    public static string Lost(string name, Random random) => name[..^1] + (random.Next(4) switch
    {
        0 => "?",
        1 => "□",
        2 => "\uE234",
        _ => Pinyin.Of(new System.Text.Rune(name[^1])).ToUpperInvariant(),
    });

    public static string Date(DateOnly birth, Random random)
    {
        var (year, month, day) = (birth.Year, birth.Month, birth.Day);
        var lunar = LunarTwin.LunarReadAsSolar(birth);
        return random.Next(6) switch
        {
            0 => $"{year + (random.Next(2) == 0 ? 1 : -1)}-{month:00}-{Math.Min(day, 28):00}",
            1 when day <= 12 => $"{year}-{day:00}-{month:00}",
            2 => $"{year}-{random.Next(1, 13):00}-{Math.Min(day, 28):00}",
            3 when lunar is { } other => other.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            4 => $"{year}年{month}月",
            _ => $"{year}-{month:00}-{random.Next(1, 29):00}",
        };
    }

    public static string Digit(string digits, Random random)
    {
        if (digits.Length < 2)
        {
            return digits;
        }

        var at = random.Next(digits.Length - 1);
        return random.Next(3) == 0
            ? digits[..at] + digits[at + 1] + digits[at] + digits[(at + 2)..]
            : digits[..at] + random.Next(10).ToString(CultureInfo.InvariantCulture) + digits[(at + 1)..];
    }

    public static string Address(string address, Random random)
    {
        var house = address.IndexOf('号', StringComparison.Ordinal);
        var county = address.IndexOfAny(['区', '县', '市']);
        return random.Next(3) switch
        {
            0 when house > 0 => address[..(house + 1)],
            1 => address.Replace('栋', '幢').Replace("单元", "-", StringComparison.Ordinal).Replace("室", "", StringComparison.Ordinal),
            _ => county is > 0 and < 6 ? address[(county + 1)..] : address,
        };
    }

    /// <summary>Another room of the house.</summary>
    public static string Room(string address, int room) =>
        address.EndsWith('室') ? address[..^4].TrimEnd('0', '1') + $"{room}02室" : address;
}
