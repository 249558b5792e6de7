using System.Runtime.CompilerServices;

namespace Qingce.Simulation.Chance;

/// <summary>
/// A stream of pseudo-random numbers (SplitMix64, Steele, Lea and Flood 2014) that belongs to one place of the simulation: the seed, a
/// stage and two coordinates such as county and person. No stream depends on how far another one was read, so threads change nothing.
/// </summary>
internal struct Draw
{
    private ulong _state;

    private Draw(ulong state) => _state = state;

    public static Draw For(ulong seed, Stage stage, long first = 0, long second = 0)
    {
        unchecked
        {
            ulong state = Mix(seed + 0x9E3779B97F4A7C15UL);
            state = Mix(state ^ ((ulong)stage + 1) * 0xD1B54A32D192ED03UL);
            state = Mix(state ^ ((ulong)first + 1) * 0xABC98388FB8FAC03UL);
            return new Draw(Mix(state ^ ((ulong)second + 1) * 0x8CB92BA72F3D8DD7UL));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        unchecked
        {
            return Mix(_state += 0x9E3779B97F4A7C15UL);
        }
    }

    /// <summary>A whole number from 0 to below the bound, which is 1 or more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>A whole number from least to most, both possible.</summary>
    public int Between(int least, int most) => most <= least ? least : least + Below(most - least + 1);

    /// <summary>A real number from 0 to below 1.</summary>
    public double Real() => (Next() >> 11) * (1.0 / (1UL << 53));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Chance(double probability) => Real() < probability;

    /// <summary>The position at which a running total first exceeds a random share of the last.</summary>
    public int Pick(ReadOnlySpan<int> totals)
    {
        int at = totals.BinarySearch(Below(totals[^1]) + 1);
        return at < 0 ? ~at : at;
    }

    /// <summary>Roughly normal: the sum of three uniform numbers, scaled to the deviation.</summary>
    public double Normal(double mean, double deviation) => mean + (Real() + Real() + Real() - 1.5) * 2 * deviation;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}

/// <summary>What a stream of random numbers is for.</summary>
internal enum Stage
{
    Land,
    Names,
    Population,
    Errors,
    Guests,
    Rows,
}
