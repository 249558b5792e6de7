using Qingce.Checks.Facts;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;

namespace Qingce.Checks.Indicators.Moves;

/// <summary>I12: moves that are not closed.</summary>
internal sealed partial class MoveCheck : Check
{
    private const int NoDay = RegistrationRow.NoDay;
    private const int Filings = 1;
    private const int Permits = 4;
    private const SourceFields Fields = SourceFields.EventKind | SourceFields.EventDate | SourceFields.CitizenNumber | SourceFields.Name
        | SourceFields.Division | SourceFields.Status;

    private int[] _days = [];
    private RowFacts<MoveFact> _facts = new(1);
    private MoveCandidates _candidates = MoveCandidates.None;

    public override Indicator Id => Indicator.I12;

    public override IReadOnlyList<string> Causes { get; } = ["never_in", "permit_expired", "in_without_out", "in_at_two_places"];

    public override IReadOnlyList<SourceNeed> Sources { get; } = [new(Filings, Fields), new(Permits, Fields | SourceFields.ValidUntil)];

    public override IReadOnlyList<string> Evidence { get; } =
        ["name", "citizen_number", "event_kind", "event_date", "division", "event_place", "document_number", "valid_until", "status"];

    public override IReadOnlyList<ColumnNeed> OptionalColumns { get; } =
    [
        new("cancelled_for", "never_in", "permit_expired"), new("cancelled_on", "never_in", "permit_expired"),
        new("moved_in_on", "in_without_out", "in_at_two_places"), new("moved_in_from", "in_without_out"),
    ];

    public override void Begin(CheckContext context)
    {
        _days = context.Parameters.PerProvince("I12", values => values.Whole("days"));
        _facts = new RowFacts<MoveFact>(context.Threads);
        _candidates = MoveCandidates.Of(context.Register);
    }

    public override void Fold(SourceBatch batch)
    {
        ReadOnlySpan<int> rows = batch.Rows;
        ReadOnlySpan<EventKind> kinds = batch.Kinds;
        for (int i = 0; i < rows.Length; i++)
        {
            bool isIn = kinds[i] == EventKind.MovedIn || (kinds[i] == EventKind.Registered && batch.Category == Filings);
            if (rows[i] < 0 || (!isIn && kinds[i] != EventKind.MovedOut) || !_candidates.Wants(rows[i]) || batch.EventDays[i] == NoDay)
            {
                continue;
            }

            RegisterStore register = batch.Register;
            for (int row = rows[i]; row >= 0; row = register.NextSameNumber(row))
            {
                if (batch.NameAgrees(i, row))
                {
                    int validUntil = batch.Category == Permits ? batch.ValidUntilDays[i] : NoDay;
                    _facts.Add(batch.Lane, new MoveFact(
                        rows[i], batch.EventDays[i], isIn, batch.Category == Permits, batch.Statuses[i], validUntil, batch.Divisions[i], batch.Ref(i)));
                    break;
                }
            }
        }
    }

    public override void Settle(CheckContext context) => _facts.Settle(context.Register.Count);
}
