namespace Qingce.Linkage;

/// <summary>What a column holds by its values, where the header does not tell.</summary>
internal static class ValueRoles
{
    /// <summary>Shares of different values; many of them are rare names or slips, so that a part of them is enough.</summary>
    private const double OfGivenNames = 0.2, OfFamilyNames = 0.12, OfFullNames = 0.25, Mostly = 0.7, Nearly = 0.9, Repeated = 0.8;

    private const int FewestNames = 20, FewestDigits = 7, MostDigits = 15, MostYears = 130;

    /// <summary>Names, telephone numbers, postal codes and years of birth; null for anything else.</summary>
    /// <param name="profile">The column.</param>
    /// <param name="isYear">Whether a value is a year of our time.</param>
    public static ColumnRole? Of(ColumnProfile profile, Func<string, bool> isYear) =>
        Name(profile) ?? (ArePhones(profile) ? ColumnRole.Phone : ArePostcodes(profile) ? ColumnRole.Postcode : AreYears(profile, isYear) ? ColumnRole.Year : null);

    // Which part of names, if any.
    private static ColumnRole? Name(ColumnProfile profile)
    {
        if (profile.Distinct < FewestNames || profile.Share(text => text.AsSpan().ContainsAnyInRange('0', '9')) > 1 - Nearly)
        {
            return null;
        }

        if (profile.Share(text => text.Contains(' ', StringComparison.Ordinal)) >= Mostly)
        {
            return profile.Share(HasGivenName) >= OfFullNames ? ColumnRole.FullName : null;
        }

        var (given, family) = (profile.Share(KnownNames.IsGiven), profile.Share(KnownNames.IsFamily));
        return given >= OfGivenNames && given >= family ? ColumnRole.GivenName : family >= OfFamilyNames && family > given ? ColumnRole.FamilyName : null;
    }

    /// <summary>Whether one of the words is a common given name.</summary>
    public static bool HasGivenName(string text) => text.Split((char[])[' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Any(KnownNames.IsGiven);

    // With an area code or a country's, or in groups as they are written.
    private static bool ArePhones(ColumnProfile profile) =>
        profile.Share(IsPhone) >= Mostly && profile.Share(text => text.StartsWith("000", StringComparison.Ordinal)) < 0.1;

    // Of one length, and each of several rows; or as those of Britain.
    private static bool ArePostcodes(ColumnProfile profile) =>
        profile.Distinct < Repeated * profile.Present
        && (profile.Share(IsBritish) >= Mostly
            || (profile.Values.Count > 0 && profile.Values.GroupBy(v => v.Length).Max(g => (g.Key is 5 or 6 ? g.Count() : 0) / (double)profile.Values.Count) >= Nearly
                && profile.Share(text => text.All(char.IsAsciiDigit)) >= Nearly));

    private static bool AreYears(ColumnProfile profile, Func<string, bool> isYear) => profile.Distinct is > FewestNames and < MostYears && profile.Share(isYear) >= Nearly;

    private static bool IsPhone(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return digits is >= FewestDigits and <= MostDigits
            && text.All(c => char.IsAsciiDigit(c) || c is '+' or '(' or ')' or ' ' or '-' or '/' or '.')
            && (text[0] is '0' or '+' or '(' || IsGrouped(text));
    }

    // 555-123-4567 and its like.
    private static bool IsGrouped(string text) =>
        text.Length == 12 && text[3] == text[7] && text[3] is '-' or '.' or ' ' && text.Count(char.IsAsciiDigit) == 10;

    private static bool IsBritish(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal);
        return plain.Length is >= 5 and <= 7 && char.IsAsciiLetter(plain[0]) && char.IsAsciiDigit(plain[^3]) && char.IsAsciiLetter(plain[^2]) && char.IsAsciiLetter(plain[^1])
            && plain[1..^3].Any(char.IsAsciiDigit);
    }
}
