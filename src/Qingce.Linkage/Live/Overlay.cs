using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>
/// The part of an index that is in memory: the records put since the last segment was written, and by how much the counts of values
/// have changed since. Readers and the writer take turns.
/// </summary>
internal sealed class Overlay : IndexRows
{
    private readonly IndexScheme _scheme;
    private readonly List<ulong> _words = [];
    private readonly List<byte> _bytes = [];
    private readonly List<int> _starts = [0];
    private readonly List<bool> _removed = [];
    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<int> _nextIds = [];
    private readonly Dictionary<ulong, (int Last, int Count)>[] _blocks;
    private readonly List<(int Row, int Next)> _entries = [];
    private readonly Dictionary<ulong, int>?[] _terms;
    private readonly long[] _present;

    public Overlay(IndexScheme scheme)
    {
        _scheme = scheme;
        _blocks = [.. Enumerable.Range(0, scheme.Blocking.Rules).Select(_ => new Dictionary<ulong, (int, int)>())];
        _terms = new Dictionary<ulong, int>?[scheme.Kinds.Length];
        _present = new long[scheme.Kinds.Length];
        foreach (var column in scheme.Counted)
        {
            _terms[column] = [];
        }
    }

    public override int Rows => _removed.Count;

    public int Living { get; private set; }

    /// <summary>Records put and removed.</summary>
    public int Changes { get; private set; }

    public override ReadOnlySpan<ulong> Words(int row) => CollectionsMarshal.AsSpan(_words).Slice(row * _scheme.Width, _scheme.Width);

    public override ReadOnlySpan<byte> Bytes(int row) => CollectionsMarshal.AsSpan(_bytes)[_starts[row].._starts[row + 1]];

    public bool IsRemoved(int row) => _removed[row];

    /// <summary>Which of its records were removed since.</summary>
    public RemovedRows Removed()
    {
        var removed = new RemovedRows(Rows);
        for (var row = 0; row < Rows; row++)
        {
            if (_removed[row])
            {
                removed.Add(row);
            }
        }

        return removed;
    }

    /// <summary>Adds a record.</summary>
    public void Add(ReadOnlySpan<ulong> words, ReadOnlySpan<byte> bytes)
    {
        var row = Rows;
        _words.AddRange(words);
        _bytes.AddRange(bytes);
        _starts.Add(_bytes.Count);
        _removed.Add(false);
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, RowBytes.KeyOf(RowBytes.Id(bytes)), out var known);
        _nextIds.Add(known ? last : -1);
        last = row;
        Living++;
        Changes++;
        Count(words, 1);
        Span<ulong> keys = stackalloc ulong[_scheme.Blocking.MostKeys];
        for (var rule = 0; rule < _blocks.Length; rule++)
        {
            foreach (var key in keys[.._scheme.Blocking.Keys(rule, View(row), keys)])
            {
                ref var block = ref CollectionsMarshal.GetValueRefOrAddDefault(_blocks[rule], KeyMix.Of(key), out known);
                _entries.Add((row, known ? block.Last : -1));
                block = (_entries.Count - 1, block.Count + 1);
            }
        }
    }

    /// <summary>Removes one of its records.</summary>
    public void Remove(int row)
    {
        _removed[row] = true;
        Living--;
        Forget(Words(row));
    }

    /// <summary>Takes a record that was removed, here or from a segment, out of the counts.</summary>
    public void Forget(ReadOnlySpan<ulong> words)
    {
        Changes++;
        Count(words, -1);
    }

    /// <summary>The record with an id; -1 when there is none.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        var row = _ids.GetValueOrDefault(RowBytes.KeyOf(id), -1);
        while (row >= 0 && (_removed[row] || !RowBytes.Id(Bytes(row)).SequenceEqual(id)))
        {
            row = _nextIds[row];
        }

        return row;
    }

    /// <summary>The last entry of a key (mixed) of a rule, -1 for none, and how many there are, removed ones among them.</summary>
    public (int Last, int Count) Block(int rule, ulong key) => _blocks[rule].TryGetValue(key, out var block) ? block : (-1, 0);

    /// <summary>The row of an entry, and the entry before it in its block; -1 for none.</summary>
    public (int Row, int Next) Entry(int entry) => _entries[entry];

    /// <summary>By how much the rows with a value have become more.</summary>
    public long Terms(int column, ulong cell) => _terms[column]!.GetValueOrDefault(cell);

    /// <summary>All counts of a column, by mixed cell.</summary>
    public KeyedEntries AllTerms(int column)
    {
        var entries = new KeyedEntries();
        foreach (var (cell, count) in _terms[column]!)
        {
            entries.Add(KeyMix.Of(cell), count);
        }

        return entries;
    }

    /// <summary>By how much the rows that have a value in a column have become more.</summary>
    public long Present(int column) => _present[column];

    private void Count(ReadOnlySpan<ulong> words, int change)
    {
        foreach (var column in _scheme.Counted)
        {
            var cell = words[1 + column];
            if (cell != Cell.Missing)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_terms[column]!, cell, out _) += change;
                _present[column] += change;
            }
        }
    }
}
