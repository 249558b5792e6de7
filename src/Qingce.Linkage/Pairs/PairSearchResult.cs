namespace Qingce.Linkage;

/// <summary>What a search found and what it did.</summary>
/// <param name="Pairs">The pairs, by left row, then by right row, each once.</param>
/// <param name="Passes">The blocking passes in their order.</param>
public sealed record PairSearchResult(IReadOnlyList<ScoredPair> Pairs, IReadOnlyList<BlockingReport> Passes);
