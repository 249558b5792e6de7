namespace Qingce.Checks.Indicators.Papers;

/// <summary>The causes of I10, one bit each; the position of the bit is the number of the cause.</summary>
[Flags]
internal enum PaperCauses : byte
{
    None = 0,
    Unknown = 1 << 0,

    /// <summary>The department knows the paper, but as somebody else's.</summary>
    OfAnother = 1 << 1,
    IssuedAfterUse = 1 << 2,
    Reused = 1 << 3,
    ManyByAgent = 1 << 4,

    /// <summary>Comes only beside another cause.</summary>
    ManyByHandler = 1 << 5,
}

/// <summary>What is known about one use of a paper.</summary>
internal readonly record struct PaperFacts
{
    /// <summary>Whether the change names a number at all.</summary>
    public required bool HasNumber { get; init; }

    /// <summary>Whether the issuing department has it.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>Whether the department names the person or somebody of the household as its holder.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether the department would have it: its records are complete for the place and for the years before the use.</summary>
    public bool IsCovered { get; init; }

    /// <summary>The day it was issued, since 1970-01-01; <see cref="int.MinValue"/> when not known.</summary>
    public int IssuedDay { get; init; }

    /// <summary>The day it was used.</summary>
    public int UsedDay { get; init; }

    /// <summary>Number of households that used it.</summary>
    public int Households { get; init; }
}

/// <summary>The parameters of I10 in one province; see the catalogue for their meaning.</summary>
internal readonly record struct PaperSettings(int Reuse, int AgentCases, int HandlerCases, double HandlerShare)
{
    public static PaperSettings From(ParameterValues values) => new(
        values.Whole("reuse"), values.Whole("agent_cases"), values.Whole("handler_cases"), values.Number("handler_share"));
}

/// <summary>I10 on one use of a paper, and on the cases of one agent.</summary>
internal static class PaperDecision
{
    private const int Year = 365;

    /// <summary>Decides on one use of a paper by itself.</summary>
    public static PaperCauses Decide(in PaperFacts facts, in PaperSettings settings)
    {
        if (!facts.HasNumber)
        {
            return PaperCauses.None;
        }

        PaperCauses causes = facts.Households > settings.Reuse ? PaperCauses.Reused : PaperCauses.None;
        if (!facts.IsKnown)
        {
            return facts.IsCovered ? causes | PaperCauses.Unknown : causes;
        }

        causes |= facts.IsOwn ? PaperCauses.None : PaperCauses.OfAnother;
        return facts.IssuedDay != int.MinValue && facts.IssuedDay > facts.UsedDay ? causes | PaperCauses.IssuedAfterUse : causes;
    }

    /// <summary>Marks the cases that lie in a year with too many.</summary>
    /// <param name="days">Days of the cases of one agent in one county, ascending.</param>
    /// <param name="cases">From how many cases within a year they are too many.</param>
    /// <param name="marked">Set where a case is one of too many; as long as <paramref name="days"/>.</param>
    public static void MarkCrowded(ReadOnlySpan<int> days, int cases, Span<bool> marked)
    {
        int first = 0;
        for (int last = 0; last < days.Length; last++)
        {
            while (days[last] - days[first] > Year)
            {
                first++;
            }

            if (last - first + 1 >= cases)
            {
                marked[first..(last + 1)].Fill(true);
            }
        }
    }
}
