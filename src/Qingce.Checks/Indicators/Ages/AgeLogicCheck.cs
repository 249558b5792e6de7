using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Ages;

/// <summary>I03: ages that cannot be, on the register and beside the source records.</summary>
internal sealed partial class AgeLogicCheck : Check
{
    private const SourceFields PersonalFields =
        SourceFields.EventKind | SourceFields.EventDate | SourceFields.CitizenNumber | SourceFields.Name | SourceFields.Status;

    private AgeSettings[] _settings = [];
    private RowFacts<AgeFact> _facts = new(1);
    private RowSet _dead = new(0);

    public override Indicator Id => Indicator.I03;

    public override IReadOnlyList<string> Causes { get; } =
    [
        "over_age", "birth_impossible", "born_after_registration", "born_in_future", "status_under_age", "married_under_age", "parent_too_young",
        "parent_too_old", "minor_spouse", "minor_head", "education_too_early", "school_too_early", "work_too_early", "permit_before_birth",
    ];

    public override IReadOnlyList<SourceNeed> Sources { get; } =
    [
        new(2, PersonalFields),
        new(3, PersonalFields),
        new(5, PersonalFields | SourceFields.CounterpartNumber | SourceFields.CounterpartName | SourceFields.Division),
        new(8, PersonalFields),
        new(11, PersonalFields),
        new(14, PersonalFields),
        new(15, PersonalFields),
        new(18, PersonalFields),
        new(19, PersonalFields),
    ];

    public override IReadOnlyList<string> Evidence { get; } = ["event_date", "event_kind"];

    public override IReadOnlyList<ColumnNeed> OptionalColumns { get; } =
    [
        new("marital_status", "status_under_age"),
        new("education", "education_too_early"),
        new("registered_on", "born_after_registration"),
        new("household_type", "minor_head"),
    ];

    public override void Begin(CheckContext context)
    {
        _settings = context.Parameters.PerProvince("I03", AgeSettings.From);
        _facts = new RowFacts<AgeFact>(context.Threads);
        _dead = new RowSet(context.Register.Count);
    }

    public override void Fold(SourceBatch batch)
    {
        if (batch.Category is 8 or 11)
        {
            FoldDeaths(batch);
            return;
        }

        ReadOnlySpan<int> rows = batch.Rows;
        ReadOnlySpan<int> days = batch.EventDays;
        bool isMarriage = batch.Category == 5;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0)
            {
                FoldPerson(batch, i, rows[i], days[i], isCounterpart: false);
            }

