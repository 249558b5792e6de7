namespace Qingce.Linkage;

/// <summary>A record of an index that matches the one that was looked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Weight">Bits, prior and frequency adjustment included; the same as in a batch run over the same records.</param>
/// <param name="Pattern">The levels that hold.</param>
public readonly record struct IndexMatch(string Id, double Weight, ulong Pattern)
{
    /// <summary>The probability that the two are one entity, 0 to 1.</summary>
    public double Probability => new MatchWeight(Weight).Probability;
}

/// <summary>What a search in an index found.</summary>
/// <param name="Matches">The records that reach the threshold, the heaviest first, then by id.</param>
/// <param name="Compared">Records that were compared.</param>
/// <param name="NotCompared">
/// Records that share a key with the one looked for and were not compared by that rule because its block is too large; counted per rule.
/// </param>
public sealed record IndexFinding(IReadOnlyList<IndexMatch> Matches, int Compared, long NotCompared)
{
    /// <summary>Whether the record that was looked for is in the index, under its id and with the same values; it is not among the matches then.</summary>
    public bool IsInIndex { get; init; }
}

/// <summary>A record to be put into an index.</summary>
/// <param name="Id">Its id; a record that has it already is replaced.</param>
/// <param name="Values">Its values as they stand in files, in the order of <see cref="LinkIndex.Columns"/>; null or empty is missing.</param>
public sealed record IndexRecord(string Id, IReadOnlyList<string?> Values);
