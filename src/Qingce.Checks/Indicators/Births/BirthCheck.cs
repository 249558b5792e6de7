using Qingce.Checks.Facts;
using Qingce.Checks.Indicators.Papers;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Births;

/// <summary>I11: births and registrations of children that do not match.</summary>
internal sealed partial class BirthCheck : Check
{
    private const int NoDay = RegistrationRow.NoDay;
    private const int Marriages = 5;
    private const int Certificates = 10;
    private const int Deaths = 11;
    private const int InfantDays = 3 * 366;

    private BirthSettings[] _settings = [];
    private Lanes<BirthRecord> _births = new(1);
    private Lanes<CertificateUse> _uses = new(1);
    private Lanes<InfantDeath> _infantDeaths = new(1);
    private RowFacts<SpouseFact> _spouses = new(1);
    private CertificateUse[] _sortedUses = [];
    private HashSet<InfantDeath> _dead = [];
    private BirthMatches? _matches;

    public override Indicator Id => Indicator.I11;

    public override IReadOnlyList<string> Causes { get; } = ["not_registered", "no_certificate", "certificate_used_twice", "no_twins"];

    public override IReadOnlyList<SourceNeed> Sources { get; } =
    [
        new(Certificates, SourceFields.EventDate | SourceFields.CitizenNumber | SourceFields.CounterpartNumber | SourceFields.Sex
            | SourceFields.Name | SourceFields.BirthDate | SourceFields.DocumentNumber | SourceFields.Status),
        new(Deaths, SourceFields.EventDate | SourceFields.CitizenNumber | SourceFields.BirthDate | SourceFields.Sex | SourceFields.Division),
        new(Marriages, SourceFields.CitizenNumber | SourceFields.CounterpartNumber | SourceFields.Status),
    ];

    public override IReadOnlyList<string> Evidence { get; } =
        ["event_date", "birth_date", "sex", "document_number", "counterpart_name", "counterpart_citizen_number", "event_place", "changed_on"];

    public override bool ReadsChanges => true;

    public override IReadOnlyList<ColumnNeed> OptionalColumns { get; } = [new("registered_for", "no_certificate", "no_twins")];

    public override void Begin(CheckContext context)
    {
        _settings = context.Parameters.PerProvince("I11", BirthSettings.From);
        _births = new Lanes<BirthRecord>(context.Threads);
        _uses = new Lanes<CertificateUse>(context.Threads);
        _infantDeaths = new Lanes<InfantDeath>(context.Threads);
        _spouses = new RowFacts<SpouseFact>(context.Threads);
    }

    public override void FoldChanges(ChangeBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            if (batch.Fields[i] == ChangedField.Registration && batch.Rows[i] >= 0 && batch.DocumentKinds[i] == DocumentKind.BirthCertificate
                && PaperUses.Key(DocumentKind.BirthCertificate, batch.DocumentNumber(i)) is not 0 and var certificate)
            {
                _uses.Add(batch.Lane, new CertificateUse(certificate, batch.Rows[i], batch.Ref(i)));
            }
        }
    }

    public override void SettleChanges(CheckContext context) => _sortedUses = _uses.Sorted((one, other) => one.CompareTo(other));

    public override void Fold(SourceBatch batch)
    {
        switch (batch.Category)
        {
            case Certificates:
                FoldBirths(batch);
                break;
            case Deaths:
                FoldDeaths(batch);
                break;
            default:
                FoldMarriages(batch);
                break;
        }
    }

    public override void Settle(CheckContext context)
    {
        _spouses.Settle(context.Register.Count);
        _dead = [.. _infantDeaths.Sorted((one, other) => one.GetHashCode().CompareTo(other.GetHashCode()))];
        _matches = new BirthMatches(context.Register, _births.Sorted((one, other) => one.CompareTo(other)), _sortedUses, _spouses);
    }

    private void FoldBirths(SourceBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            if (batch.Statuses[i] == SourceStatus.Void || batch.EventDays[i] == NoDay)
            {
                continue;
            }

            BirthDate birth = batch.Births[i];
            _births.Add(batch.Lane, new BirthRecord(
                PaperUses.Key(DocumentKind.BirthCertificate, batch.DocumentNumber(i)),
                batch.CounterpartRows[i],
                batch.Rows[i],
                birth.IsNone ? DayNumber.ToCode(batch.EventDays[i]) : birth.Code,
                batch.Sexes[i],
                PersonName.Key(batch.Name(i)),
                batch.EventDays[i],
                batch.Ref(i)));
        }
    }

    private void FoldDeaths(SourceBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            if (batch.Rows[i] < 0 && batch.Births[i].ToDate() is { } birth && batch.EventDays[i] != NoDay
                && batch.EventDays[i] - DayNumber.Of(birth) <= InfantDays)
            {
                _infantDeaths.Add(batch.Lane, new InfantDeath(batch.Births[i].Code, batch.Sexes[i], batch.Divisions[i].County));
            }
        }
    }

    private void FoldMarriages(SourceBatch batch)
    {
        RegisterStore register = batch.Register;
        for (int i = 0; i < batch.Count; i++)
        {
            int one = batch.Rows[i];
            int other = batch.CounterpartRows[i];

            // A couple of one household is found there; only those registered apart are kept.
            if (one >= 0 && other >= 0 && register.Households[one] != register.Households[other] && batch.Statuses[i] != SourceStatus.Void)
            {
                bool oneIsWife = register.Sexes[one] == Sex.Female;
                _spouses.Add(batch.Lane, oneIsWife ? new SpouseFact(one, other) : new SpouseFact(other, one));
            }
        }
    }
}
