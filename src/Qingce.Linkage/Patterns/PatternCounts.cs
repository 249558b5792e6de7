using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>How many pairs have each pattern. Not safe for several threads; each counts its own and they are added.</summary>
public sealed class PatternCounts
{
    private readonly Dictionary<ulong, long> _counts = [];

    /// <summary>Pairs counted.</summary>
    public long Total { get; private set; }

    /// <summary>Adds pairs of one pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="count">0 or more pairs.</param>
    public void Add(ulong pattern, long count = 1)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, pattern, out _) += count;
        Total += count;
    }

    /// <summary>Adds all of another.</summary>
    public void Add(PatternCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (pattern, count) in other._counts)
        {
            Add(pattern, count);
        }
    }

    /// <summary>Patterns with their counts, in the order of the patterns, so that sums over them are reproducible.</summary>
    public IReadOnlyList<(ulong Pattern, long Count)> Ordered() =>
        [.. _counts.Select(p => (p.Key, p.Value)).OrderBy(p => p.Key)];
}
