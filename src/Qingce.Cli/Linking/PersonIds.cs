using System.Text;

namespace Qingce.Cli.Linking;

/// <summary>What persons are called. One thread each.</summary>
internal sealed class PersonIds(LinkResult result)
{
    private readonly byte[][]? _sources = result.Table.Sources.Count > 1 ? [.. result.Table.Sources.Select(source => Encoding.UTF8.GetBytes(source.Name + "/"))] : null;
    private byte[] _room = new byte[64];
    private int _place;

    /// <summary>The id of a row's person; good until the next is asked for.</summary>
    public ReadOnlySpan<byte> Of(int row)
    {
        int first = result.Persons.Clusters[row];
        ReadOnlySpan<byte> id = result.Table.Keys.Get(first, ref _place);
        if (_sources is null)
        {
            return id;
        }

        byte[] source = _sources[result.Table.SourceOf(first)];
        if (_room.Length < source.Length + id.Length)
        {
            _room = new byte[2 * (source.Length + id.Length)];
        }

        source.CopyTo(_room, 0);
        id.CopyTo(_room.AsSpan(source.Length));
        return _room.AsSpan(0, source.Length + id.Length);
    }
}
