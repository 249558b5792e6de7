using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using Qingce.Storage.Bulk;
using SQLitePCL;

namespace Qingce.Storage.Sqlite;

/// <summary>Binds row images to a prepared statement, without a string or a box in between.</summary>
internal static class SqliteBulkInsert
{
    /// <exception cref="SqliteException">A row cannot be written; the transaction has to be given up.</exception>
    public static void Run(SqliteConnection connection, RowImages rows)
    {
        sqlite3 handle = connection.Handle!;
        BulkColumn[] columns = rows.Table.Columns;
        string sql = $"INSERT INTO {rows.Table.Name} ({rows.Table.ColumnList}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        Check(handle, raw.sqlite3_prepare_v2(handle, sql, out sqlite3_stmt statement));
        using (statement)
        {
            ReadOnlySpan<byte> rest = rows.Written.Span;
            while (!rest.IsEmpty)
            {
                rest = rest[2..];
                for (int i = 0; i < columns.Length; i++)
                {
                    int length = BinaryPrimitives.ReadInt32BigEndian(rest);
                    ReadOnlySpan<byte> value = rest.Slice(4, Math.Max(0, length));
                    Check(handle, length < 0 ? raw.sqlite3_bind_null(statement, i + 1) : Bind(statement, i + 1, columns[i].Type, value));
                    rest = rest[(4 + value.Length)..];
                }

                if (raw.sqlite3_step(statement) != raw.SQLITE_DONE)
                {
                    Check(handle, raw.sqlite3_errcode(handle));
                }

                raw.sqlite3_reset(statement);
            }
        }
    }

    private static int Bind(sqlite3_stmt statement, int at, BulkType type, ReadOnlySpan<byte> value) => type switch
    {
        BulkType.Text => raw.sqlite3_bind_text(statement, at, value),
        BulkType.Bytes => raw.sqlite3_bind_blob(statement, at, value),
        BulkType.Int32 => raw.sqlite3_bind_int(statement, at, BinaryPrimitives.ReadInt32BigEndian(value)),
        BulkType.Int64 => raw.sqlite3_bind_int64(statement, at, BinaryPrimitives.ReadInt64BigEndian(value)),
        BulkType.Boolean => raw.sqlite3_bind_int(statement, at, value[0]),
        BulkType.Instant => raw.sqlite3_bind_int64(statement, at, BinaryPrimitives.ReadInt64BigEndian(value) + Microseconds.SqliteOffset),
        BulkType.Double => raw.sqlite3_bind_double(statement, at, BinaryPrimitives.ReadDoubleBigEndian(value)),
        BulkType.Uuid => raw.sqlite3_bind_text(statement, at, new Guid(value, bigEndian: true).ToString().ToUpperInvariant()),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static void Check(sqlite3 handle, int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), code, raw.sqlite3_extended_errcode(handle));
        }
    }
}
