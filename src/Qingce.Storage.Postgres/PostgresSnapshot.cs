using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using Qingce.Storage.Reading;

namespace Qingce.Storage.Postgres;

/// <summary>A snapshot that one connection exported and the others took: one for each thread, in transactions that see the same moment.</summary>
internal sealed class PostgresSnapshot : StoreSnapshot
{
    private const long PageBytes = 8192;

    // About twenty thousand registrations: small enough to share among threads, large enough for a COPY to be worth beginning.
    private const long PartPages = 1536;

    private readonly ConcurrentBag<NpgsqlConnection> _idle = [];
    private readonly List<NpgsqlConnection> _all = [];
    private readonly Dictionary<string, long> _rows = [];

    public static async Task<PostgresSnapshot> TakeAsync(NpgsqlDataSource source, int threads, CancellationToken cancellation)
    {
        PostgresSnapshot snapshot = new();
        string? exported = null;
        for (int i = 0; i < threads; i++)
        {
            NpgsqlConnection connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            snapshot._all.Add(connection);
            await ExecuteAsync(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancellation).ConfigureAwait(false);
            exported = exported is null
                ? (string)(await ExecuteAsync(connection, "SELECT pg_export_snapshot()", cancellation).ConfigureAwait(false))!
                : await ExecuteAsync(connection, $"SET TRANSACTION SNAPSHOT '{exported}'", cancellation).ConfigureAwait(false) as string ?? exported;
            snapshot._idle.Add(connection);
        }

        return snapshot;
    }

    public override IReadOnlyList<TablePart> Parts(string table, int? category)
    {
        NpgsqlConnection connection = Take();
        List<TablePart> parts = [];
        string only = category is null ? "" : string.Create(CultureInfo.InvariantCulture, $"AND c.relname = 'source_records_{category:D2}'");
        using (NpgsqlCommand command = new(
            $"""
            SELECT c.relname, pg_relation_size(c.oid), GREATEST(c.reltuples, 0)::bigint FROM pg_class c
            WHERE c.relkind = 'r' {only} AND (c.oid = '{table}'::regclass OR c.oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = '{table}'::regclass))
            ORDER BY c.relname
            """, connection))
        using (NpgsqlDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                long pages = reader.GetInt64(1) / PageBytes;
                _rows[reader.GetString(0)] = reader.GetInt64(2);
                for (long from = 0; from < pages; from += PartPages)
                {
                    parts.Add(new TablePart(reader.GetString(0), from, Math.Min(pages, from + PartPages)));
                }
            }
        }

        _idle.Add(connection);
        return parts;
    }

    // Where nothing was counted yet, a row is taken to be half a kilobyte.
    public override long RowHint(IReadOnlyList<TablePart> parts) => parts.GroupBy(part => part.Relation)
        .Sum(relation => Math.Max(_rows[relation.Key], relation.Sum(part => (part.Until - part.From) * (PageBytes / 512))));

    public override RowCursor Open(IReadOnlyList<string> columns, int? category) => new Cursor(this, Take(), columns);

    public override async ValueTask DisposeAsync()
    {
        foreach (NpgsqlConnection connection in _all)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false);
    }

    private NpgsqlConnection Take() => _idle.TryTake(out NpgsqlConnection? connection) ? connection : throw new InvalidOperationException("More readers than threads.");

    /// <summary>Reads the binary COPY as it comes, without a row or a value of Npgsql in between.</summary>
    private sealed class Cursor(PostgresSnapshot snapshot, NpgsqlConnection connection, IReadOnlyList<string> columns) : RowCursor
    {
        private const int HeadLength = 19;

        private readonly (int Start, int Length)[] _values = new (int, int)[columns.Count];
        private byte[] _buffer = new byte[1 << 18];
        private int _start;
        private int _end;
        private Stream? _copy;

        public override ReadOnlySpan<byte> this[int column] => _buffer.AsSpan(_values[column].Start, _values[column].Length);

        public override void Start(in TablePart part)
        {
            _copy?.Dispose();
            _copy = connection.BeginRawBinaryCopy(string.Create(
                CultureInfo.InvariantCulture,
                $"COPY (SELECT {string.Join(", ", columns.Select(column => $"\"{column}\""))} FROM ONLY {part.Relation} WHERE ctid >= '({part.From},0)'::tid AND ctid < '({part.Until},0)'::tid) TO STDOUT (FORMAT BINARY)"));
            _start = _end = 0;
            Need(HeadLength);
            _start += HeadLength;
        }

        public override bool Next()
        {
            Need(2);
            int count = BinaryPrimitives.ReadInt16BigEndian(_buffer.AsSpan(_start));
            if (count < 0)
            {
                // The stream has to be read to its end before the connection can be used again.
                while (_copy!.Read(_buffer) > 0)
                {
                }

                return false;
            }

            int at = 2;
            for (int i = 0; i < _values.Length; i++)
            {
                Need(at + 4);
                int length = Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_start + at)));
                at += 4;
                Need(at + length);
                _values[i] = (at, length);
                at += length;
            }

            for (int i = 0; i < _values.Length; i++)
            {
                _values[i].Start += _start;
            }

            _start += at;
            return true;
        }

        public override void Dispose()
        {
            _copy?.Dispose();
            snapshot._idle.Add(connection);
        }

        // Makes sure that so many bytes from the start of the row are there; what is there may move to the front.
        private void Need(int bytes)
        {
            if (_end - _start >= bytes)
            {
                return;
            }

            if (_buffer.Length - _start < bytes)
            {
                byte[] target = bytes > _buffer.Length ? new byte[bytes * 2] : _buffer;
                Buffer.BlockCopy(_buffer, _start, target, 0, _end - _start);
                (_buffer, _end, _start) = (target, _end - _start, 0);
            }

            while (_end - _start < bytes)
            {
                int read = _copy!.Read(_buffer, _end, _buffer.Length - _end);
                _end += read > 0 ? read : throw new EndOfStreamException("The COPY ended within a row.");
            }
        }
    }
}
