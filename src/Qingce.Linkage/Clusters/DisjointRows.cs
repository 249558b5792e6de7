using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>Disjoint sets of rows, each named by its smallest row (union-find with path halving).</summary>
internal sealed class DisjointRows
{
    private readonly int[] _parents;

    /// <summary>Each row in a set of its own.</summary>
    public DisjointRows(int rows)
    {
        _parents = GC.AllocateUninitializedArray<int>(rows);
        for (var row = 0; row < _parents.Length; row++)
        {
            _parents[row] = row;
        }
    }

    /// <summary>The smallest row of the set a row is in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int row)
    {
        var parents = _parents;
        var parent = parents[row];
        while (parent != row)
        {
            var above = parents[parent];
            parents[row] = above;
            row = above;
            parent = parents[row];
        }

        return row;
    }

    /// <summary>Makes one set of the sets of two rows; false when they were one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Join(int left, int right)
    {
        var (a, b) = (Find(left), Find(right));
        if (a < b)
        {
            _parents[b] = a;
        }
        else
        {
            _parents[a] = b;
        }

        return a != b;
    }

    /// <summary>The smallest row of each row's set; the sets cannot be used afterwards.</summary>
    public int[] ToSmallestRows()
    {
        // A parent is never larger than its row, so one run in order reaches every root.
        var parents = _parents;
        for (var row = 0; row < parents.Length; row++)
        {
            var parent = parents[row];
            if (parent != row)
            {
                parents[row] = parents[parent];
            }
        }

        return parents;
    }
}
