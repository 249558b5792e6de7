using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Register;

namespace Qingce.Server.Rows;

/// <summary>Rows in memory as the files that a verification reads.</summary>
internal static class InputRows
{
    private static readonly string[] RegisterHeaders = [.. FileShapes.Register.Select(field => field.Name)];
    private static readonly string[] SourceHeaders = [.. FileShapes.Source.Select(field => field.Name)];
    private static readonly string[] ChangeHeaders = [.. FileShapes.Changes.Select(field => field.Name)];
    private static readonly string[] CoverageHeaders = [.. FileShapes.Coverage.Select(field => field.Name)];

    /// <summary>Registrations.</summary>
    public static InputFile Register(IReadOnlyCollection<RegistrationContent> registrations) => Table(
        "register", InputRole.Register, 0, RegisterHeaders,
        registrations.Select(one => one.Texts[..RegisterFields.InFile].ToArray()).ToList<string?[]>());

    /// <summary>Source records of a category.</summary>
    public static InputFile Source(int category, IReadOnlyList<string?[]> records) => Table($"{category:00}", InputRole.Source, category, SourceHeaders, records);

    /// <summary>Past changes.</summary>
    public static InputFile Changes(IReadOnlyList<string?[]> changes) => Table("changes", InputRole.Changes, 0, ChangeHeaders, changes);

    /// <summary>Where categories are complete.</summary>
    public static InputFile Coverage(IReadOnlyList<string?[]> areas) => Table("coverage", InputRole.Coverage, 0, CoverageHeaders, areas);

    private static InputFile Table(string name, InputRole role, int category, string[] headers, IReadOnlyList<string?[]> rows) =>
        new(name, name, role, category) { Opens = () => new RowsReader(name, headers, rows, rows.Count) };
}
