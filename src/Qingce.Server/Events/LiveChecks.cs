using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Indicators.Duplicates;
using Qingce.Checks.Verification;
using Qingce.Exchange.Inputs;
using Qingce.Register;
using Qingce.Server.Rows;

namespace Qingce.Server.Events;

/// <summary>
/// Verifies a few persons as a register of their own: the verification of a whole register, over fewer rows, so that an event or a change is judged by the very
/// functions that judge in batch.
/// </summary>
internal sealed class LiveChecks(IndicatorParameters parameters)
{
    /// <summary>What the source records of a person and of those around show.</summary>
    private static readonly HashSet<Indicator> OfRecords =
        [Indicator.I03, Indicator.I04, Indicator.I05, Indicator.I06, Indicator.I07, Indicator.I09, Indicator.I11, Indicator.I12];

    private static readonly HashSet<Indicator> OfRecordsAndHouseholds = [.. OfRecords, Indicator.I08];

    private static readonly HashSet<Indicator> OfPairs = [Indicator.I01];

    private static readonly HashSet<Indicator> OfChanges = [Indicator.I02];

    private static readonly HashSet<Indicator> OfHouseholds = [Indicator.I08];

    private static readonly HashSet<Indicator> OfPapers = [Indicator.I10];

    /// <summary>What the persons show.</summary>
    /// <param name="extract">The persons.</param>
    /// <param name="asOf">The day looked back from.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="withHouseholds">Whether it matters too which households hang empty.</param>
    public IReadOnlyList<RenderedFinding> Run(PersonExtract extract, DateOnly asOf, CancellationToken cancellation, bool withHouseholds = false) =>
        Run(extract, new VerificationRequest { AsOf = asOf, Only = withHouseholds && extract.Coverage.Count > 0 ? OfRecordsAndHouseholds : OfRecords }, cancellation);

    /// <summary>Who of some registrations is registered twice.</summary>
    /// <param name="registrations">The registrations, with the households of those that may be.</param>
    /// <param name="whole">The register that they are of.</param>
    /// <param name="keptApart">Pairs of their ids that a reviewer said are two people.</param>
    /// <param name="asOf">The day looked back from.</param>
    /// <param name="cancellation">Stops it.</param>
    public IReadOnlyList<RenderedFinding> Duplicates(IReadOnlyList<RegistrationContent> registrations, ValueCounts whole, IReadOnlySet<(string Left, string Right)> keptApart, DateOnly asOf, CancellationToken cancellation) =>
        Run(new PersonExtract(registrations), new VerificationRequest { AsOf = asOf, Only = OfPairs, Whole = whole, KeptApart = keptApart }, cancellation);

    /// <summary>What the past changes of persons show.</summary>
    /// <param name="extract">The persons, with their changes.</param>
    /// <param name="asOf">The day looked back from.</param>
    /// <param name="cancellation">Stops it.</param>
    public IReadOnlyList<RenderedFinding> Changed(PersonExtract extract, DateOnly asOf, CancellationToken cancellation) =>
        Run(extract, new VerificationRequest { AsOf = asOf, Only = OfChanges }, cancellation);

    /// <summary>Which households hang empty.</summary>
    /// <param name="extract">The households, with the source records of all their members.</param>
    /// <param name="asOf">The day looked back from.</param>
    /// <param name="cancellation">Stops it.</param>
    public IReadOnlyList<RenderedFinding> Households(PersonExtract extract, DateOnly asOf, CancellationToken cancellation) =>
        Run(extract, new VerificationRequest { AsOf = asOf, Only = OfHouseholds }, cancellation);

    /// <summary>Which settlements rest on papers that are in doubt.</summary>
    /// <param name="extract">Who settled on the papers, with those changes and what the issuing departments have of the papers.</param>
    /// <param name="asOf">The day looked back from.</param>
    /// <param name="cancellation">Stops it.</param>
    public IReadOnlyList<RenderedFinding> Papers(PersonExtract extract, DateOnly asOf, CancellationToken cancellation) =>
        Run(extract, new VerificationRequest { AsOf = asOf, Only = OfPapers }, cancellation);

    /// <summary>Whether a finding of a household counts who else is registered at its door, which says something only of a door that is known whole.</summary>
    public static bool IsOfDoor(RenderedFinding finding) =>
        finding.Evidence.Contains("\"too_many_households\"", StringComparison.Ordinal) || finding.Evidence.Contains("\"unrelated_people\"", StringComparison.Ordinal);

    private IReadOnlyList<RenderedFinding> Run(PersonExtract extract, VerificationRequest request, CancellationToken cancellation)
    {
        if (extract.Registrations.Count == 0)
        {
            return [];
        }

        List<InputFile> tables =
        [
            InputRows.Register(extract.Registrations),
            InputRows.Coverage(extract.Coverage),
            .. extract.Changes.Count == 0 ? [] : new[] { InputRows.Changes(extract.Changes) },
            .. extract.Sources.OrderBy(pair => pair.Key).Select(pair => InputRows.Source(pair.Key, pair.Value)),
        ];
        VerificationResult result = RegisterVerification.Run(
            request with { Tables = tables, Parameters = parameters, MaxRejectShare = 1, Threads = 1 }, progress: null, cancellation);
        return [.. result.Findings()];
    }
}
