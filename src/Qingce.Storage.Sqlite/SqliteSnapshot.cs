using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Qingce.Storage.Reading;
using SQLitePCL;

namespace Qingce.Storage.Sqlite;

/// <summary>Connections that began to read at the same moment, which they see until they are done: one for each thread.</summary>
internal sealed class SqliteSnapshot : StoreSnapshot
{
    private const long PartRows = 50_000;

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly List<SqliteConnection> _all = [];

    /// <summary>Begins to read on so many connections. Nothing may be written meanwhile: take it in a turn to write.</summary>
    public static async Task<SqliteSnapshot> TakeAsync(string connectionString, int threads, CancellationToken cancellation)
    {
        SqliteSnapshot snapshot = new();
        for (int i = 0; i < threads; i++)
        {
            SqliteConnection connection = new(connectionString);
            snapshot._all.Add(connection);
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA query_only = ON; PRAGMA mmap_size = 4294967296; BEGIN; SELECT count(*) FROM sqlite_schema;";
            await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false);
            snapshot._idle.Add(connection);
        }

        return snapshot;
    }

    public override IReadOnlyList<TablePart> Parts(string table, int? category)
    {
        SqliteConnection connection = Take();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT min(rowid), max(rowid) FROM {table}" + (category is null ? "" : $" WHERE category = {category}");
        List<TablePart> parts = [];
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            if (reader.Read() && !reader.IsDBNull(0))
            {
                long last = reader.GetInt64(1);
                for (long from = reader.GetInt64(0); from <= last; from += PartRows)
                {
                    parts.Add(new TablePart(table, from, Math.Min(last + 1, from + PartRows)));
                }
            }
        }

        _idle.Add(connection);
        return parts;
    }

    public override long RowHint(IReadOnlyList<TablePart> parts) => parts.Sum(part => part.Until - part.From);

    public override RowCursor Open(IReadOnlyList<string> columns, int? category) => new Cursor(this, Take(), columns, category);

    public override async ValueTask DisposeAsync()
    {
        foreach (SqliteConnection connection in _all)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private SqliteConnection Take() => _idle.TryTake(out SqliteConnection? connection) ? connection : throw new InvalidOperationException("More readers than threads.");

    private sealed class Cursor(SqliteSnapshot snapshot, SqliteConnection connection, IReadOnlyList<string> columns, int? category) : RowCursor
    {
        private sqlite3_stmt? _statement;

        public override ReadOnlySpan<byte> this[int column] => raw.sqlite3_column_blob(_statement, column);

        public override void Start(in TablePart part)
        {
            sqlite3 handle = connection.Handle!;
            if (_statement is null)
            {
                string sql = $"SELECT {string.Join(", ", columns.Select(column => $"\"{column}\""))} FROM {part.Relation} WHERE rowid >= ? AND rowid < ?"
                    + (category is null ? "" : $" AND +category = {category}");
                if (raw.sqlite3_prepare_v2(handle, sql, out _statement) is var code and not raw.SQLITE_OK)
                {
                    throw new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), code);
                }
            }

            raw.sqlite3_reset(_statement);
            raw.sqlite3_bind_int64(_statement, 1, part.From);
            raw.sqlite3_bind_int64(_statement, 2, part.Until);
        }

        public override bool Next()
        {
            int code = raw.sqlite3_step(_statement);
            return code == raw.SQLITE_ROW || (code == raw.SQLITE_DONE
                ? false
                : throw new SqliteException(raw.sqlite3_errmsg(connection.Handle!).utf8_to_string(), code));
        }

        public override void Dispose()
        {
            _statement?.Dispose();
            snapshot._idle.Add(connection);
        }
    }
}
