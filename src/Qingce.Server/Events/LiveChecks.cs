using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Verification;
using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Register;
using Qingce.Server.Rows;

namespace Qingce.Server.Events;

/// <summary>What is known of some persons: enough to decide the indicators that look at one person and those around them.</summary>
/// <param name="Registrations">Their registrations, and those of their households and counterparts.</param>
/// <param name="Sources">All their source records by category: the 23 exchange fields each.</param>
/// <param name="Coverage">Where the categories are complete: category, division, from, to.</param>
internal sealed record PersonExtract(
    IReadOnlyList<RegistrationContent> Registrations, IReadOnlyDictionary<int, List<string?[]>> Sources, IReadOnlyList<string?[]> Coverage);

/// <summary>
/// Verifies a few persons as a register of their own: the verification of a whole register, over fewer rows, so that an event is judged by the very functions
/// that judge in batch. Indicators that need everybody (duplicates, empty-hung households, papers used by many, past changes) are left to the batch and to the
/// live index.
/// </summary>
internal sealed class LiveChecks(IndicatorParameters parameters)
{
    private static readonly HashSet<Indicator> Decidable =
        [Indicator.I03, Indicator.I04, Indicator.I05, Indicator.I06, Indicator.I07, Indicator.I09, Indicator.I11, Indicator.I12];

    private static readonly string[] RegisterHeaders = [.. FileShapes.Register.Select(field => field.Name)];
    private static readonly string[] SourceHeaders = [.. FileShapes.Source.Select(field => field.Name)];
    private static readonly string[] CoverageHeaders = [.. FileShapes.Coverage.Select(field => field.Name)];

    /// <summary>What the persons show.</summary>
    /// <param name="extract">The persons.</param>
    /// <param name="asOf">The day looked back from.</param>
    /// <param name="cancellation">Stops it.</param>
    public IReadOnlyList<RenderedFinding> Run(PersonExtract extract, DateOnly asOf, CancellationToken cancellation)
    {
        if (extract.Registrations.Count == 0)
        {
            return [];
        }

        List<InputFile> tables =
        [
            Table("register", InputRole.Register, 0, RegisterHeaders, extract.Registrations.Select(one => one.Texts[..RegisterFields.InFile].ToArray()).ToList<string?[]>()),
            Table("coverage", InputRole.Coverage, 0, CoverageHeaders, extract.Coverage),
            .. extract.Sources.OrderBy(pair => pair.Key).Select(pair => Table($"{pair.Key:00}", InputRole.Source, pair.Key, SourceHeaders, pair.Value)),
        ];
        VerificationResult result = RegisterVerification.Run(
            new VerificationRequest { Tables = tables, AsOf = asOf, Only = Decidable, Parameters = parameters, MaxRejectShare = 1, Threads = 1 },
            progress: null,
            cancellation);
        return [.. result.Findings()];
    }

    private static InputFile Table(string name, InputRole role, int category, string[] headers, IReadOnlyList<string?[]> rows) =>
        new(name, name, role, category) { Opens = () => new RowsReader(name, headers, rows, rows.Count) };
}
