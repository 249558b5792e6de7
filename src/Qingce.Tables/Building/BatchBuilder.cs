namespace Qingce.Tables;

/// <summary>
/// Rows to write, column by column. All columns end at the same count, except that a column nothing was appended to stands for as many
/// nulls and costs nothing. Clear it and use it again: it keeps its memory. One thread at a time.
/// </summary>
public sealed class BatchBuilder
{
    private readonly ColumnBuilder[] _columns;

    /// <summary>Makes an empty batch.</summary>
    /// <param name="schema">The columns.</param>
    public BatchBuilder(TableSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        _columns = [.. schema.Columns.Select(Make)];
    }

    /// <summary>The columns.</summary>
    public TableSchema Schema { get; }

    /// <summary>The builders, in the order of the schema.</summary>
    public IReadOnlyList<ColumnBuilder> Columns => _columns;

    /// <summary>The builder at a position.</summary>
    /// <param name="position">0-based.</param>
    public ColumnBuilder this[int position] => _columns[position];

    /// <summary>Number of rows: the count of the longest column.</summary>
    public int RowCount
    {
        get
        {
            int rows = 0;
            foreach (ColumnBuilder column in _columns)
            {
                rows = Math.Max(rows, column.Count);
            }

            return rows;
        }
    }

    /// <summary>The text builder at a position.</summary>
    /// <param name="position">0-based.</param>
    /// <exception cref="InvalidCastException">The column has another type.</exception>
    public TextBuilder Text(int position) => (TextBuilder)_columns[position];

    /// <summary>The whole-number builder at a position.</summary>
    /// <inheritdoc cref="Text"/>
    public Int64Builder Whole(int position) => (Int64Builder)_columns[position];

    /// <summary>The floating-point builder at a position.</summary>
    /// <inheritdoc cref="Text"/>
    public DoubleBuilder Real(int position) => (DoubleBuilder)_columns[position];

    /// <summary>The date builder at a position.</summary>
    /// <inheritdoc cref="Text"/>
    public DateBuilder Date(int position) => (DateBuilder)_columns[position];

    /// <summary>Forgets all rows and keeps the memory.</summary>
    public void Clear()
    {
        foreach (ColumnBuilder column in _columns)
        {
            column.Clear();
        }
    }

    /// <summary>The number of rows, once it is sure that the columns agree.</summary>
    /// <exception cref="InvalidOperationException">Two columns differ in their counts.</exception>
    internal int CheckedRowCount()
    {
        int rows = RowCount;
        foreach (ColumnBuilder column in _columns)
        {
            if (column.Count != rows && column.Count != 0)
            {
                throw new InvalidOperationException($"Column '{column.Spec.Name}' has {column.Count} rows where others have {rows}.");
            }
        }

        return rows;
    }

    private static ColumnBuilder Make(ColumnSpec spec) => spec.Type switch
    {
        ColumnType.Text => new TextBuilder(spec),
        ColumnType.Whole => new Int64Builder(spec),
        ColumnType.Real => new DoubleBuilder(spec),
        ColumnType.Date => new DateBuilder(spec),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Type, null),
    };
}
