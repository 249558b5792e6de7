namespace Qingce.Checks.Loading;

/// <summary>An array that is filled from the front, made as large as the file promises.</summary>
internal sealed class Growing<T>(int capacity)
{
    private T[] _items = new T[capacity];

    public int Count { get; private set; }

    public Span<T> Items => _items.AsSpan(0, Count);

    /// <summary>Room for more items, which count at once.</summary>
    public Span<T> Take(int count)
    {
        if (_items.Length - Count < count)
        {
            Array.Resize(ref _items, Math.Max(_items.Length + _items.Length / 2, Count + count));
        }

        Count += count;
        return _items.AsSpan(Count - count, count);
    }

    /// <summary>Copies the rows that are not dropped.</summary>
    public void Append(T[] from, int rows, ReadOnlySpan<bool> dropped, int kept)
    {
        Span<T> to = Take(kept);
        if (dropped.IsEmpty)
        {
            from.AsSpan(0, rows).CopyTo(to);
            return;
        }

        int at = 0;
        for (int row = 0; row < rows; row++)
        {
            if (!dropped[row])
            {
                to[at++] = from[row];
            }
        }
    }

    /// <summary>The items in an array of their number; the growing one is empty afterwards.</summary>
    public T[] ToArray()
    {
        T[] items = _items;
        if (items.Length != Count)
        {
            Array.Resize(ref items, Count);
        }

        _items = [];
        Count = 0;
        return items;
    }
}
