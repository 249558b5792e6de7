using System.Runtime.CompilerServices;

namespace Qingce.Bench.People;

/// <summary>A stream of pseudo-random numbers (SplitMix64) of one place, so that threads and order change nothing.</summary>
internal struct PersonDraw
{
    private ulong _state;

    public PersonDraw(ulong seed, ulong stage, long place)
    {
        unchecked
        {
            _state = Mix(Mix(seed + (stage * 0x9E3779B97F4A7C15UL)) ^ ((ulong)place * 0xD1B54A32D192ED03UL));
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

    /// <summary>A whole number from 0 to below the bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    public bool Chance(double probability) => (Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    /// <summary>The position at which a running total first exceeds a random share of the last.</summary>
    public int Pick(long[] totals)
    {
        int at = Array.BinarySearch(totals, Below((int)totals[^1]) + 1);
        return at < 0 ? ~at : at;
    }

    private static ulong Mix(ulong key)
    {
        unchecked
        {
            key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9UL;
            key = (key ^ (key >> 27)) * 0x94D049BB133111EBUL;
            return key ^ (key >> 31);
        }
    }
}
