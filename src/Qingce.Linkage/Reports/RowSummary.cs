namespace Qingce.Linkage;

/// <summary>What rows are like, and how much they could weigh at best, by an even sample of them.</summary>
public sealed record RowSummary
{
    /// <summary>Rows that were looked at: all of a small table.</summary>
    public required int Sampled { get; init; }

    /// <summary>
    /// How much rows weigh against an identical copy of themselves, ascending. A row below the threshold cannot be linked whatever
    /// there is.
    /// </summary>
    public required IReadOnlyList<WeightedCount> SelfWeights { get; init; }

    /// <summary>Rows of the sample that could not reach the threshold.</summary>
    public required int Unlinkable { get; init; }

    /// <summary>Which columns are missing together in rows that could not reach the threshold; the commonest first, at most 12.</summary>
    public required IReadOnlyList<MissingColumns> Missing { get; init; }

    /// <summary>The columns, in the order of the table.</summary>
    public required IReadOnlyList<ColumnSummary> Columns { get; init; }

    /// <summary>The share of rows that could not reach a threshold, 0 to 1.</summary>
    /// <param name="threshold">Bits.</param>
    public double UnlinkableAt(double threshold) =>
        Sampled == 0 ? 0 : SelfWeights.TakeWhile(w => w.Weight < threshold).Sum(w => w.Pairs) / Sampled;
}

/// <summary>Rows that lack the same columns.</summary>
/// <param name="Columns">0-based columns of the table; empty for rows that lack none and weigh too little all the same.</param>
/// <param name="Rows">Rows of the sample.</param>
public sealed record MissingColumns(IReadOnlyList<int> Columns, int Rows);

/// <summary>The values of a column in the sample.</summary>
public sealed record ColumnSummary
{
    /// <summary>The column.</summary>
    public required ModelColumn Column { get; init; }

    /// <summary>Rows of the sample that have a value.</summary>
    public required int Present { get; init; }

    /// <summary>Rows that lack it among those of the sample that could not reach the threshold.</summary>
    public required int MissingInUnlinkable { get; init; }

    /// <summary>Different values in the sample.</summary>
    public required int Distinct { get; init; }

    /// <summary>The commonest values that occur at least twice, at most 6.</summary>
    public required IReadOnlyList<CommonValue> Commonest { get; init; }
}

/// <summary>A value that several rows have.</summary>
/// <param name="Row">0-based row of the table that has it.</param>
/// <param name="Count">Rows of the sample that have it.</param>
public sealed record CommonValue(int Row, int Count);
