using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Deaths;

/// <summary>I05: deceased not cancelled, and cancelled for death yet alive.</summary>
internal sealed partial class DeathCheck : Check
{
    private const int NoDay = RegistrationRow.NoDay;
    private const SourceFields Fields =
        SourceFields.EventKind | SourceFields.EventDate | SourceFields.CitizenNumber | SourceFields.Name | SourceFields.Status | SourceFields.RecordedAt;

    // Contacts, pensions and medical insurance: what an old person is seen in.
    private static readonly int[] SourcesOfOldAge = [12, 13, 16];

    private DeathSettings[] _settings = [];
    private RowFacts<DeathFact> _facts = new(1);

    // First rows of numbers that are cancelled for death and nowhere living: the only ones whose signs of life are kept.
    private RowSet _restorable = new(0);

    public override Indicator Id => Indicator.I05;

    public override IReadOnlyList<string> Causes { get; } =
    [
        "death_certificate", "cremation", "declared_dead", "benefit_stopped", "silent", "drawing_benefits", "active_after_death",
        "declaration_revoked",
    ];

    public override IReadOnlyList<SourceNeed> Sources { get; } =
    [
        .. Enumerable.Range(1, 23).Select(category => new SourceNeed(
            category, category is 9 or 13 or 16 or 22 ? Fields | SourceFields.ValidUntil : Fields)),
    ];

    public override IReadOnlyList<string> Evidence { get; } =
        ["citizen_number", "name", "event_kind", "event_date", "status", "recorded_at", "valid_until", "document_number"];

    public override IReadOnlyList<ColumnNeed> OptionalColumns { get; } = [new("cancelled_for", "active_after_death", "declaration_revoked")];

    public override void Begin(CheckContext context)
    {
        RegisterStore register = context.Register;
        _settings = context.Parameters.PerProvince("I05", DeathSettings.From);
        _facts = new RowFacts<DeathFact>(context.Threads);
        _restorable = new RowSet(register.Count);
        for (int row = 0; row < register.Count; row++)
        {
            if (register.CancelledFor.At(row) == CancellationReason.Death && register.Numbers[row] != 0 && !LivesElsewhere(register, row))
            {
                _restorable.Add(register.FindNumber(register.Numbers[row]));
            }
        }
    }

