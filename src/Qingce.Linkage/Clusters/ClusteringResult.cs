using System.Diagnostics.CodeAnalysis;

namespace Qingce.Linkage;

/// <summary>Clusters, or why the reviewers' constraints allow none.</summary>
public sealed record ClusteringResult
{
    /// <summary>The clusters; null when there are errors.</summary>
    public Clustering? Clustering { get; init; }

    /// <summary>Constraints that cannot be kept; empty when there are clusters.</summary>
    public IReadOnlyList<ConstraintError> Errors { get; init; } = [];

    /// <summary>True when there are clusters.</summary>
    [MemberNotNullWhen(true, nameof(Clustering))]
    public bool Succeeded => Clustering is not null;
}
