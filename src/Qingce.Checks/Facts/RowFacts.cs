namespace Qingce.Checks.Facts;

/// <summary>
/// Facts about registrations, gathered by several workers in any order and then held by register row. What a row's facts are, and their
/// order, depends neither on the order of gathering nor on the number of workers, because a row's facts are sorted.
/// </summary>
/// <remarks>Each lane adds from one thread at a time. After <see cref="Settle"/> nothing may be added, and any thread may read.</remarks>
internal sealed class RowFacts<TFact>
    where TFact : struct, IRowFact, IComparable<TFact>
{
    // The first chunk is for a few persons, the others for a province.
    private const int FirstLength = 64;
    private const int ChunkLength = 16 * 1024;

    private readonly List<TFact[]>[] _chunks;
    private readonly int[] _lastLengths;
    private TFact[] _facts = [];
    private int[] _starts = [];

    /// <summary>Makes an empty set.</summary>
    /// <param name="lanes">Number of workers.</param>
    public RowFacts(int lanes)
    {
        _chunks = new List<TFact[]>[lanes];
        _lastLengths = new int[lanes * 16];
        for (int lane = 0; lane < lanes; lane++)
        {
            _chunks[lane] = [];
        }
    }

    /// <summary>All facts, by row; empty before <see cref="Settle"/>.</summary>
    public ReadOnlySpan<TFact> All => _facts;

    public void Add(int lane, in TFact fact)
    {
        List<TFact[]> chunks = _chunks[lane];

        // Sixteen apart, so that two workers do not write to one cache line.
        ref int length = ref _lastLengths[lane * 16];
        if (chunks.Count == 0 || length == chunks[^1].Length)
        {
            chunks.Add(new TFact[chunks.Count == 0 ? FirstLength : ChunkLength]);
            length = 0;
        }

        chunks[^1][length++] = fact;
    }

    /// <summary>Brings the facts into the order of register rows, and those of a row into their own order.</summary>
    /// <param name="rowCount">Number of registrations.</param>
    public void Settle(int rowCount)
    {
        int total = 0;
        for (int lane = 0; lane < _chunks.Length; lane++)
        {
            total += _chunks[lane].SkipLast(1).Sum(chunk => chunk.Length) + _lastLengths[lane * 16];
        }

        if (total == 0)
        {
            return;
        }

        _starts = new int[rowCount + 1];
        ForEachChunk(static (facts, starts, _) =>
        {
            foreach (ref readonly TFact fact in facts)
            {
                starts[fact.Row]++;
            }
        });
        int sum = 0;
        for (int row = 0; row <= rowCount; row++)
        {
            sum += _starts[row];
            _starts[row] = sum;
        }

        // Filled from the end of each row's part, after which every start stands where its part begins.
        _facts = new TFact[total];
        ForEachChunk(static (facts, starts, into) =>
        {
            foreach (ref readonly TFact fact in facts)
            {
                into[--starts[fact.Row]] = fact;
            }
        });
        for (int lane = 0; lane < _chunks.Length; lane++)
        {
            _chunks[lane] = [];
        }

        SortRows();
    }

    /// <summary>The facts about a registration, sorted.</summary>
    /// <param name="row">Row of the register.</param>
    public ReadOnlySpan<TFact> Of(int row) =>
        _starts.Length == 0 ? default : _facts.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    private void ForEachChunk(Action<ReadOnlySpan<TFact>, int[], TFact[]> act)
    {
        for (int lane = 0; lane < _chunks.Length; lane++)
        {
            for (int chunk = 0; chunk < _chunks[lane].Count; chunk++)
            {
                int length = chunk == _chunks[lane].Count - 1 ? _lastLengths[lane * 16] : _chunks[lane][chunk].Length;
                act(_chunks[lane][chunk].AsSpan(0, length), _starts, _facts);
            }
        }
    }

    private void SortRows()
    {
        for (int row = 0; row + 1 < _starts.Length; row++)
        {
            int length = _starts[row + 1] - _starts[row];
            if (length > 1)
            {
                _facts.AsSpan(_starts[row], length).Sort();
            }
        }
    }
}
