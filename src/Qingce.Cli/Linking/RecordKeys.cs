using System.Text;
using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>
/// What a record is called among all records: its id, and before it the name of its source and a stroke where there are several sources.
/// </summary>
internal sealed class RecordKeys
{
    [ThreadStatic]
    private static byte[]? _room;

    private readonly LinkTable _table;
    private readonly byte[][]? _sources;

    public RecordKeys(LinkTable table)
    {
        _table = table;
        _sources = table.Sources.Count > 1 ? [.. table.Sources.Select(source => Encoding.UTF8.GetBytes(source.Name + "/"))] : null;
    }

    /// <summary>The key of a row, UTF-8; good until the same thread asks for the next.</summary>
    public ReadOnlySpan<byte> Of(int row)
    {
        ReadOnlySpan<byte> id = _table.Keys[row];
        return _sources is null ? id : Join(_sources[_table.SourceOf(row)], id);
    }

    public string TextOf(int row) => Encoding.UTF8.GetString(Of(row));

    internal static ReadOnlySpan<byte> Join(ReadOnlySpan<byte> source, ReadOnlySpan<byte> id)
    {
        if (_room is null || _room.Length < source.Length + id.Length)
        {
            _room = new byte[2 * (source.Length + id.Length)];
        }

        source.CopyTo(_room);
        id.CopyTo(_room.AsSpan(source.Length));
        return _room.AsSpan(0, source.Length + id.Length);
    }
}
