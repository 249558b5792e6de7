namespace Qingce.Linkage;

/// <summary>Rows that share a key with the record that is looked for, each once. Used again for the next; not safe for several threads.</summary>
internal sealed class Candidates
{
    private (int Part, int Row)[] _rows = new (int, int)[256];
    private ulong[] _slots = new ulong[1024];
    private int[] _stamps = new int[1024];
    private int _stamp;

    public int Count { get; private set; }

    public (int Part, int Row) this[int candidate] => _rows[candidate];

    public void Clear()
    {
        Count = 0;
        if (_stamp == int.MaxValue)
        {
            Array.Clear(_stamps);
            _stamp = 0;
        }

        _stamp++;
    }

    public void Add(int part, int row)
    {
        if (2 * (Count + 1) > _slots.Length)
        {
            Grow();
        }

        var value = (ulong)(uint)part << 32 | (uint)row;
        var slot = SlotOf(value);
        if (_stamps[slot] != _stamp)
        {
            (_stamps[slot], _slots[slot]) = (_stamp, value);
            if (Count == _rows.Length)
            {
                Array.Resize(ref _rows, 2 * Count);
            }

            _rows[Count++] = (part, row);
        }
    }

    private int SlotOf(ulong value)
    {
        var slot = (int)(KeyMix.Of(value) & (ulong)(_slots.Length - 1));
        while (_stamps[slot] == _stamp && _slots[slot] != value)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Grow()
    {
        _slots = new ulong[4 * _slots.Length];
        _stamps = new int[_slots.Length];
        for (var i = 0; i < Count; i++)
        {
            var value = (ulong)(uint)_rows[i].Part << 32 | (uint)_rows[i].Row;
            var slot = SlotOf(value);
            (_stamps[slot], _slots[slot]) = (_stamp, value);
        }
    }
}
