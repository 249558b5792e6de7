using Qingce.Exchange.Codes;

namespace Qingce.Checks.Indicators.Moves;

/// <summary>The causes of I12; the value less one is the number of the cause.</summary>
internal enum MoveCause : byte
{
    None,
    NeverIn,
    PermitExpired,
    InWithoutOut,
    InAtTwoPlaces,
}

/// <summary>I12 on one move out, one move in, or two registrations of one person.</summary>
internal static class MoveDecision
{
    /// <summary>Days by which the two offices may date one move apart: an office may file the entry before it hears of the exit.</summary>
    public const int DatingSlack = 60;

    /// <summary>Days before an entry for which the filings of exits must be complete: a permit lives a month.</summary>
    public const int PermitDays = 60;

    /// <summary>Days before an entry within which the exit it belongs to lies: permits live a month, and some people come late.</summary>
    public const int LongestJourney = 400;

    /// <summary>A registration cancelled because the person moved out, of whom the register holds no later registration.</summary>
    /// <param name="leftOn">The day it was cancelled.</param>
    /// <param name="destinationIsCovered">Whether an entry at the destination would be known.</param>
    /// <param name="facts">The person's filings, sorted.</param>
    /// <param name="days">Days within which nothing is late.</param>
    /// <param name="asOf">The day looked back from.</param>
    /// <param name="permit">Position of the permit of this move among the facts; -1 for none.</param>
    public static MoveCause Left(int leftOn, bool destinationIsCovered, ReadOnlySpan<MoveFact> facts, int days, int asOf, out int permit)
    {
        permit = -1;
        if (leftOn > asOf - days)
        {
            return MoveCause.None;
        }

        for (int i = 0; i < facts.Length; i++)
        {
            MoveFact fact = facts[i];
            if (fact.Day < leftOn - DatingSlack)
            {
                continue;
            }

            // Whoever came in somewhere, or whose permit was taken in, has arrived; a void permit tells nothing.
            if ((fact.IsIn && fact.Status != SourceStatus.Void) || fact.IsClosed)
            {
                return MoveCause.None;
            }

            if (fact is { IsPermit: true, IsIn: false, Status: not SourceStatus.Void })
            {
                permit = i;
            }
        }

        return permit >= 0
            ? facts[permit].ValidUntil is > int.MinValue and var until && until < asOf ? MoveCause.PermitExpired : MoveCause.NeverIn
            : destinationIsCovered ? MoveCause.NeverIn : MoveCause.None;
    }

    /// <summary>A living registration entered by a move, of whose person the register holds no earlier registration.</summary>
    /// <param name="enteredOn">The day of the move in.</param>
    /// <param name="originIsCovered">Whether an exit at the place left would be known.</param>
    /// <param name="facts">The person's filings, sorted.</param>
    /// <param name="days">Days within which nothing is late.</param>
    /// <param name="asOf">The day looked back from.</param>
    public static MoveCause Entered(int enteredOn, bool originIsCovered, ReadOnlySpan<MoveFact> facts, int days, int asOf)
    {
        if (!originIsCovered || enteredOn > asOf - days)
        {
            return MoveCause.None;
        }

        return HasExit(enteredOn, facts) ? MoveCause.None : MoveCause.InWithoutOut;
    }

    /// <summary>Two living registrations of one person, the later one entered by a move.</summary>
    /// <param name="laterEnteredOn">The day of the later entry.</param>
    /// <param name="earlierMovedInOn">The day of the earlier move in; <see cref="int.MinValue"/> when the earlier is no move in.</param>
    /// <param name="facts">The person's filings, sorted.</param>
    /// <param name="days">Days within which nothing is late.</param>
    /// <param name="asOf">The day looked back from.</param>
    public static MoveCause Doubled(int laterEnteredOn, int earlierMovedInOn, ReadOnlySpan<MoveFact> facts, int days, int asOf) =>
        laterEnteredOn > asOf - days ? MoveCause.None
        : earlierMovedInOn != int.MinValue || HasExit(laterEnteredOn, facts) ? MoveCause.InAtTwoPlaces
        : MoveCause.InWithoutOut;

    private static bool HasExit(int enteredOn, ReadOnlySpan<MoveFact> facts)
    {
        foreach (MoveFact fact in facts)
        {
            bool ofThisMove = fact.Day >= enteredOn - LongestJourney && fact.Day <= enteredOn + DatingSlack;
            if (ofThisMove && fact.Status != SourceStatus.Void && (!fact.IsIn || fact.Status == SourceStatus.Paperless))
            {
                return true;
            }
        }

        return false;
    }
}
