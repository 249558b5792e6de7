namespace Qingce.Linkage;

/// <summary>Brings found pairs into their order.</summary>
internal static class PairOrder
{
    private const int PairsPerBucket = 4096;

    /// <summary>The pairs by left row, then by right row, each once.</summary>
    /// <param name="found">Pairs in any order; a pair that is there twice is the same.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="threads">Threads to use.</param>
    public static ScoredPair[] Distinct(FoundPairs found, int rows, int threads)
    {
        var shift = 0;
        while (rows >> shift > Math.Max(1, found.Count / PairsPerBucket))
        {
            shift++;
        }

        var starts = new int[(rows >> shift) + 2];
        foreach (var part in found.Parts())
        {
            foreach (ref readonly var pair in part.AsSpan())
            {
                starts[(pair.Left >> shift) + 1]++;
            }
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var places = starts.AsSpan(0, starts.Length - 1).ToArray();
        var ordered = new ScoredPair[found.Count];
        foreach (var part in found.Parts())
        {
            foreach (ref readonly var pair in part.AsSpan())
            {
                ordered[places[pair.Left >> shift]++] = pair;
            }
        }

        Parallel.For(0, starts.Length - 1, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => Array.Sort(ordered, starts[i], starts[i + 1] - starts[i]));
        var kept = 0;
        for (var i = 0; i < ordered.Length; i++)
        {
            if (kept == 0 || ordered[kept - 1].CompareTo(ordered[i]) != 0)
            {
                ordered[kept++] = ordered[i];
            }
        }

        Array.Resize(ref ordered, kept);
        return ordered;
    }
}
