using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Away;

/// <summary>I07: people who live in another township or street than the one of their registration.</summary>
internal sealed partial class AwayCheck : Check
{
    private const int NoDay = RegistrationRow.NoDay;
    private const SourceFields Fields = SourceFields.EventKind | SourceFields.EventDate | SourceFields.CitizenNumber | SourceFields.Name
        | SourceFields.Division | SourceFields.Status;

    private AwaySettings[] _settings = [];
    private int[] _since = [];
    private RowFacts<AwayFact> _facts = new(1);
    private int _earliestSince;
    private int _asOf;

    public override Indicator Id => Indicator.I07;

    public override IReadOnlyList<string> Causes { get; } =
        ["other_province", "other_city", "other_county", "district_of_same_city", "other_township"];

    public override IReadOnlyList<SourceNeed> Sources { get; } =
    [
        .. new[] { 2, 9, 14, 15, 18, 21, 22 }.Select(category => new SourceNeed(category, Fields | SourceFields.ValidUntil)),
        new(12, Fields),
        new(13, Fields | SourceFields.ValidUntil | SourceFields.CounterpartName),
        new(16, Fields | SourceFields.ValidUntil | SourceFields.CounterpartName),
    ];

    public override IReadOnlyList<string> Evidence { get; } = ["event_kind", "event_date", "division", "address", "valid_until", "status"];

    public override void Begin(CheckContext context)
    {
        _settings = context.Parameters.PerProvince("I07", AwaySettings.From);
        _since = [.. _settings.Select(settings => DayNumber.Of(context.AsOf.AddMonths(-settings.Months)))];
        _earliestSince = _since.Min();
        _facts = new RowFacts<AwayFact>(context.Threads);
        _asOf = context.AsOfDay;
    }

    public override void Fold(SourceBatch batch)
    {
        RegisterStore register = batch.Register;
        ReadOnlySpan<int> rows = batch.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            int start = batch.EventDays[i];
            if (rows[i] < 0 || (batch.Category == 12 && start <= _earliestSince) || start == NoDay || start > _asOf || batch.Divisions[i].IsNone || !Runs(batch, i))
            {
                continue;
            }

            AwayKind kind = KindOf(batch, i);
            for (int row = rows[i]; row >= 0; row = register.NextSameNumber(row))
            {
                DivisionCode home = register.Division(row);
                DivisionCode place = AwayDecision.PlaceOf(home, batch.Divisions[i]);
                bool isRecent = kind != AwayKind.Contact || start > _since[home.Province];

                // Work near home is so common and says so little that it is not kept.
                bool tells = kind != AwayKind.Job || AwayDecision.Distance(home, place) is AwayCause.OtherProvince or AwayCause.OtherCity;
                if (!place.IsNone && isRecent && tells && register.IsLiving(row) && batch.NameAgrees(i, row))
                {
                    _facts.Add(batch.Lane, new AwayFact(row, kind, start, place, batch.Ref(i)));
                }
            }
        }
    }

    public override void Settle(CheckContext context) => _facts.Settle(context.Register.Count);

    public override void Decide(CheckContext context, RegisterRange range, FindingSink sink)
    {
        RegisterStore register = context.Register;
        for (int row = range.FirstRow; row < range.EndRow; row++)
        {
            ReadOnlySpan<AwayFact> facts = _facts.Of(row);
            if (facts.IsEmpty)
            {
                continue;
            }

            DivisionCode home = register.Division(row);
            int since = _since[home.Province];
            AwayVerdict verdict = AwayDecision.Decide(facts, home, IsSeenAtHome(context.Life.LastAtTownship(row), since), _settings[home.Province], since);
            if (verdict.Cause != AwayCause.None)
            {
                Report(row, verdict, facts, sink);
            }
        }
    }

    /// <summary>Whether a spell still runs, or a contact is one.</summary>
    private bool Runs(SourceBatch batch, int i) =>
        batch.Category == 12
            ? batch.Statuses[i] != SourceStatus.Void
            : batch.Statuses[i] is SourceStatus.Active or SourceStatus.Suspended
                && (batch.ValidUntilDays[i] == NoDay || batch.ValidUntilDays[i] >= _asOf);

    private static AwayKind KindOf(SourceBatch batch, int i) => batch.Category switch
    {
        2 => AwayKind.Permit,
        9 => AwayKind.Assistance,
        12 => AwayKind.Contact,
        18 => AwayKind.School,
        21 => AwayKind.Lease,
        13 when batch.Kinds[i] == EventKind.Pension => AwayKind.Insurance,

        // An employer's name tells employees' insurance, paid at the place of work, from that of residents.
        13 or 16 when batch.CounterpartName(i).IsEmpty => AwayKind.Insurance,
        _ => AwayKind.Job,
    };

    /// <summary>Buying a home or filing something in the township of registration is no sign of living there.</summary>
    private static bool IsSeenAtHome(LifeSign sign, int since) =>
        sign.Day > since && sign.Category is 2 or 9 or 12 or 13 or 14 or 15 or 16 or 18 or 21;
}
