using Qingce.Checks.Registrations;

namespace Qingce.Checks.Sources;

/// <summary>
/// The latest and earliest signs of life of every registration, over all source categories: see docs/guide/sources.md for what counts. Four
/// bytes each: the day and the category in one number, so that the largest of them does not depend on the order of reading.
/// </summary>
internal sealed class SignsOfLife
{
    /// <summary>What it reads of every category.</summary>
    public const SourceFields Fields =
        SourceFields.EventKind | SourceFields.EventDate | SourceFields.CitizenNumber | SourceFields.Status | SourceFields.RecordedAt | SourceFields.Division;

    // Days are counted from 1900-01-01, so that none is negative; 17 bits reach beyond 2200.
    private const int FirstDay = -25_567;

    private readonly RegisterStore _register;
    private readonly int[] _last;
    private readonly int[] _lastAtTownship;
    private readonly int[] _first;

    public SignsOfLife(RegisterStore register)
    {
        _register = register;
        _last = new int[register.Count];
        _lastAtTownship = new int[register.Count];
        _first = new int[register.Count];
    }

    /// <summary>The latest sign anywhere.</summary>
    public LifeSign Last(int row) => new(_last[row]);

    /// <summary>The latest sign in the township of the registration; a row with a county code alone is none.</summary>
    public LifeSign LastAtTownship(int row) => new(_lastAtTownship[row]);

    /// <summary>The earliest sign anywhere.</summary>
    public LifeSign First(int row) => new(_first[row] == 0 ? 0 : int.MaxValue - _first[row]);

    /// <summary>Takes a batch in. It must have number, event kind, status, event date and recorded_at; division where the category has it.</summary>
    internal void Fold(SourceBatch batch)
    {
        ReadOnlySpan<int> rows = batch.Rows;
        ReadOnlySpan<int> events = batch.EventDays;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0 && batch.IsSignOfLife(i))
            {
                int last = batch.LastSignDay(i);
                bool hasDivision = batch.Divisions.Length > 0;
                for (int row = rows[i]; row >= 0; row = _register.NextSameNumber(row))
                {
                    Shared.Raise(ref _last[row], Pack(last, batch.Category));
                    if (events[i] != SourceBatch.NoDay)
                    {
                        Shared.Raise(ref _first[row], int.MaxValue - Pack(events[i], batch.Category));
                    }

                    if (hasDivision && batch.Divisions[i].Value % 1_000_000 != 0
                        && batch.Divisions[i].Township == _register.Division(row).Township)
                    {
                        Shared.Raise(ref _lastAtTownship[row], Pack(last, batch.Category));
                    }
                }
            }
        }
    }

    private static int Pack(int day, int category) => day <= FirstDay ? 0 : (day - FirstDay) << 5 | category;
}

/// <summary>A day on which a source saw a person, and the source's category.</summary>
internal readonly record struct LifeSign(int Packed)
{
    /// <summary>True when no source saw the person.</summary>
    public bool IsNone => Packed == 0;

    /// <summary>Days since 1970-01-01, or <see cref="RegistrationRow.NoDay"/>.</summary>
    public int Day => Packed == 0 ? RegistrationRow.NoDay : (Packed >> 5) - 25_567;

    /// <summary>1 to 23; 0 for none.</summary>
    public int Category => Packed & 31;
}