            if (isMarriage && batch.CounterpartRows[i] >= 0)
            {
                FoldPerson(batch, i, batch.CounterpartRows[i], days[i], isCounterpart: true);
            }
        }
    }

    private void FoldDeaths(SourceBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            for (int row = batch.Rows[i]; row >= 0; row = batch.Register.NextSameNumber(row))
            {
                if (batch.Statuses[i] != SourceStatus.Void && batch.NameAgrees(i, row))
                {
                    _dead.Add(row);
                }
            }
        }
    }

    private void FoldPerson(SourceBatch batch, int at, int first, int day, bool isCounterpart)
    {
        RegisterStore register = batch.Register;
        for (int row = first; row >= 0; row = register.NextSameNumber(row))
        {
            int birth = register.BirthCodes[row];
            if (birth != 0 && register.IsLiving(row) && TooEarly(batch, at, row, birth, day) is { } cause && batch.Statuses[at] != SourceStatus.Void
                && register.Names.Agrees(isCounterpart ? batch.CounterpartName(at) : batch.Name(at), register.NameIds[row]))
            {
                _facts.Add(batch.Lane, new AgeFact(row, cause, day, batch.Ref(at)));
            }
        }
    }

    private AgeCause? TooEarly(SourceBatch batch, int at, int row, int birth, int day)
    {
        switch (batch.Category)
        {
            case 2 or 3:
                return AgeDecision.IsBelow(birth, day, 0) ? AgeCause.PermitBeforeBirth : null;
            case 5:
                Sex sex = batch.Register.Sexes[row];

                // Over 22 is lawful everywhere and at any time, which spares most rows the look at the place.
                return batch.Kinds[at] == EventKind.Married && AgeDecision.IsBelow(birth, day, 22)
                    && AgeDecision.IsBelow(birth, day, MarriageAge.Of(sex, day, batch.Divisions[at]))
                    ? AgeCause.MarriedUnderAge : null;
            case 14 or 15:
                return AgeDecision.IsBelow(birth, day, Settings(batch.Register, row).WorkAge) ? AgeCause.WorkTooEarly : null;
            default:
                return AgeDecision.IsBelow(birth, day, Settings(batch.Register, row).SchoolAge) ? AgeCause.SchoolTooEarly : null;
        }
    }

    public override void Settle(CheckContext context) => _facts.Settle(context.Register.Count);

    public override void Decide(CheckContext context, RegisterRange range, FindingSink sink)
    {
        RegisterStore register = context.Register;
        CauseSet causes = new(stackalloc float[Causes.Count]);
        for (int row = range.FirstRow; row < range.EndRow; row++)
        {
            if (!register.IsLiving(row))
            {
                continue;
            }

            AgeDecision.Check(register.Row(row), Settings(register, row), context.AsOf, ref causes);
            while (causes.TryTake(out int cause))
            {
                sink.Add(Of(row, (AgeCause)cause, causes.Weight(cause)));
            }

            AgeCause? last = null;
            foreach (ref readonly AgeFact fact in _facts.Of(row))
            {
                if (fact.Cause != last)
                {
                    sink.Add(Of(row, fact.Cause, 6) with { Source = fact.Source, Value = fact.Day });
                    last = fact.Cause;
                }
            }
        }

        HouseholdRows members = new();
        for (int household = range.FirstHousehold; household < range.EndHousehold; household++)
        {
            DecideHousehold(context, household, members, sink);
        }
    }

    private void DecideHousehold(CheckContext context, int household, HouseholdRows taken, FindingSink sink)
    {
        RegisterStore register = context.Register;
        ReadOnlySpan<int> all = register.Members(household);
        if (all.Length < 2 || register.IsCollective(all[0]))
        {
            return;
        }

        taken.Take(register, household);
        ReadOnlySpan<int> rows = taken.Rows;
        ReadOnlySpan<RegistrationRow> members = taken.Members;
        for (int i = 0; i < members.Length; i++)
        {
            if (!members[i].Relation.IsHead)
            {
                continue;
            }

            if (AgeDecision.IsMinorHead(members[i], context.AsOf) && HasAdultRelative(rows, members, context.AsOf))
            {
                sink.Add(Of(rows[i], AgeCause.MinorHead, 6));
            }

            AgeSettings settings = Settings(register, rows[i]);
            for (int j = 0; j < members.Length; j++)
            {
                Relation relation = members[j].Relation;
                if ((relation.IsChild || relation.IsParent) && !relation.IsExemptFromParentGap)
                {
                    int parent = relation.IsChild ? i : j;
                    int child = relation.IsChild ? j : i;
                    if (AgeDecision.ParentGap(members[parent], members[child], settings) is { } cause)
                    {
                        sink.Add(Of(rows[parent], cause, 7) with { Scope = FindingScope.Pair, Second = rows[child] });
                    }
                }
            }
        }
    }

    // A member whom a certificate or a crematorium tells dead could not be head; that the registration lives on is for I05.
    private bool HasAdultRelative(ReadOnlySpan<int> rows, ReadOnlySpan<RegistrationRow> members, DateOnly asOf)
    {
        for (int i = 0; i < members.Length; i++)
        {
            if (AgeDecision.IsAdultRelative(members[i], asOf) && !_dead.Contains(rows[i]))
            {
                return true;
            }
        }

        return false;
    }

    private AgeSettings Settings(RegisterStore register, int row) => _settings[register.Division(row).Province];

    private static Suspicion Of(int row, AgeCause cause, float weight) => new()
    {
        Indicator = Indicator.I03,
        Cause = (byte)cause,
        Class = ProblemClass.W,
        Task = TaskKind.CheckPapers,
        First = row,
        Weight = weight,
        IsReportable = true,
    };
}
