using System.Text.RegularExpressions;
using Qingce.Standards;

namespace Qingce.Exchange.Masking;

/// <summary>How personal values are hidden: enough stays to tell two of them apart in a conversation, not to find a person.</summary>
public static partial class Mask
{
    /// <summary>Keeps the surname: 张*, 欧阳**; a name without one keeps its first character.</summary>
    public static string Name(string name)
    {
        if (name.Length == 0)
        {
            return name;
        }

        int surname = PersonName.SurnameLength(name);
        string kept = surname > 0 && surname < name.Length ? name[..surname] : First(name);
        return kept + new string('*', Math.Max(1, CharacterCount(name) - CharacterCount(kept)));
    }

    /// <summary>Keeps the first six and the last two characters of a citizen number; of anything shorter than ten, the first two.</summary>
    public static string Number(string number) => Keep(number, 6, 2);

    /// <summary>Keeps the first two and the last two characters of the number of a paper.</summary>
    public static string Paper(string number) => CitizenNumberAlone().IsMatch(number) ? Number(number) : Keep(number, 2, 2);

    /// <summary>Keeps three digits in front and two at the end.</summary>
    public static string Phone(string phone) => Keep(phone, 3, 2);

    /// <summary>Cuts an address before the number of the house, building, group or room.</summary>
    public static string Address(string address)
    {
        Match door = Door().Match(address);
        return door.Success ? address[..door.Index] + "***" : address;
    }

    /// <summary>Masks every number in a text that looks like a citizen number or a mobile phone, except where it is part of a kept text.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="kept">Texts that stay as they are, such as registration ids.</param>
    public static string Numbers(string text, IReadOnlyCollection<string> kept) => LongNumber().Replace(text, match =>
        kept.Any(id => id.Contains(match.Value, StringComparison.Ordinal)) ? match.Value
        : match.Value.Length == 11 ? Phone(match.Value)
        : Number(match.Value));

    private static string Keep(string text, int front, int back)
    {
        if (text.Length == 0)
        {
            return text;
        }

        if (text.Length < front + back + 2)
        {
            front = Math.Min(2, text.Length / 3);
            back = 0;
        }

        return text[..front] + new string('*', text.Length - front - back) + text[^back..];
    }

    private static string First(string name) => char.IsHighSurrogate(name[0]) && name.Length > 1 ? name[..2] : name[..1];

    private static int CharacterCount(string name) => name.Length - name.Count(char.IsLowSurrogate);

    // A house number is a digit of any width, or a Chinese numeral right before the word for a house, building, stair, room or group.
    [GeneratedRegex("[0-9０-９]|[甲乙丙丁〇零一二三四五六七八九十百]+(?=[号號栋棟幢楼座室户组组队单])", RegexOptions.CultureInvariant)]
    private static partial Regex Door();

    [GeneratedRegex("^([0-9]{15}|[0-9]{17}[0-9Xx])$", RegexOptions.CultureInvariant)]
    private static partial Regex CitizenNumberAlone();

    [GeneratedRegex("(?<![0-9A-Za-z])([0-9]{17}[0-9Xx]|[0-9]{15}|1[3-9][0-9]{9})(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();
}
