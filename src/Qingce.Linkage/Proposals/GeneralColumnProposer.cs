using System.Buffers;
using System.Globalization;

namespace Qingce.Linkage;

/// <summary>Recognises columns by their headers in English and German and by their values.</summary>
internal sealed class GeneralColumnProposer : ColumnProposer
{
    /// <summary>Why a column is left whose values say nothing but which row it is.</summary>
    public static readonly Wording OwnValues = new("every row has its own value", "每行各不相同");

    private const double Most = 0.8, Nearly = 0.9;
    private const int FewWords = 60;
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,+-/ ()");
    private static readonly DateKind Dates = new("date", monthFirst: false);

    public override ProposedColumn Propose(ColumnProfile profile)
    {
        if (HeaderWords.IsUnfit(profile))
        {
            return Left(profile, new Wording("it must not decide who somebody is", "不得用来判断一个人是谁"));
        }

        if (HeaderWords.IsResult(profile))
        {
            return Left(profile, new Wording("it looks like the result of an earlier linkage", "像是先前比对的结果"));
        }

        if (profile.Distinct <= 1)
        {
            return Left(profile, profile.Present == 0 ? new Wording("it is empty", "为空") : new Wording("it has one value alone", "只有一个值"));
        }

        if (HeaderWords.IsAge(profile) && profile.Share(text => IsWithin(text, 0, 125)) >= Nearly)
        {
            return Of(profile, ColumnRole.Year) with { Levels = ProposedLevels.OfAge };
        }

        var role = HeaderWords.RoleOf(profile) is { } named && Fits(named, profile) is { } fitting ? fitting : ByValues(profile);
        return role == ColumnRole.None ? Left(profile, OwnValues) : Of(profile, role);
    }

    private static ProposedColumn Of(ColumnProfile profile, ColumnRole role) => new()
    {
        Name = profile.Header,
        Role = role,
        Kind = role == ColumnRole.Date && IsMonthFirst(profile) ? "date-month-first" : ProposedLevels.KindOf(role),
        Levels = role == ColumnRole.Identifier && CheckedSlip.For(profile) is { } check ? ProposedLevels.Of(check)
            : ProposedLevels.WithUmlauts(
                role == ColumnRole.GivenName ? ProposedLevels.OfGivenNames(profile.Share(text => text.Contains(' ', StringComparison.Ordinal)))
                    : role == ColumnRole.FullName ? ProposedLevels.OfFullNames(profile.Share(InitialsMeasure.Has))
                    : role == ColumnRole.Date && HeaderWords.RoleOf(profile) == role ? ProposedLevels.OfBirth
                    : role == ColumnRole.Year && HeaderWords.IsBirthYear(profile) ? ProposedLevels.OfBirthYear
                    : ProposedLevels.Of(role),
                role, profile),
        Keys = ProposedLevels.KeysOf(role),
    };

    private static ProposedColumn Left(ColumnProfile profile, Wording reason) =>
        new() { Name = profile.Header, Role = ColumnRole.None, Kind = "text", Reason = reason };

    // What the header says, where the values do not speak against it.
    private static ColumnRole? Fits(ColumnRole role, ColumnProfile profile)
    {
        switch (role)
        {
            case ColumnRole.Date:
                return profile.Share(IsDate) >= 0.6 ? role : profile.Share(IsYear) >= Most ? ColumnRole.Year : null;
            case ColumnRole.Year:
                return profile.Share(IsYear) >= Most ? role : profile.Share(IsDate) >= Most ? ColumnRole.Date : null;
            case ColumnRole.Month:
                return profile.Share(text => IsWithin(text, 1, 12)) >= Most ? role : null;
            case ColumnRole.Day:
                return profile.Share(text => IsWithin(text, 1, 31)) >= Most ? role : profile.Share(IsDate) >= Most ? ColumnRole.Date : null;
            case ColumnRole.Email:
                return profile.Share(text => text.Contains('@', StringComparison.Ordinal)) >= 0.5 ? role : null;
            case ColumnRole.Phone:
                return profile.Share(IsPhone) >= 0.6 ? role : null;
            case ColumnRole.Category:
                return profile.Distinct <= Math.Max(FewWords, profile.Present / 100) ? role : profile.Share(IsNumeric) >= Most ? null : ColumnRole.Town;
            case ColumnRole.GivenName or ColumnRole.MiddleName or ColumnRole.FamilyName:
                return profile.Share(IsNumeric) >= 0.5 ? null
                    : profile.Share(text => text.Contains(' ', StringComparison.Ordinal)) >= 0.6 && profile.Share(ValueRoles.HasGivenName) >= 0.2 && role != ColumnRole.GivenName
                        ? ColumnRole.FullName
                    : role;
            case ColumnRole.FullName:
                return profile.Share(IsCode) >= 0.5 ? null : profile.Share(text => text.Contains(' ', StringComparison.Ordinal)) >= 0.3 ? role : ColumnRole.FamilyName;
            case ColumnRole.Town or ColumnRole.Address:
                return profile.Share(IsNumeric) >= Most ? null : role;
            default:
                return role;
        }
    }

