namespace Qingce.Linkage;

/// <summary>
/// Values by key in a segment: entries sorted by key, and a directory by the highest bits of the keys that leads to a handful of
/// them with one look.
/// </summary>
internal sealed class KeyedValues
{
    private const int Few = 16;
    private readonly MappedSegment _file;
    private readonly Section _directory;
    private readonly Section _keys;
    private readonly Section _values;
    private readonly int _shift;

    /// <summary>Takes three sections: directory, keys, values.</summary>
    public KeyedValues(MappedSegment file, int section)
    {
        _file = file;
        (_directory, _keys, _values) = (file.Layout.Sections[section], file.Layout.Sections[section + 1], file.Layout.Sections[section + 2]);
        _shift = 64 - ((int)ulong.Log2((ulong)Math.Max(2, _directory.Length / sizeof(uint) - 1)));
    }

    /// <summary>Number of entries.</summary>
    public int Count => (int)(_values.Length / sizeof(int));

    /// <summary>Where the entries of a key lie.</summary>
    /// <param name="key">Any key.</param>
    /// <returns>The first, and the one after the last.</returns>
    public (int From, int To) Find(ulong key)
    {
        var ends = _file.Read<uint>(_directory, (long)(key >> _shift), 2);
        var (from, to) = (checked((int)ends[0]), checked((int)ends[1]));
        if (to - from > Few)
        {
            return (Bound(from, to, key), key == ulong.MaxValue ? to : Bound(from, to, key + 1));
        }

        var keys = _file.Read<ulong>(_keys, from, to - from);
        var start = 0;
        while (start < keys.Length && keys[start] < key)
        {
            start++;
        }

        var end = start;
        while (end < keys.Length && keys[end] == key)
        {
            end++;
        }

        return (from + start, from + end);
    }

    /// <summary>Values of entries.</summary>
    public ReadOnlySpan<int> Values(int from, int count) => _file.Read<int>(_values, from, count);

    /// <summary>Keys of entries.</summary>
    public ReadOnlySpan<ulong> Keys(int from, int count) => _file.Read<ulong>(_keys, from, count);

    private int Bound(int from, int to, ulong key)
    {
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (_file.Read<ulong>(_keys, middle, 1)[0] < key)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }
}
