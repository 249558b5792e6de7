using System.Text.RegularExpressions;
using Qingce.Standards;

namespace Qingce.Exchange.Masking;

/// <summary>How personal values are hidden: enough stays to tell two of them apart in a conversation, not to find a person.</summary>
/// <remarks>
/// Values are masked for each other's company. Of a citizen number the division stays, the first six; its birth date, three of sequence and
/// check character are hidden, and the check character, which follows from the rest, is never shown: with the birth date in full beside it,
/// the last two characters would leave 9 numbers. What is left to guess:
/// <list type="bullet">
/// <item>where an officer needs the birth date, as in what the server answers to one at work, all of it is shown: 999 numbers, 500 once the
/// sex is known. The number in full is shown with a purpose, and written down;</item>
/// <item>in what is made to be passed on, as report.html and explain, birth dates keep the year (<see cref="Year"/>): 364,635 numbers, half of them
/// once the sex is known.</item>
/// </list>
/// </remarks>
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

    /// <summary>Keeps the first six characters of a citizen number, its division; of anything shorter than twelve, the first two.</summary>
    public static string Number(string number) => number.Length < 12 ? Keep(number, 2, 0) : Keep(number, 6, 0);

    /// <summary>Keeps the first two characters of the number of a paper, of a citizen number six.</summary>
    public static string Paper(string number) => CitizenNumberAlone().IsMatch(number) ? Number(number) : Keep(number, 2, 0);

    /// <summary>Keeps the year of a date, written as 1962-07-25, 19620725, 1962年7月25日 or 25/07/1962, and hides every other digit; all of them where there is no year.</summary>
    public static string Year(string date)
    {
        Match year = YearFirst().Match(date);
        year = year.Success ? year : YearLast().Match(date);
        return string.Create(date.Length, (date, year), static (masked, from) =>
        {
            for (int i = 0; i < masked.Length; i++)
            {
                bool isKept = from.year.Success && i >= from.year.Index && i < from.year.Index + from.year.Length;
                masked[i] = !isKept && char.IsDigit(from.date[i]) ? '*' : from.date[i];
            }
        });
    }

    /// <summary>Whether a text is a date by its digits.</summary>
    public static bool IsDate(string text) => DateAlone().IsMatch(text);

    /// <summary>Keeps three digits in front and two at the end.</summary>
    public static string Phone(string phone) => Keep(phone, 3, 2);

    /// <summary>Cuts an address before the number of the house, building, group or room.</summary>
    public static string Address(string address)
    {
        Match door = Door().Match(address);
        return door.Success ? address[..door.Index] + "***" : address;
    }

    /// <summary>As <see cref="Address"/>, of a place that may be the code of a division, which stays.</summary>
    public static string Place(string place)
    {
        int code = DivisionInFront().Match(place).Length;
        return place[..code] + Address(place[code..]);
    }

    /// <summary>
    /// Masks every number in a text that looks like a citizen number or a mobile phone, except where it is part of a kept text. A citizen number with digits too many or too
    /// few is masked as one: what is wrong with it hides nobody. Nor do wide digits, and blanks, hyphens or dots between its parts.
    /// </summary>
    /// <param name="text">A sentence.</param>
    /// <param name="kept">Texts that stay as they are, such as registration ids.</param>
    public static string Numbers(string text, IReadOnlyCollection<string> kept) => LongNumber().Replace(text, match =>
        kept.Any(id => id.Contains(match.Value, StringComparison.Ordinal)) ? match.Value
        : match.Value.Count(char.IsDigit) == 11 ? Phone(match.Value)
        : Number(match.Value));

    private static string Keep(string text, int front, int back)
    {
        if (text.Length == 0)
        {
            return text;
        }

        if (text.Length < front + back + 4)
        {
            front = Math.Min(2, text.Length / 3);
            back = 0;
        }

        return text[..front] + new string('*', text.Length - front - back) + text[^back..];
    }

    private static string First(string name) => char.IsHighSurrogate(name[0]) && name.Length > 1 ? name[..2] : name[..1];

    private static int CharacterCount(string name) => name.Length - name.Count(char.IsLowSurrogate);

    [GeneratedRegex("^(1[89]|20)[0-9]{2}(?=$|[^0-9]|(0[0-9]|1[0-2])$|(0[0-9]|1[0-2])([0-2][0-9]|3[01])$)", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex("(1[89]|20)[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();

    [GeneratedRegex("^((1[89]|20)[0-9]{2}([-/.年][0-9]{1,2}([-/.月][0-9]{1,2}日?)?月?|(0[0-9]|1[0-2])([0-2][0-9]|3[01]))|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](1[89]|20)[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex DateAlone();

    // A house number is a digit of any width, or a Chinese numeral right before the word for a house, building, stair, room or group.
    [GeneratedRegex("[0-9０-９]|[甲乙丙丁〇零一二三四五六七八九十百]+(?=[号號栋棟幢楼座室户组组队单])", RegexOptions.CultureInvariant)]
    private static partial Regex Door();

    [GeneratedRegex("^([0-9]{15}|[0-9]{17}[0-9Xx])$", RegexOptions.CultureInvariant)]
    private static partial Regex CitizenNumberAlone();

    [GeneratedRegex("^[0-9]{6}(?:[0-9]{3}){0,2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DivisionInFront();

    private const string Digit = "[0-9０-９]";
    private const string Between = @"[\s.·\-‐‑–—－]{0,3}";

    // A number in parts has a year, month and day where a citizen number has them, or is parted as phones are; else dates that stand side by side would be taken for one.
    private const string InParts = "[1-9１-９](?:" + Between + Digit + "){5}" + Between + "(?:[1１]" + Between + "[89８９]|[2２]" + Between + "[0０])(?:" + Between + Digit + "){2}"
        + Between + "[01０１]" + Between + Digit + Between + "[0-3０-３](?:" + Between + Digit + "){4}" + Between + "[0-9０-９XxＸｘ]";

    private const string Phones = "[1１][3-9３-９]" + Digit + "(?:" + Digit + "{8}|" + Between + Digit + "{4}" + Between + Digit + "{4}|" + Digit + Between + Digit + "{3}" + Between + Digit + "{4})";

    [GeneratedRegex(
        "(?<![0-9０-９A-Za-z])(?:" + Digit + "{14,21}[0-9０-９XxＸｘ]|" + InParts + "|" + Phones + @")(?![0-9０-９A-Za-z]|[\-/.][0-9]{1,2}[\-/.])",
        RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();
}
