using System.Collections.Frozen;

namespace Qingce.Linkage;

/// <summary>Which source each row came from, and which sources may hold one entity twice.</summary>
public sealed class RowSources
{
    private readonly int[] _starts = [];
    private readonly ReadOnlyMemory<ushort> _perRow;
    private readonly FrozenSet<int> _withDuplicates;

    private RowSources(int[] starts, ReadOnlyMemory<ushort> perRow, IEnumerable<int>? withDuplicates) =>
        (_starts, _perRow, _withDuplicates) = (starts, perRow, (withDuplicates ?? []).ToFrozenSet());

    /// <summary>Number of rows that have a source.</summary>
    public int Rows => _starts.Length > 0 ? _starts[^1] : _perRow.Length;

    /// <summary>The source of a row, 0 or more.</summary>
    /// <param name="row">A row below <see cref="Rows"/>.</param>
    public int this[int row]
    {
        get
        {
            if (_starts.Length == 0)
            {
                return _perRow.Span[row];
            }

            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
            var source = 0;
            while (_starts[source] <= row)
            {
                source++;
            }

            return source;
        }
    }

    /// <summary>Sources whose rows follow one another: the first source has the first rows.</summary>
    /// <param name="rowCounts">Rows of each source, none negative; their sum is at most <see cref="int.MaxValue"/>.</param>
    /// <param name="withDuplicates">Sources that may hold one entity twice; null when none does.</param>
    public static RowSources FromCounts(IReadOnlyList<int> rowCounts, IReadOnlyCollection<int>? withDuplicates = null)
    {
        ArgumentNullException.ThrowIfNull(rowCounts);
        ArgumentOutOfRangeException.ThrowIfZero(rowCounts.Count, nameof(rowCounts));
        var (starts, rows) = (new int[rowCounts.Count], 0);
        for (var source = 0; source < starts.Length; source++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rowCounts[source], nameof(rowCounts));
            starts[source] = rows += rowCounts[source];
        }

        return new RowSources(starts, default, withDuplicates);
    }

    /// <summary>A source for each row, in any order.</summary>
    /// <param name="sources">The source of each row; kept, not copied.</param>
    /// <param name="withDuplicates">Sources that may hold one entity twice; null when none does.</param>
    public static RowSources FromRows(ReadOnlyMemory<ushort> sources, IReadOnlyCollection<int>? withDuplicates = null) =>
        new([], sources, withDuplicates);

    /// <summary>The source whose rows exclude each other, or -1 when the row's source may hold duplicates.</summary>
    internal int ExclusiveSource(int row) => this[row] is var source && _withDuplicates.Contains(source) ? -1 : source;
}
