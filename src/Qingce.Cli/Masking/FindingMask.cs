using System.Globalization;
using System.Text;
using Qingce.Cli.Results;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Masking;
using Qingce.Standards;
using RegistrationContent = Qingce.Register.RegistrationContent;

namespace Qingce.Cli.Masking;

/// <summary>Hides the personal values of one finding, in its evidence and in its sentences alike.</summary>
internal sealed class FindingMask
{
    // The categories whose counterpart is an employer, which is no person.
    private static readonly string[] EmployersIn = ["14-employment", "15-labour-contract", "22-housing-fund"];

    // The category whose event date is a birth date.
    private const string Births = "10-birth-certificate";

    private readonly List<(string Clear, string Masked)> _replacements;
    private readonly HashSet<string> _kept;

    public FindingMask(FindingRow finding, Evidence evidence)
    {
        _kept = [.. finding.Registrations, .. evidence.Causes.SelectMany(cause => cause.Values).Select(value => value.Id)];
        _replacements = [.. evidence.Causes.SelectMany(cause => cause.Values)
            .Where(value => !string.IsNullOrEmpty(value.Value))
            .SelectMany(value => BirthDatesIn(value).Select(date => (Clear: date, Masked: Mask.Year(date))).Append((Clear: value.Value!, Masked: Value(value)!)))
            .Where(pair => pair.Clear != pair.Masked)
            .Distinct()
            .OrderByDescending(pair => pair.Clear.Length)
            .ThenBy(pair => pair.Clear, StringComparer.Ordinal)];
    }

    /// <summary>Masks one value of the evidence by what its field holds.</summary>
    public static string? Value(EvidenceValue value) => value.Value is not { Length: > 0 } text ? value.Value : value.Field switch
    {
        "name" or "former_name" => Mask.Name(text),
        "counterpart_name" => EmployersIn.Contains(value.Of) ? text : Mask.Name(text),
        "handler" or "agent" => Agents.FileForMembers(text) ? text : Mask.Name(text),
        "citizen_number" or "counterpart_citizen_number" => Mask.Number(text),
        "former_numbers" => string.Join(' ', RegistrationContent.SplitNumbers(text).Select(Mask.Number)),
        "document_number" => Mask.Paper(text),
        "birth_date" => Mask.Year(text),
        "event_date" when value.Of == Births => Mask.Year(text),
        "phone" => Mask.Phone(text),
        "address" or "other_address" or "birthplace" or "native_place" or "moved_in_from" or "moved_out_to" or "event_place" =>
            IsDivision(text) ? text : Mask.Address(text),
        "old_value" or "new_value" => Change(text),
        _ => Mask.Numbers(text, []),
    };

    /// <summary>
    /// Masks the personal values in a sentence; registration ids stay. Of values that it names side by side and that look alike masked, the hidden
    /// places in which they differ are shown as #.
    /// </summary>
    public string Sentence(string text)
    {
        (string Clear, string Masked)[] replacements = Told(text);
        StringBuilder masked = new(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            (string taken, string given) = Next(text.AsSpan(at), replacements);
            masked.Append(given);
            at += taken.Length;
        }

        return Mask.Numbers(masked.ToString(), _kept);
    }

    private (string Clear, string Masked)[] Told(string text)
    {
        (string Clear, string Masked)[] told = [.. _replacements];
        foreach (IGrouping<string, int> alike in Enumerable.Range(0, told.Length)
            .Where(i => text.Contains(told[i].Clear, StringComparison.Ordinal)).GroupBy(i => told[i].Masked, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            int[] places = [.. alike];
            string?[] marked = MaskedDifference.Mark([.. places.Select(i => told[i].Masked)], [.. places.Select(i => told[i].Clear)]);
            for (int i = 0; i < places.Length; i++)
            {
                told[places[i]].Masked = marked[i]!;
            }
        }

        return told;
    }

    // Ids win over values, and long values over short ones, so that no part of a longer one is left.
    private (string Taken, string Given) Next(ReadOnlySpan<char> rest, (string Clear, string Masked)[] replacements)
    {
        foreach (string id in _kept)
        {
            if (id.Length > 3 && rest.StartsWith(id))
            {
                return (id, id);
            }
        }

        foreach ((string clear, string hidden) in replacements)
        {
            if (rest.StartsWith(clear))
            {
                return (clear, hidden);
            }
        }

        string one = rest[..1].ToString();
        return (one, one);
    }

    // A change does not say in its value which field it changed: a date counts as a birth date, what is written in characters alone as a name.
    private static string Change(string text)
    {
        if (Mask.IsDate(text))
        {
            return Mask.Year(text);
        }

        bool isText = text.All(c => c >= 0x3400) && text.Length <= 12;
        string hidden = Mask.Numbers(text, []);
        return isText ? Mask.Name(text) : hidden != text ? hidden : text.Any(c => c >= 0x3400) ? Mask.Address(text) : text;
    }

    // A sentence may name the birth date that a number says, as a date or as the digits of it.
    private static IEnumerable<string> BirthDatesIn(EvidenceValue value) => value.Field is not ("citizen_number" or "counterpart_citizen_number" or "former_numbers" or "old_value" or "new_value")
        ? []
        : RegistrationContent.SplitNumbers(value.Value!).Select(number => CitizenNumber.Read(number).Number).Where(number => !number.IsNone)
            .SelectMany(number => (IEnumerable<string>)[number.BirthCode.ToString("00000000", CultureInfo.InvariantCulture), .. number.Birth is { } date ? [date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] : Array.Empty<string>()]);

    private static bool IsDivision(string text) => text.Length is >= 6 and <= 12 && text.All(char.IsAsciiDigit);
}
