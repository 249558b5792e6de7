using System.Globalization;

namespace Qingce.Linkage;

/// <summary>Two rows.</summary>
/// <param name="Left">A row.</param>
/// <param name="Right">Another row.</param>
public readonly record struct RowPair(int Left, int Right);

/// <summary>What reviewers decided about pairs of rows. It outweighs every weight, and whatever follows from it is kept as well.</summary>
public sealed record LinkConstraints
{
    /// <summary>No constraints.</summary>
    public static LinkConstraints None { get; } = new();

    /// <summary>Pairs that are one entity.</summary>
    public IReadOnlyList<RowPair> MustLink { get; init; } = [];

    /// <summary>Pairs that are two entities.</summary>
    public IReadOnlyList<RowPair> CannotLink { get; init; } = [];

    internal bool IsEmpty => MustLink.Count == 0 && CannotLink.Count == 0;

    /// <summary>The constraints that cannot be kept: those of unknown rows, and those against what other constraints say.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <returns>The errors, those of must-link pairs first; empty when all can be kept.</returns>
    public IReadOnlyList<ConstraintError> Check(int rows)
    {
        var errors = new List<ConstraintError>();
        var neighbours = new Dictionary<int, List<int>>();
        foreach (var pair in MustLink)
        {
            if (IsUnknown(pair, rows, errors))
            {
                continue;
            }

            NeighboursOf(pair.Left).Add(pair.Right);
            NeighboursOf(pair.Right).Add(pair.Left);
        }

        foreach (var pair in CannotLink)
        {
            if (!IsUnknown(pair, rows, errors) && ShortestChain(neighbours, pair) is { } chain)
            {
                errors.Add(new ConstraintError { Constraint = pair, Chain = chain });
            }
        }

        return errors;

        List<int> NeighboursOf(int row) => neighbours.TryGetValue(row, out var list) ? list : neighbours[row] = [];
    }

    private static bool IsUnknown(RowPair pair, int rows, List<ConstraintError> errors)
    {
        var unknown = pair.Left < 0 || pair.Left >= rows ? pair.Left : pair.Right < 0 || pair.Right >= rows ? pair.Right : (int?)null;
        if (unknown is { } row)
        {
            errors.Add(new ConstraintError { Constraint = pair, UnknownRow = row });
        }

        return unknown is not null;
    }

    private static int[]? ShortestChain(Dictionary<int, List<int>> neighbours, RowPair pair)
    {
        var cameFrom = new Dictionary<int, int> { [pair.Left] = -1 };
        var queue = new Queue<int>([pair.Left]);
        while (queue.TryDequeue(out var row) && row != pair.Right)
        {
            foreach (var next in neighbours.GetValueOrDefault(row) ?? [])
            {
                if (cameFrom.TryAdd(next, row))
                {
                    queue.Enqueue(next);
                }
            }
        }

        if (!cameFrom.ContainsKey(pair.Right))
        {
            return null;
        }

        var chain = new List<int>();
        for (var row = pair.Right; row >= 0; row = cameFrom[row])
        {
            chain.Insert(0, row);
        }

        return [.. chain];
    }
}

/// <summary>A constraint that cannot be kept.</summary>
public sealed record ConstraintError
{
    /// <summary>The constraint.</summary>
    public required RowPair Constraint { get; init; }

    /// <summary>The row that does not exist, or null.</summary>
    public int? UnknownRow { get; init; }

    /// <summary>
    /// When the constraint forbids a link: the rows from its left to its right one in which each must be linked with the next.
    /// Empty when a row is unknown.
    /// </summary>
    public IReadOnlyList<int> Chain { get; init; } = [];

    /// <summary>The error in words.</summary>
    /// <param name="nameOf">How a row is called; null for its number. Not asked for a row that does not exist.</param>
    public string Describe(Func<int, string>? nameOf = null)
    {
        var name = nameOf ?? (row => row.ToString(CultureInfo.InvariantCulture));
        if (UnknownRow is { } unknown)
        {
            return string.Create(CultureInfo.InvariantCulture, $"A constraint names row {unknown}, which does not exist.");
        }

        if (Chain.Count == 1)
        {
            return $"{name(Constraint.Left)} cannot be kept apart from itself.";
        }

        var must = Chain.Zip(Chain.Skip(1), (left, right) => $"{name(left)} and {name(right)}");
        return $"{name(Constraint.Left)} and {name(Constraint.Right)} must not be linked, but these must be: {string.Join(", ", must)}.";
    }
}
