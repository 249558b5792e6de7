using Qingce.Standards;

namespace Qingce.Checks.Indicators.Marriages;

/// <summary>The causes of I06; the value less one is the number of the cause.</summary>
internal enum MaritalCause : byte
{
    None,

    /// <summary>Married on record, not in the register.</summary>
    MarriedOnRecord,

    /// <summary>Divorced on record, not in the register.</summary>
    DivorcedOnRecord,

    /// <summary>Once married on record, never married in the register.</summary>
    OnceMarriedOnRecord,

    /// <summary>Divorced in the register, and no divorce on record where there would be one.</summary>
    NoDivorceOnRecord,

    /// <summary>Widowed in the register, and the spouse is alive.</summary>
    SpouseIsAlive,
    TwoSpouses,
    SpouseOnOneSide,
}

/// <summary>What is known about the marital status of one living registration.</summary>
internal readonly record struct MaritalFacts
{
    public required MaritalStatus Status { get; init; }

    /// <summary>What the records come to.</summary>
    public required MaritalRecord Record { get; init; }

    /// <summary>Whether divorce records are complete for both places from the current marriage on.</summary>
    public bool DivorceIsCovered { get; init; }

    /// <summary>Whether marriage records are complete at the person's place from the divorce on.</summary>
    public bool RemarriageIsCovered { get; init; }

    /// <summary>Whether they are complete there at least now, the divorce being older than their beginning.</summary>
    public bool RemarriageIsCoveredNow { get; init; }

    /// <summary>Whether divorce records are complete for both places of the earlier of two current marriages, from it to the later.</summary>
    public bool EarlierDivorceIsCovered { get; init; }

    /// <summary>Whether the partner of the current marriage has a living registration and nothing says that he or she died.</summary>
    public bool PartnerIsAlive { get; init; }

    /// <summary>Whether the household holds a spouse who is not the one divorced.</summary>
    public bool HasAnotherSpouse { get; init; }

    /// <summary>Whether the household holds any spouse of the person.</summary>
    public bool HasSpouseInHousehold { get; init; }
}

/// <summary>I06 on one registration: the register against the marriages and divorces on record.</summary>
internal static class MaritalDecision
{
    /// <summary>Decides on one registration.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="events">The person's events, sorted; the record's positions refer to them.</param>
    /// <param name="due">The last day on which an event may have happened and be late: the as-of day less the days of grace.</param>
    public static MaritalCause Decide(in MaritalFacts facts, ReadOnlySpan<MaritalEvent> events, int due)
    {
        MaritalRecord record = facts.Record;
        if (record.OtherCurrent >= 0 && events[record.Current].Day <= due && facts.EarlierDivorceIsCovered)
        {
            return MaritalCause.TwoSpouses;
        }

        if (!facts.Status.IsStated)
        {
            return MaritalCause.None;
        }

        return record.Current >= 0 ? Married(facts, events[record.Current], due)
            : record.Widowed >= 0 ? Widowed(facts, events[record.Widowed], due)
            : record.Divorce >= 0 ? Divorced(facts, events[record.Divorce], due)
            : MaritalCause.None;
    }

    /// <summary>
    /// Two who are head and spouse of one household, when exactly one of them is married in the register: the other one is in question.
    /// </summary>
    /// <param name="one">Status of the one.</param>
    /// <param name="other">Status of the other.</param>
    /// <returns>1 when the first is in question, 2 when the second is, 0 when neither.</returns>
    public static int InQuestion(MaritalStatus one, MaritalStatus other) =>
        !one.IsStated || !other.IsStated || one.IsMarried == other.IsMarried ? 0 : one.IsMarried ? 2 : 1;

    private static MaritalCause Married(in MaritalFacts facts, in MaritalEvent marriage, int due) =>
        facts.Status.IsMarried || marriage.Day > due ? MaritalCause.None
        : facts.Status switch
        {
            MaritalStatus.NeverMarried => MaritalCause.MarriedOnRecord,

            // Divorced or widowed before this marriage and not updated since, when the records tell of that.
            MaritalStatus.Divorced when facts.Record.Divorce >= 0 => MaritalCause.MarriedOnRecord,
            MaritalStatus.Divorced => facts.DivorceIsCovered ? MaritalCause.NoDivorceOnRecord : MaritalCause.None,
            MaritalStatus.Widowed when facts.Record.Widowed >= 0 => MaritalCause.MarriedOnRecord,
            _ => facts.PartnerIsAlive ? MaritalCause.SpouseIsAlive : MaritalCause.None,
        };

    private static MaritalCause Divorced(in MaritalFacts facts, in MaritalEvent divorce, int due) =>
        divorce.Day > due ? MaritalCause.None
        : facts.Status switch
        {
            MaritalStatus.NeverMarried => MaritalCause.OnceMarriedOnRecord,
            MaritalStatus.Divorced or MaritalStatus.Widowed => MaritalCause.None,

            // Remarried says that the register knows of a later marriage, unless the divorced one was already the second.
            MaritalStatus.Remarried or MaritalStatus.RemarriedToSame when facts.Record.Marriages < 2 => MaritalCause.None,
            _ => (facts.RemarriageIsCovered && !facts.HasAnotherSpouse) || (facts.RemarriageIsCoveredNow && !facts.HasSpouseInHousehold)
                ? MaritalCause.DivorcedOnRecord
                : MaritalCause.None,
        };

    private static MaritalCause Widowed(in MaritalFacts facts, in MaritalEvent marriage, int due) =>
        facts.Status == MaritalStatus.NeverMarried && marriage.Day <= due ? MaritalCause.OnceMarriedOnRecord : MaritalCause.None;
}