    private static ColumnRole ByValues(ColumnProfile profile)
    {
        if (profile.Share(text => text.Contains('@', StringComparison.Ordinal)) >= Most)
        {
            return ColumnRole.Email;
        }

        if (profile.Share(IsPoint) >= Most)
        {
            return ColumnRole.Point;
        }

        if (profile.Share(text => IsDate(text) && (text.Length == 8 || text.AsSpan().ContainsAny("-/.年"))) >= Most)
        {
            return ColumnRole.Date;
        }

        if (ValueRoles.Of(profile, IsYear) is { } told)
        {
            return told;
        }

        var unique = profile.Distinct == profile.Present && profile.Present > 1;
        if (profile.Share(IsNumeric) >= Most)
        {
            return profile.Share(text => text.AsSpan().ContainsAny(".,")) >= 0.3 ? ColumnRole.Number
                : unique && profile.Present == profile.Rows ? ColumnRole.None
                : profile.Distinct <= FewWords ? ColumnRole.Category
                : profile.Share(text => text.Length >= 5) >= Most ? ColumnRole.Identifier
                : ColumnRole.Number;
        }

        if (profile.Share(text => text.AsSpan().ContainsAny(";|") || text.StartsWith('[')) >= 0.3)
        {
            return ColumnRole.Set;
        }

        var words = profile.Share(text => text.Contains(' ', StringComparison.Ordinal));
        var digits = profile.Share(text => text.AsSpan().ContainsAnyInRange('0', '9'));
        if (digits >= Most && words < 0.5)
        {
            return unique && profile.Present == profile.Rows ? ColumnRole.None : ColumnRole.Identifier;
        }

        return profile.Distinct <= Math.Min(FewWords, profile.Present / 4) ? ColumnRole.Category
            : digits >= 0.4 ? ColumnRole.Address
            : words < 0.2 && profile.Distinct * 5 < profile.Present ? ColumnRole.Town
            : ColumnRole.Text;
    }

    private static bool IsCode(string text) => text.AsSpan().ContainsAnyInRange('0', '9') && (IsNumeric(text) || !text.Contains(' ', StringComparison.Ordinal));

    private static bool IsNumeric(string text) =>
        text.AsSpan().IndexOfAnyExcept(OfNumbers) < 0 && text.AsSpan().ContainsAnyInRange('0', '9');

    private static bool IsPhone(string text) => IsNumeric(text) && text.Count(char.IsAsciiDigit) >= 5;

    private static bool IsYear(string text) => IsWithin(text, 1850, 2035);

    private static bool IsWithin(string text, int least, int most) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && number % 1 == 0;

    private static bool IsPoint(string text)
    {
        var parts = text.Split(',');
        return parts.Length == 2 && Array.TrueForAll(parts, p => p.Contains('.', StringComparison.Ordinal)
            && double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= 180);
    }

    private static bool IsDate(string text)
    {
        Span<byte> cleaned = stackalloc byte[8];
        var length = Dates.Clean(System.Text.Encoding.UTF8.GetBytes(text), cleaned);
        return length == 8 && IsWithin(System.Text.Encoding.ASCII.GetString(cleaned[..4]), 1850, 2100)
            && IsWithin(System.Text.Encoding.ASCII.GetString(cleaned[4..6]), 0, 12) && IsWithin(System.Text.Encoding.ASCII.GetString(cleaned[6..]), 0, 31);
    }

    /// <summary>Whether dates are spread as those of the births of people are: over a generation and more.</summary>
    public static bool AreOfGenerations(ColumnProfile profile)
    {
        Span<byte> cleaned = stackalloc byte[8];
        var years = new List<int>();
        foreach (var value in profile.Values)
        {
            if (Dates.Clean(System.Text.Encoding.UTF8.GetBytes(value), cleaned) == 8)
            {
                years.Add(int.Parse(cleaned[..4], CultureInfo.InvariantCulture));
            }
        }

        years.Sort();
        return years.Count > 0 && years[^(1 + years.Count / 10)] - years[years.Count / 10] >= 25;
    }

    // Months come first where the second number is often more than twelve and the first never is.
    private static bool IsMonthFirst(ColumnProfile profile)
    {
        var (first, second) = (0, 0);
        foreach (var value in profile.Values)
        {
            var parts = value.Split('/', '-', '.');
            if (parts.Length >= 3 && parts[0].Length <= 2 && int.TryParse(parts[0], out var a) && int.TryParse(parts[1], out var b))
            {
                first += a > 12 ? 1 : 0;
                second += b > 12 ? 1 : 0;
            }
        }

        return second > 2 * first;
    }
}
