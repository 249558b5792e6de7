namespace Qingce.Linkage;

/// <summary>How often the values of columns occur.</summary>
internal interface ITermCounts
{
    /// <summary>Number of rows.</summary>
    long Rows { get; }

    /// <summary>How many rows have a value in a column.</summary>
    long Present(int column);

    /// <summary>How many rows have this value in a column; 0 for <see cref="Cell.Missing"/>.</summary>
    long Count(int column, ulong cell);
}
