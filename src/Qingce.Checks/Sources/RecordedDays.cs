using Qingce.Standards;

namespace Qingce.Checks.Sources;

/// <summary>
/// How many source rows were recorded on each day, from which the day to look back from follows: the latest. A few rows dated long after
/// all the others are slips of the year, not the end of a delivery, and do not move it. For one thread at a time.
/// </summary>
internal sealed class RecordedDays
{
    // Deliveries come at least monthly; rows that follow such a gap and are fewer than one in a thousand stand alone.
    private const int GapDays = 60;
    private const int RowsPerMistake = 1000;

    private static readonly int First = DayNumber.Of(new DateOnly(DayNumber.FirstYear, 1, 1));

    private readonly long[] _rows = new long[DayNumber.Of(new DateOnly(DayNumber.LastYear, 12, 31)) - First + 1];

    /// <summary>Counts rows; those without a day are passed over.</summary>
    public void Add(ReadOnlySpan<int> days)
    {
        foreach (int day in days)
        {
            int at = day - First;
            if ((uint)at < (uint)_rows.Length)
            {
                _rows[at]++;
            }
        }
    }

    public void Join(RecordedDays other)
    {
        for (int i = 0; i < _rows.Length; i++)
        {
            _rows[i] += other._rows[i];
        }
    }

    /// <summary>The latest day that is no mistake, with the number of rows after it and the latest day of all; null when no row has a day.</summary>
    public (int Day, long Mistaken, int LatestOfAll)? Latest()
    {
        long all = _rows.Sum();
        if (all == 0)
        {
            return null;
        }

        int latest = Array.FindLastIndex(_rows, rows => rows > 0);
        (int day, long mistaken) = (latest, 0);
        long above = _rows[latest];
        for (int upper = latest; upper > 0 && above * RowsPerMistake < all;)
        {
            int lower = Array.FindLastIndex(_rows, upper - 1, rows => rows > 0);
            if (lower < 0)
            {
                break;
            }

            if (upper - lower > GapDays)
            {
                (day, mistaken) = (lower, above);
            }

            above += _rows[lower];
            upper = lower;
        }

        return (day + First, mistaken, latest + First);
    }
}