    public override void Fold(SourceBatch batch)
    {
        ReadOnlySpan<int> rows = batch.Rows;
        ReadOnlySpan<EventKind> kinds = batch.Kinds;
        ReadOnlySpan<SourceStatus> statuses = batch.Statuses;
        bool tellsOfDeath = batch.Category is 8 or 9 or 11 or 13 or 16 or 22 or 23;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] < 0)
            {
                continue;
            }

            if (tellsOfDeath && KindOf(batch.Category, kinds[i], statuses[i]) is { } kind)
            {
                KeepForLiving(batch, i, kind);
            }

            if (_restorable.Contains(rows[i]))
            {
                KeepForCancelled(batch, i);
            }
        }
    }

    public override void Settle(CheckContext context) => _facts.Settle(context.Register.Count);

    public override void Decide(CheckContext context, RegisterRange range, FindingSink sink)
    {
        RegisterStore register = context.Register;

        // A rough sieve on yyyyMMdd; the age itself is reckoned for those who pass.
        int oldEnough = DayNumber.ToCode(context.AsOfDay) - (_settings.Min(settings => settings.SilentAge) * 10_000);
        for (int row = range.FirstRow; row < range.EndRow; row++)
        {
            ReadOnlySpan<DeathFact> facts = _facts.Of(row);
            bool living = register.IsLiving(row);
            ref readonly DeathSettings settings = ref _settings[register.Division(row).Province];
            if (facts.IsEmpty && !(living && register.BirthCodes[row] is > 0 and var birth && birth <= oldEnough))
            {
                continue;
            }

            DeathFacts shape = Gather(context, row, facts, settings);
            DeathCauses causes = DeathDecision.Decide(shape, settings, context.AsOfDay);
            if (causes != DeathCauses.None)
            {
                Report(row, causes, shape, facts, sink);
            }
        }
    }

    private static DeathFactKind? KindOf(int category, EventKind kind, SourceStatus status) =>
        status == SourceStatus.Void ? null
        : status == SourceStatus.StoppedForDeath ? DeathFactKind.Stopped
        : kind switch
        {
            EventKind.Died => DeathFactKind.Certificate,
            EventKind.Cremated or EventKind.Buried => DeathFactKind.Cremation,
            EventKind.DeclaredDead => DeathFactKind.DeclaredDead,
            EventKind.DeclarationRevoked => DeathFactKind.Revoked,
            EventKind.Pension when status == SourceStatus.Active => DeathFactKind.Benefit,
            EventKind.Assistance when category == 9 && status == SourceStatus.Active => DeathFactKind.Benefit,
            _ => null,
        };

    private void KeepForLiving(SourceBatch batch, int i, DeathFactKind kind)
    {
        int day = kind switch
        {
            DeathFactKind.Stopped => batch.ValidUntilDays.Length > 0 && batch.ValidUntilDays[i] != NoDay ? batch.ValidUntilDays[i] : batch.RecordedDays[i],
            DeathFactKind.Benefit => batch.RecordedDays[i],
            _ => batch.EventDays[i],
        };
        RegisterStore register = batch.Register;
        for (int row = batch.Rows[i]; row >= 0; row = register.NextSameNumber(row))
        {
            // A revocation also matters to a registration cancelled because of the declaration.
            if (day != NoDay && (register.IsLiving(row) || kind == DeathFactKind.Revoked) && batch.NameAgrees(i, row))
            {
                _facts.Add(batch.Lane, new DeathFact(row, day, kind, batch.Ref(i)));
            }
        }
    }

    private void KeepForCancelled(SourceBatch batch, int i)
    {
        RegisterStore register = batch.Register;
        if (!batch.IsSignOfLife(i))
        {
            return;
        }

        int day = batch.LastSignDay(i);
        for (int row = batch.Rows[i]; row >= 0; row = register.NextSameNumber(row))
        {
            if (register.CancelledFor.At(row) == CancellationReason.Death && register.CancelledOn.At(row, NoDay) is var cancelled
                && cancelled != NoDay && day > cancelled && batch.NameAgrees(i, row))
            {
                _facts.Add(batch.Lane, new DeathFact(row, day, DeathFactKind.Life, batch.Ref(i)));
            }
        }
    }

    private static bool LivesElsewhere(RegisterStore register, int row)
    {
        for (int other = register.FindNumber(register.Numbers[row]); other >= 0; other = register.NextSameNumber(other))
        {
            if (register.IsLiving(other))
            {
                return true;
            }
        }

        return false;
    }

    private static int AgeOf(RegisterStore register, int row, DateOnly asOf)
    {
        BirthDate birth = register.Birth(row);
        return birth.IsNone ? -1 : birth.YoungestAgeOn(asOf);
    }

    private static DeathFacts Gather(CheckContext context, int row, ReadOnlySpan<DeathFact> facts, in DeathSettings settings)
    {
        RegisterStore register = context.Register;
        LifeSign life = context.Life.Last(row);
        int lastAfter = LastDay(facts, DeathFactKind.Life);
        bool living = register.IsLiving(row);
        int age = living ? AgeOf(register, row, context.AsOf) : -1;
        int registeredLast = Math.Max(register.CardIssuedOn.At(row, NoDay), Math.Max(register.RegisteredOn.At(row, NoDay), register.MovedInOn.At(row, NoDay)));
        return new DeathFacts
        {
            IsLiving = living,
            IsCancelledForDeath = register.CancelledFor.At(row) == CancellationReason.Death,
            CancelledDay = register.CancelledOn.At(row, NoDay),
            CertificateDay = FirstDay(facts, DeathFactKind.Certificate),
            CremationDay = FirstDay(facts, DeathFactKind.Cremation),
            CourtDay = LastDay(facts, DeathFactKind.DeclaredDead),
            RevokedDay = LastDay(facts, DeathFactKind.Revoked),
            StoppedDay = FirstDay(facts, DeathFactKind.Stopped),
            BenefitDay = LastDay(facts, DeathFactKind.Benefit),
            LifeDay = living ? life.Day : lastAfter,
            LifeIsBenefit = life.Category is 9 or 13 or 16 or 22,
            RegisterDay = registeredLast,
            Age = age,
            CoveredSources = age < settings.SilentAge ? 0 : CoveredSources(context, row, settings),
        };
    }

    private static int CoveredSources(CheckContext context, int row, in DeathSettings settings)
    {
        DivisionCode division = context.Register.Division(row);
        int since = context.AsOfDay - (int)(settings.SilentYears * 365.25);
        int covered = 0;
        foreach (int category in SourcesOfOldAge)
        {
            covered += context.Coverage.Covers(category, division, since, context.AsOfDay) ? 1 : 0;
        }

        return covered;
    }

    private static int FirstDay(ReadOnlySpan<DeathFact> facts, DeathFactKind kind) => First(facts, kind) is { Source.IsNone: false } fact ? fact.Day : NoDay;

    private static int LastDay(ReadOnlySpan<DeathFact> facts, DeathFactKind kind) => Last(facts, kind) is { Source.IsNone: false } fact ? fact.Day : NoDay;

    private static DeathFact First(ReadOnlySpan<DeathFact> facts, DeathFactKind kind)
    {
        foreach (ref readonly DeathFact fact in facts)
        {
            if (fact.Kind == kind)
            {
                return fact;
            }
        }

        return default;
    }

    private static DeathFact Last(ReadOnlySpan<DeathFact> facts, DeathFactKind kind)
    {
        DeathFact last = default;
        foreach (ref readonly DeathFact fact in facts)
        {
            last = fact.Kind == kind ? fact : last;
        }

        return last;
    }
}
