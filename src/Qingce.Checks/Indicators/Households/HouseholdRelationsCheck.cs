using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Checks.Verification;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Households;

/// <summary>I09: relations within a family household that cannot be, and relatives that no source knows.</summary>
internal sealed partial class HouseholdRelationsCheck : Check
{
    private const int Adoptions = 7;

    private const SourceFields Fields = SourceFields.EventKind | SourceFields.EventDate | SourceFields.CitizenNumber
        | SourceFields.CounterpartNumber | SourceFields.Status;

    private Kinship? _kinship;

    public override Indicator Id => Indicator.I09;

    public override IReadOnlyList<string> Causes { get; } =
    [
        "no_head", "two_heads", "two_spouses", "spouse_sex", "relation_sex", "child_older", "adopted_without_record", "joined_no_relative",
    ];

    /// <summary>Every category that names a relative: marriage, divorce, adoption, birth certificate, school, co-owner, court.</summary>
    public override IReadOnlyList<SourceNeed> Sources { get; } =
        [new(5, Fields), new(6, Fields), new(7, Fields), new(10, Fields), new(18, Fields), new(19, Fields), new(23, Fields)];

    public override IReadOnlyList<ColumnNeed> OptionalColumns { get; } =
        [new("household_type"), new("registered_for", "adopted_without_record")];

    public override void Begin(CheckContext context) => _kinship = new Kinship(context.Register, context.Threads);

    public override void Fold(SourceBatch batch) => _kinship!.Fold(batch);

    public override void Settle(CheckContext context) => _kinship!.Settle();

    public override void Decide(CheckContext context, RegisterRange range, FindingSink sink)
    {
        RegisterStore register = context.Register;
        HouseholdRows members = new();
        for (int household = range.FirstHousehold; household < range.EndHousehold; household++)
        {
            if (register.IsCollective(register.Members(household)[0]))
            {
                continue;
            }

            members.Take(register, household);
            ReadOnlySpan<RegistrationRow> living = members.Members;
            if (HouseholdDecision.IsLookedAt(living))
            {
                DecideHeads(household, members.Rows, living, sink);
                DecideRelations(members.Rows, living, sink);
                DecideClaims(context, members.Rows, living, sink);
            }
        }
    }

    private static void DecideHeads(int household, ReadOnlySpan<int> rows, ReadOnlySpan<RegistrationRow> living, FindingSink sink)
    {
        int heads = HouseholdDecision.Heads(living);
        if (heads == 0)
        {
            sink.Add(Of(household, HouseholdCause.NoHead, 7) with { Scope = FindingScope.Household });
        }
        else if (heads > 1)
        {
            AddGroup(rows, living, HouseholdCause.TwoHeads, static relation => relation.IsHead, sink);
        }

        if (HouseholdDecision.Spouses(living) > 1)
        {
            AddGroup(rows, living, HouseholdCause.TwoSpouses, static relation => relation.IsSpouse, sink);
        }
    }

    private static void AddGroup(
        ReadOnlySpan<int> rows, ReadOnlySpan<RegistrationRow> living, HouseholdCause cause, Func<Relation, bool> isOne, FindingSink sink)
    {
        List<int> named = [];
        for (int i = 0; i < living.Length; i++)
        {
            if (isOne(living[i].Relation))
            {
                named.Add(rows[i]);
            }
        }

        int group = sink.Group(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(named));
        sink.Add(Of(group, cause, 8) with { Scope = FindingScope.Group });
    }

    private static void DecideRelations(ReadOnlySpan<int> rows, ReadOnlySpan<RegistrationRow> living, FindingSink sink)
    {
        for (int i = 0; i < living.Length; i++)
        {
            if (HouseholdDecision.IsRelationAgainstSex(living[i]))
            {
                sink.Add(Of(rows[i], HouseholdCause.RelationSex, 7));
            }

            if (!living[i].Relation.IsHead)
            {
                continue;
            }

            for (int j = 0; j < living.Length; j++)
            {
                Relation relation = living[j].Relation;
                if (relation.IsSpouse && HouseholdDecision.IsSpouseOfOneSex(living[i], living[j]))
                {
                    sink.Add(Of(rows[i], HouseholdCause.SpouseSex, 7) with { Scope = FindingScope.Pair, Second = rows[j] });
                }

                if ((relation.IsChild || relation.IsParent) && !relation.IsExemptFromParentGap)
                {
                    int parent = relation.IsChild ? i : j;
                    int child = relation.IsChild ? j : i;
                    if (HouseholdDecision.IsChildOlder(living[parent], living[child]))
                    {
                        sink.Add(Of(rows[parent], HouseholdCause.ChildOlder, 8) with { Scope = FindingScope.Pair, Second = rows[child] });
                    }
                }
            }
        }
    }

    private void DecideClaims(CheckContext context, ReadOnlySpan<int> rows, ReadOnlySpan<RegistrationRow> living, FindingSink sink)
    {
        for (int i = 0; i < living.Length; i++)
        {
            if (HouseholdDecision.SaysAdopted(living[i].RegisteredFor, living[i].MovedInFor))
            {
                int day = living[i].RegisteredOn;
                if (day != RegistrationRow.NoDay && living[i].Number.IsWellFormed && !_kinship!.IsAdopted(rows[i])
                    && context.Coverage.Covers(Adoptions, living[i].Division, day))
                {
                    sink.Add(Of(rows[i], HouseholdCause.AdoptedWithoutRecord, 6) with { Class = ProblemClass.F });
                }
            }

            if (JoinedDecision.IsToBeKnown(living[i], context.Coverage) && !HasRelative(context.Register, rows[i]))
            {
                sink.Add(Of(rows[i], HouseholdCause.JoinedNoRelative, 5) with { Class = ProblemClass.F });
            }
        }
    }

    private bool HasRelative(RegisterStore register, int row)
    {
        foreach (int member in register.Members(register.Households[row]))
        {
            if (member != row && _kinship!.AreRelated(register.Number(row), register.Number(member)))
            {
                return true;
            }
        }

        return false;
    }

    private static Suspicion Of(int first, HouseholdCause cause, float weight) => new()
    {
        Indicator = Indicator.I09,
        Cause = (byte)cause,
        Class = ProblemClass.W,
        Task = TaskKind.CheckPapers,
        First = first,
        Weight = weight,
        IsReportable = true,
    };
}
