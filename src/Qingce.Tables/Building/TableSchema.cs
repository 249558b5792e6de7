namespace Qingce.Tables;

/// <summary>The columns of a table to write, in order.</summary>
public sealed class TableSchema
{
    /// <summary>Makes a schema.</summary>
    /// <param name="columns">At least one, with distinct names that are not empty.</param>
    /// <exception cref="ArgumentException">No column, an empty name, or a name used twice.</exception>
    public TableSchema(params IEnumerable<ColumnSpec> columns)
    {
        Columns = [.. columns];
        if (Columns.Count == 0)
        {
            throw new ArgumentException("A table needs a column.", nameof(columns));
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (ColumnSpec column in Columns)
        {
            if (string.IsNullOrEmpty(column.Name) || !names.Add(column.Name))
            {
                throw new ArgumentException($"The column name '{column.Name}' is empty or used twice.", nameof(columns));
            }
        }
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<ColumnSpec> Columns { get; }
}

/// <summary>A column of a table to write.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Type">Its type.</param>
/// <param name="Repeats">
/// Whether few distinct values are expected, so that Parquet stores each once. Wrong hints cost time and space, never data.
/// </param>
/// <param name="Dictionary">The values of a text column that is appended by code, or null.</param>
public sealed record ColumnSpec(string Name, ColumnType Type, bool Repeats = false, TextCodes? Dictionary = null)
{
    /// <summary>A text column.</summary>
    /// <param name="name">Its header.</param>
    /// <param name="repeats">Whether few distinct values are expected.</param>
    public static ColumnSpec Text(string name, bool repeats = false) => new(name, ColumnType.Text, repeats);

    /// <summary>A text column that is appended by code.</summary>
    /// <param name="name">Its header.</param>
    /// <param name="dictionary">Its values.</param>
    public static ColumnSpec Coded(string name, TextCodes dictionary) => new(name, ColumnType.Text, Repeats: true, dictionary);

    /// <summary>A column of whole numbers.</summary>
    /// <param name="name">Its header.</param>
    public static ColumnSpec Whole(string name) => new(name, ColumnType.Whole);

    /// <summary>A column of floating-point numbers.</summary>
    /// <param name="name">Its header.</param>
    public static ColumnSpec Real(string name) => new(name, ColumnType.Real);

    /// <summary>A column of days.</summary>
    /// <param name="name">Its header.</param>
    public static ColumnSpec Date(string name) => new(name, ColumnType.Date, Repeats: true);
}
