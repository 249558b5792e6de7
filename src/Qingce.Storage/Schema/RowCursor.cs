using System.Data.Common;

namespace Qingce.Storage.Schema;

/// <summary>Reads a row of an answer column by column, from either database.</summary>
/// <param name="answer">The answer, at the row.</param>
internal struct RowCursor(DbDataReader answer)
{
    private int _column;

    public string? Text() => Read(static (row, at) => row.GetString(at));

    public string Word() => answer.GetString(_column++);

    public byte[]? Bytes() => Read(static (row, at) => row.GetFieldValue<byte[]>(at));

    public int Int32() => answer.GetInt32(_column++);

    public long Int64() => answer.GetInt64(_column++);

    public long? Key() => answer.IsDBNull(_column++) ? null : answer.GetInt64(_column - 1);

    public bool Boolean() => answer.GetBoolean(_column++);

    public DateOnly Day() => answer.GetFieldValue<DateOnly>(_column++);

    public Guid Guid() => answer.GetGuid(_column++);

    public Guid? GuidOrNone() => answer.IsDBNull(_column++) ? null : answer.GetGuid(_column - 1);

    /// <summary>An instant, for which SQLite has no type.</summary>
    public DateTimeOffset Instant() => answer.GetFieldType(_column) == typeof(long)
        ? MicrosecondConverter.Read(answer.GetInt64(_column++))
        : answer.GetFieldValue<DateTimeOffset>(_column++);

    private T? Read<T>(Func<DbDataReader, int, T> read)
        where T : class
    {
        int at = _column++;
        return answer.IsDBNull(at) ? null : read(answer, at);
    }
}
