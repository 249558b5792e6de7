using System.Text;

namespace Qingce.Linkage;

/// <summary>Full names that are compared as given names and family name.</summary>
internal static class NameParts
{
    private const double Mostly = 0.7, FewCompanies = 0.05;
    private static readonly NamePartKind Given = new(isFamily: false);
    private static readonly string[] OfCompanies = ["ltd", "limited", "inc", "llc", "plc", "gmbh", "ag", "kg", "co", "corp", "company", "ev", "sa", "bv", "ohg", "group"];

    /// <summary>Whether a column is to be taken apart: names of persons in Latin letters, of which no other column has the parts.</summary>
    public static bool Are(IReadOnlyList<ProposedColumn> columns, int column, ColumnProfile profile) =>
        columns[column] is { Role: ColumnRole.FullName, Kind: "name", Levels.Count: > 0 }
        && !FormerNames.Are(columns[column].Name)
        && !columns.Any(c => c.Role is ColumnRole.GivenName or ColumnRole.FamilyName && !FormerNames.Are(c.Name))
        && profile.Share(text => NamePartKind.HasParts(Encoding.UTF8.GetBytes(text)) && IsLatin(text)) >= Mostly
        && profile.Share(IsCompany) <= FewCompanies;

    /// <summary>The two columns that stand for it.</summary>
    public static (ProposedColumn Given, ProposedColumn Family) Of(ProposedColumn whole, ColumnProfile profile) => (
        Part(whole, "given", ColumnRole.GivenName, NamePartKind.Given, ProposedLevels.OfGivenNames(profile.Share(HasSeveral)), profile),
        FamilyOf(whole, profile));

    /// <summary>The column of family names alone.</summary>
    public static ProposedColumn FamilyOf(ProposedColumn whole, ColumnProfile profile) =>
        Part(whole, "family", ColumnRole.FamilyName, NamePartKind.Family, ProposedLevels.Of(ColumnRole.FamilyName), profile);

    private static ProposedColumn Part(ProposedColumn whole, string part, ColumnRole role, string kind, IReadOnlyList<ComparisonLevel> levels, ColumnProfile profile) => new()
    {
        Name = $"{whole.Name} ({part})",
        From = whole.Name,
        Role = role,
        Kind = kind,
        Levels = ProposedLevels.WithUmlauts(levels, role, profile),
        Keys = ProposedLevels.KeysOf(role),
    };

    private static bool HasSeveral(string text)
    {
        var value = Encoding.UTF8.GetBytes(text);
        var given = new byte[Given.MostBytes(value.Length)];
        return given.AsSpan(0, Given.Clean(value, given)).Contains((byte)' ');
    }

    private static bool IsLatin(string text) => !text.AsSpan().ContainsAnyInRange('\u0250', '\uFFFF');

    private static bool IsCompany(string text) =>
        OfCompanies.Contains(text.TrimEnd('.', ' ')[(text.TrimEnd('.', ' ').LastIndexOf(' ') + 1)..].ToLowerInvariant());
}
