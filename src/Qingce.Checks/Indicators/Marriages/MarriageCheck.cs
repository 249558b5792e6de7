using Qingce.Checks.Facts;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;

namespace Qingce.Checks.Indicators.Marriages;

/// <summary>I06: marital status against marriage and divorce records, and against the spouse.</summary>
internal sealed partial class MarriageCheck : Check
{
    private const int NoDay = RegistrationRow.NoDay;
    private const int Marriage = 5;
    private const int Divorce = 6;
    private const SourceFields PersonFields =
        SourceFields.EventKind | SourceFields.EventDate | SourceFields.CitizenNumber | SourceFields.Name | SourceFields.Status;

    private int[] _graceDays = [];
    private RowFacts<MaritalEvent> _events = new(1);

    // First rows of numbers whose person is dead by a certificate, a cremation or a court.
    private RowSet _dead = new(0);

    public override Indicator Id => Indicator.I06;

    public override IReadOnlyList<string> Causes { get; } =
    [
        "married_on_record", "divorced_on_record", "once_married_on_record", "no_divorce_on_record", "spouse_is_alive", "two_spouses",
        "spouse_on_one_side",
    ];

    public override IReadOnlyList<SourceNeed> Sources { get; } =
    [
        new(Marriage, PersonFields | SourceFields.CounterpartNumber | SourceFields.CounterpartName),
        new(Divorce, PersonFields | SourceFields.CounterpartNumber | SourceFields.CounterpartName),
        new(8, PersonFields), new(11, PersonFields), new(23, PersonFields),
    ];

    public override IReadOnlyList<string> Evidence { get; } =
        ["citizen_number", "name", "counterpart_citizen_number", "counterpart_name", "event_date", "document_number"];

    public override IReadOnlyList<ColumnNeed> OptionalColumns { get; } = [new("marital_status")];

    public override void Begin(CheckContext context)
    {
        _graceDays = context.Parameters.PerProvince("I06", values => values.Whole("grace_days"));
        _events = new RowFacts<MaritalEvent>(context.Threads);
        _dead = new RowSet(context.Register.Count);
    }

    public override void Fold(SourceBatch batch)
    {
        if (batch.Category is Marriage or Divorce)
        {
            FoldMarriages(batch);
        }
        else
        {
            FoldDeaths(batch);
        }
    }

    public override void Settle(CheckContext context) => _events.Settle(context.Register.Count);

    private void FoldMarriages(SourceBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            if (batch.Statuses[i] == SourceStatus.Void || batch.EventDays[i] == NoDay)
            {
                continue;
            }

            RegisterStore register = batch.Register;
            int one = Named(register, batch.Rows[i], batch.Name(i));
            int other = Named(register, batch.CounterpartRows[i], batch.CounterpartName(i));
            other = other < 0 && batch.CounterpartNumbers[i] == 0 ? InHousehold(register, one, batch.CounterpartName(i)) : other;
            int onePartner = other >= 0 ? other : Stranger(batch.CounterpartNumbers[i], batch.CounterpartName(i));
            int otherPartner = one >= 0 ? one : Stranger(batch.Numbers[i], batch.Name(i));
            Keep(batch, i, one, batch.Name(i), onePartner);
            Keep(batch, i, other, batch.CounterpartName(i), otherPartner);
        }
    }

    private void FoldDeaths(SourceBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            if (batch.Rows[i] >= 0
                && batch.Statuses[i] != SourceStatus.Void
                && batch.Kinds[i] is EventKind.Died or EventKind.Cremated or EventKind.Buried or EventKind.DeclaredDead
                && Named(batch.Register, batch.Rows[i], batch.Name(i)) is >= 0 and var first)
            {
                _dead.Add(first);
            }
        }
    }

    private void Keep(SourceBatch batch, int i, int first, ReadOnlySpan<byte> name, int partner)
    {
        RegisterStore register = batch.Register;
        for (int row = first; row >= 0; row = register.NextSameNumber(row))
        {
            if (register.IsLiving(row) && register.Names.Agrees(name, register.NameIds[row]))
            {
                _events.Add(batch.Lane, new MaritalEvent(row, batch.EventDays[i], batch.Category == Marriage, partner, batch.Ref(i)));
            }
        }
    }

    /// <summary>The first row of a number, when a registration of that number has the name; else -1.</summary>
    private static int Named(RegisterStore register, int first, ReadOnlySpan<byte> name)
    {
        for (int row = first; row >= 0; row = register.NextSameNumber(row))
        {
            if (register.Names.Agrees(name, register.NameIds[row]))
            {
                return first;
            }
        }

        return -1;
    }

    /// <summary>The spouse in the person's household, if of that name, for records that do not give the number; else -1.</summary>
    private static int InHousehold(RegisterStore register, int person, ReadOnlySpan<byte> name)
    {
        if (person < 0 || name.IsEmpty
            || !TryFindCouple(register, register.Members(register.Households[person]), out int head, out int spouse)
            || (person != head && person != spouse))
        {
            return -1;
        }

        int other = person == head ? spouse : head;
        return !register.Names.Agrees(name, register.NameIds[other]) ? -1
            : register.Numbers[other] == 0 ? other
            : register.FindNumber(register.Numbers[other]);
    }

    private static int Stranger(ulong number, ReadOnlySpan<byte> name) =>
        ~(int)((number != 0 ? TextHash.Of(number) : TextHash.Of(name)) >> 33);
}
