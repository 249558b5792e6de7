using System.Buffers;
using System.Text;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>What single values of Chinese tables look like.</summary>
internal static class ChineseValues
{
    private static readonly SearchValues<char> Doors = SearchValues.Create("号栋幢室路街巷村组乡镇弄"), Places = SearchValues.Create("区县市镇乡村");

    public static bool IsNumber(string value)
    {
        var reading = CitizenNumber.Read(value);
        return reading.HasNumber && (reading.Fault & (CitizenNumberFault.DateImpossible | CitizenNumberFault.Placeholder)) == 0;
    }

    public static bool IsHan(string value) => value.EnumerateRunes().Any(Han.Is);

    /// <summary>Two to four characters that begin with a surname and are no name of a place, or parts with middle dots.</summary>
    public static bool IsName(string value)
    {
        var name = PersonName.Normalize(value);
        return PersonName.IsMinorityForm(name)
            || (name.Length is >= 2 and <= 4 && name.EnumerateRunes().All(Han.Is) && name[^1] is not ('省' or '市' or '区' or '县' or '镇' or '乡' or '村' or '路' or '街' or '族')
                && Surnames.PeopleNamed(name.AsSpan(0, Math.Max(1, PersonName.SurnameLength(name)))) > 0);
    }

    public static bool IsSurname(string value)
    {
        var surname = PersonName.Normalize(value);
        return surname.Length is 1 or 2 && surname.EnumerateRunes().All(Han.Is) && Surnames.PeopleNamed(surname) > 0;
    }

    /// <summary>One to three characters.</summary>
    public static bool IsGivenName(string value) => PersonName.Normalize(value) is { Length: >= 1 and <= 3 } name && name.EnumerateRunes().All(Han.Is);

    public static bool IsAddress(string value) =>
        value.Length >= 5 && IsHan(value) && value.AsSpan().ContainsAny(Doors)
        && (value.AsSpan().ContainsAnyInRange('0', '9') || value.AsSpan().ContainsAny(Places));

    public static bool IsSex(string value) => value.Trim() is "男" or "女" or "男性" or "女性";

    /// <summary>A code of GB/T 2261.1, which says nothing without a header.</summary>
    public static bool IsSexCode(string value) => value.Trim() is "0" or "1" or "2" or "9";

    public static bool IsDate(string value) => !BirthDate.Read(Encoding.UTF8.GetBytes(value)).Date.IsNone;

    /// <summary>A mobile number of China, in any spelling.</summary>
    public static bool IsMobile(string value) => PhoneNumber.Read(value) is { Fault: PhoneNumberFault.None, Number.IsMobile: true };

    public static bool IsPhone(string value) => PhoneNumber.Read(value).Fault is PhoneNumberFault.None or PhoneNumberFault.Placeholder;
}
