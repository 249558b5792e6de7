namespace Qingce.Storage.Reading;

/// <summary>A stretch of a table that is read at once: pages of a relation on PostgreSQL, rows by their number on SQLite.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="From">The first.</param>
/// <param name="Until">The one after the last.</param>
internal readonly record struct TablePart(string Relation, long From, long Until);

/// <summary>The rows of a part, one after the other. One thread at a time.</summary>
internal abstract class RowCursor : IDisposable
{
    /// <summary>Begins a part; the one before must have been read to its end.</summary>
    public abstract void Start(in TablePart part);

    /// <summary>Moves to the next row.</summary>
    public abstract bool Next();

    /// <summary>A value of the row, empty for null; good until the next row.</summary>
    public abstract ReadOnlySpan<byte> this[int column] { get; }

    public abstract void Dispose();
}

/// <summary>The store as it stood at one moment, whatever is written meanwhile. Safe for several threads, each with its cursor.</summary>
internal abstract class StoreSnapshot : IAsyncDisposable
{
    /// <summary>The parts of a table, in an order that stays.</summary>
    /// <param name="table">The table.</param>
    /// <param name="category">The category of source records, or null.</param>
    public abstract IReadOnlyList<TablePart> Parts(string table, int? category);

    /// <summary>About how many rows the parts hold.</summary>
    public abstract long RowHint(IReadOnlyList<TablePart> parts);

    /// <summary>A cursor over columns.</summary>
    public abstract RowCursor Open(IReadOnlyList<string> columns, int? category);

    public abstract ValueTask DisposeAsync();
}
