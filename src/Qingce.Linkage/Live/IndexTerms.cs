namespace Qingce.Linkage;

/// <summary>
/// How often the values of an index occur, the record that is looked for among them: it is counted where it is not in the index itself.
/// Remembers the counts of its values. Not safe for several threads.
/// </summary>
internal sealed class IndexTerms : ITermCounts
{
    private readonly ulong[] _words = new ulong[32];
    private readonly long[] _counts = new long[32];
    private IndexState? _state;
    private int _added;

    public long Rows { get; private set; }

    /// <summary>Begins with another record.</summary>
    /// <param name="state">The index.</param>
    /// <param name="words">The words of the record.</param>
    /// <param name="isAdded">Whether it is not in the index.</param>
    public void Begin(IndexState state, ReadOnlySpan<ulong> words, bool isAdded)
    {
        words.CopyTo(_words);
        _counts.AsSpan().Fill(-1);
        _state = state;
        _added = isAdded ? 1 : 0;
        Rows = state.Living + _added;
    }

    public long Present(int column)
    {
        var present = _state!.Overlay.Present(column) + (_words[1 + column] == Cell.Missing ? 0 : _added);
        foreach (var segment in _state.Segments)
        {
            present += segment.Present(column);
        }

        return present;
    }

    public long Count(int column, ulong cell)
    {
        if (cell != _words[1 + column])
        {
            return CountOf(column, cell);
        }

        if (_counts[column] < 0)
        {
            _counts[column] = CountOf(column, cell) + (cell == Cell.Missing ? 0 : _added);
        }

        return _counts[column];
    }

    private long CountOf(int column, ulong cell)
    {
        if (cell == Cell.Missing)
        {
            return 0;
        }

        var count = _state!.Overlay.Terms(column, cell);
        foreach (var segment in _state.Segments)
        {
            count += segment.Terms(column, cell);
        }

        return count;
    }
}
