using System.Text;

using Qingce.Standards;

namespace Qingce.Simulation.Names;

/// <summary>
/// A name as another clerk or another system wrote it: a rare character lost, another of the same sound or like shape, traditional or
/// variant characters, a minority name in other characters, without its dot or turned round.
/// </summary>
internal static class NameSlips
{
    // Characters that stand for one sound in transliterated names, after the forms met side by side on one family's papers.
    private static readonly string[] Sounds = ["买麦", "艾埃", "卜布不", "尔耳", "逊孙", "依伊", "合赫", "热然", "古谷", "娜那", "玛马", "央杨", "扎札", "次才", "木穆", "汗罕", "提铁"];

    private static readonly Lazy<Dictionary<string, string>> BySyllable = new(() =>
        GivenNameCharacters.All.Where(row => row.Character.IsBmp).OrderByDescending(row => row.Male + row.Female).ThenBy(row => row.Character.Value)
            .GroupBy(row => Pinyin.Of(row.Character)).Where(group => group.Key.Length > 0)
            .ToDictionary(group => group.Key, group => string.Concat(group.Take(8).Select(row => row.Character.ToString()))));

    /// <summary>The slip a variant chooses; the name itself where nothing of the kind can happen to it.</summary>
    /// <param name="name">As the person bears it.</param>
    /// <param name="surname">How many UTF-16 units the surname has; 0 for a transliterated name.</param>
    /// <param name="variant">Any number.</param>
    public static string Of(string name, int surname, ulong variant)
    {
        if (surname == 0)
        {
            return Transliterated(name, variant);
        }

        Rune[] given = [.. name.AsSpan(surname).ToString().EnumerateRunes()];
        int rare = Array.FindIndex(given, EraCharacters.IsRare);
        int at = rare >= 0 ? rare : (int)(variant / 13 % (ulong)given.Length);
        ulong choice = variant / 101;
        string other = rare >= 0 && variant % 10 < 7 ? Lost(given[rare], choice) : (variant % 10) switch
        {
            < 4 => Pick(BySyllable.Value.GetValueOrDefault(Pinyin.Of(given[at]), ""), given[at], choice),
            < 7 => Pick(LookAlike.Of(given[at]), given[at], choice),
            < 9 => Pick(Variants.FormsOf(given[at]), given[at], choice),
            _ => "",
        };
        if (other.Length == 0)
        {
            return variant % 10 == 9 ? string.Concat(name.EnumerateRunes().Select(Traditional)) : name;
        }

        given = [.. given];
        StringBuilder text = new(name[..surname]);
        for (int i = 0; i < given.Length; i++)
        {
            text.Append(i == at ? other : given[i].ToString());
        }

        return text.ToString();
    }

    /// <summary>What a system without the character puts in its place.</summary>
    private static string Lost(Rune rare, ulong choice)
    {
        string sound = Pinyin.Of(rare);
        return (choice % 5) switch
        {
            0 => "?",
            1 => " ",
            2 when sound.Length > 0 => sound.ToUpperInvariant(),
            3 when sound.Length > 0 => sound,
            4 => new Rune(0xE000 + rare.Value % 0x1000).ToString(),
            _ => "？",
        };
    }

    private static string Traditional(Rune character) =>
        Variants.FormsOf(character) is { Length: > 0 } forms && forms.EnumerateRunes().First() is { IsBmp: true } form ? form.ToString() : character.ToString();

    private static string Pick(string from, Rune not, ulong choice)
    {
        Rune[] others = [.. from.EnumerateRunes().Where(other => other != not && other.IsBmp)];
        return others.Length == 0 ? "" : others[choice % (ulong)others.Length].ToString();
    }

    private static string Transliterated(string name, ulong variant)
    {
        string[] parts = name.Split('·');
        switch (variant % 5)
        {
            case 0:
                return string.Concat(parts);
            case 1:
                return string.Join('•', parts);
            case 2:
                return string.Join('·', parts.Reverse());
            default:
                foreach (string group in Sounds)
                {
                    int at = name.AsSpan().IndexOfAny(group);
                    if (at >= 0)
                    {
                        char other = group[(group.IndexOf(name[at], StringComparison.Ordinal) + 1) % group.Length];
                        return string.Concat(name.AsSpan(0, at), [other], name.AsSpan(at + 1));
                    }
                }

                return name;
        }
    }
}
