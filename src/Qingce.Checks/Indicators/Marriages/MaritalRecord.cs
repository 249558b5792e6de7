namespace Qingce.Checks.Indicators.Marriages;

/// <summary>What a person's marriages and divorces come to. The positions are those in the list of events, -1 for none.</summary>
internal readonly record struct MaritalRecord
{
    // Nobody marries more often than this; a person with more events is a faulty number, of whom the first are enough.
    public const int MostEvents = 64;

    /// <summary>The latest marriage that no divorce has ended and whose partner is not known to be dead.</summary>
    public int Current { get; private init; }

    /// <summary>An earlier such marriage to somebody else.</summary>
    public int OtherCurrent { get; private init; }

    /// <summary>The last divorce, whether or not its marriage is on record.</summary>
    public int Divorce { get; private init; }

    /// <summary>The last marriage that the partner's death has ended.</summary>
    public int Widowed { get; private init; }

    /// <summary>Number of marriages on record.</summary>
    public int Marriages { get; private init; }

    /// <summary>Goes through the events.</summary>
    /// <param name="events">One person's events, sorted, at most <see cref="MostEvents"/>.</param>
    /// <param name="partnerIsDead">For each event, whether its partner is known to be dead.</param>
    public static MaritalRecord Of(ReadOnlySpan<MaritalEvent> events, ReadOnlySpan<bool> partnerIsDead)
    {
        Span<int> open = stackalloc int[MostEvents];
        int openCount = 0;
        int divorce = -1;
        int marriages = 0;
        for (int i = 0; i < events.Length; i++)
        {
            int same = Find(events, open[..openCount], events[i].Partner);
            if (events[i].IsMarriage)
            {
                marriages++;
                open[same >= 0 ? same : openCount++] = i;
                continue;
            }

            divorce = i;

            // The two offices may have written the partner differently; one open marriage is the one meant.
            int ended = same >= 0 ? same : openCount == 1 && (events[i].Partner < 0 || events[open[0]].Partner < 0) ? 0 : -1;
            if (ended >= 0)
            {
                open[(ended + 1)..openCount].CopyTo(open[ended..]);
                openCount--;
            }
        }

        int current = -1;
        int other = -1;
        int widowed = -1;
        foreach (int i in open[..openCount])
        {
            if (partnerIsDead[i])
            {
                widowed = i;
            }
            else
            {
                other = current;
                current = i;
            }
        }

        return new MaritalRecord { Current = current, OtherCurrent = other, Divorce = divorce, Widowed = widowed, Marriages = marriages };
    }

    private static int Find(ReadOnlySpan<MaritalEvent> events, ReadOnlySpan<int> open, int partner)
    {
        for (int i = 0; i < open.Length; i++)
        {
            if (events[open[i]].Partner == partner)
            {
                return i;
            }
        }

        return -1;
    }
}
