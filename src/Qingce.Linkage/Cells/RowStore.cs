using System.Diagnostics.CodeAnalysis;
using Qingce.Tables;

namespace Qingce.Linkage;

/// <summary>
/// Takes the packed parts of a table as they are read, in whatever order, and lays their rows one after the other. A part's own words are used
/// again for the next one, so that next to nothing is in memory twice.
/// </summary>
internal sealed class RowStore(int columns)
{
    private readonly int _width = LinkTable.WidthOf(columns);
    private readonly Dictionary<long, RowPart> _waiting = [];
    private readonly List<RowPart> _parts = [];
    private readonly List<int> _firstRows = [];
    private readonly object _gate = new();
    private LineArray<ulong> _words = LineArray<ulong>.Allocate(0);
    private long _next;
    private int _sourceStart;

    // Parts whose words are on their way; the words do not move meanwhile.
    private int _moving;

    /// <summary>Rows so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows of the present source.</summary>
    public int SourceRows => Rows - _sourceStart;

    /// <summary>Rows of the present source that could not be read.</summary>
    public long Rejected { get; private set; }

    /// <summary>The first of them.</summary>
    public RowReject? FirstReject { get; private set; }

    /// <summary>Begins a source.</summary>
    public void BeginSource() => (_sourceStart, Rejected, FirstReject) = (Rows, 0, null);

    /// <summary>Makes room before a file is read.</summary>
    /// <param name="rows">About how many rows it has; below 0 when that is not known.</param>
    public void Expect(long rows)
    {
        _next = 0;
        var expected = Rows + Math.Max(0, rows);
        Reserve(expected + expected / 50);
    }

    /// <summary>Takes a part of the present file. For any number of threads.</summary>
    public void Add(RowPart part)
    {
        lock (_gate)
        {
            _waiting.Add(part.Sequence, part);
        }

        while (TryTake(out var next, out var words))
        {
            next.MoveTo(words);
            lock (_gate)
            {
                _moving--;
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Ends the present file.</summary>
    public void EndFile()
    {
        foreach (var part in _waiting.Values.OrderBy(p => p.Sequence))
        {
            MakeRoom(part);
            part.MoveTo(Place(part));
        }

        _waiting.Clear();
    }

    /// <summary>The table of all rows.</summary>
    public LinkTable ToTable(IReadOnlyList<ModelColumn> tableColumns, List<LinkSource> sources)
    {
        var ranges = new RowRanges([.. _firstRows], Rows);
        var heaps = tableColumns.Select((_, c) => new TextHeap(ranges, [.. _parts.Select(p => p.Texts[c])])).ToArray();
        var keys = new RowKeys(ranges, [.. _parts.Select(p => p.Keys)]);
        var starts = new int[sources.Count + 1];
        for (var i = 0; i < sources.Count; i++)
        {
            starts[i + 1] = starts[i] + sources[i].Rows;
        }

        return new LinkTable(tableColumns, sources, _words, heaps, keys, starts);
    }

    // The next part of the file, if it is there, and the place for its words: touching new memory takes long, and no other thread waits for it.
    private bool TryTake([MaybeNullWhen(false)] out RowPart part, out Span<ulong> words)
    {
        lock (_gate)
        {
            words = [];
            while (_waiting.TryGetValue(_next, out part) && !Fits(part) && _moving > 0)
            {
                Monitor.Wait(_gate);
            }

            if (part is null)
            {
                return false;
            }

            MakeRoom(part);
            _waiting.Remove(_next++);
            words = Place(part);
            _moving++;
            return true;
        }
    }

    private bool Fits(RowPart part) => (long)(Rows + part.Rows) * _width <= _words.Length;

    private void MakeRoom(RowPart part)
    {
        if ((Rows + (long)part.Rows) * _width > LineArray<ulong>.MostLength)
        {
            throw new LinkageModelException(
                $"More than {LineArray<ulong>.MostLength / _width:N0} rows of {columns} columns are more than one run can hold; link fewer columns or a part of the rows.",
                $"超过 {LineArray<ulong>.MostLength / _width:N0} 行、{columns} 列，一次运行容纳不下；请减少列数，或只比对一部分行。");
        }

        if (!Fits(part))
        {
            Reserve((Rows + (long)part.Rows) * 3 / 2);
        }
    }

    private Span<ulong> Place(RowPart part)
    {
        Rejected += part.Rejected;
        FirstReject ??= part.FirstReject;
        var words = _words.AsSpan(Rows * _width, part.Rows * _width);
        if (part.Rows > 0)
        {
            _parts.Add(part);
            _firstRows.Add(Rows);
            Rows += part.Rows;
        }

        return words;
    }

    private void Reserve(long rows)
    {
        var most = LineArray<ulong>.MostLength / _width;
        var length = (int)Math.Min(rows, most) * _width;
        if (length > _words.Length)
        {
            var words = LineArray<ulong>.Allocate(length);
            _words.AsSpan(0, Rows * _width).CopyTo(words.Span);
            _words = words;
        }
    }
}
