namespace Qingce.Linkage;

/// <summary>
/// All (key, row) entries of a pass, radix-partitioned by the highest bits of the key and sorted inside each partition, so that
/// rows of one key lie together. Twelve bytes an entry; the arrays are used again by the next pass.
/// </summary>
internal sealed class KeyTable<TRow, TKernel>
    where TRow : unmanaged
    where TKernel : struct, IPairKernel<TRow>
{
    private const int EntriesPerPartition = 2048;
    private const int Chunks = 64;
    private readonly ParallelOptions _parallel;
    private ulong[] _keys = [];
    private int[] _rows = [];
    private int[] _starts = [];

    public KeyTable(ParallelOptions parallel) => _parallel = parallel;

    public int Partitions => _starts.Length - 1;

    public int Count => _starts[^1];

    public ReadOnlySpan<ulong> Keys(int partition) => _keys.AsSpan(_starts[partition], _starts[partition + 1] - _starts[partition]);

    public ReadOnlySpan<int> Rows(int partition) => _rows.AsSpan(_starts[partition], _starts[partition + 1] - _starts[partition]);

    public void Fill(TRow[] rows, TKernel kernel, int pass)
    {
        var bits = Math.Clamp((int)Math.Ceiling(Math.Log2(Math.Max(1d, rows.Length / (double)EntriesPerPartition))), 1, 14);
        var shift = 64 - bits;
        var partitions = 1 << bits;
        var counts = new int[Chunks][];
        Parallel.For(0, Chunks, _parallel, chunk =>
        {
            Span<ulong> keys = stackalloc ulong[kernel.MostKeys];
            var mine = new int[partitions];
            var (from, to) = Part(rows.Length, chunk);
            for (var row = from; row < to; row++)
            {
                var found = kernel.Keys(pass, in rows[row], keys);
                for (var i = 0; i < found; i++)
                {
                    mine[(int)(KeyMix.Of(keys[i]) >> shift)]++;
                }
            }

            counts[chunk] = mine;
        });
        Lay(counts, partitions);
        Parallel.For(0, Chunks, _parallel, chunk =>
        {
            Span<ulong> keys = stackalloc ulong[kernel.MostKeys];
            var at = counts[chunk];
            var (from, to) = Part(rows.Length, chunk);
            for (var row = from; row < to; row++)
            {
                var found = kernel.Keys(pass, in rows[row], keys);
                for (var i = 0; i < found; i++)
                {
                    var mixed = KeyMix.Of(keys[i]);
                    var place = at[(int)(mixed >> shift)]++;
                    _keys[place] = mixed;
                    _rows[place] = row;
                }
            }
        });
        Parallel.For(0, partitions, _parallel, partition =>
        {
            var length = _starts[partition + 1] - _starts[partition];
            _keys.AsSpan(_starts[partition], length).Sort(_rows.AsSpan(_starts[partition], length));
        });
    }

    private static (int From, int To) Part(int rows, int chunk) =>
        ((int)((long)rows * chunk / Chunks), (int)((long)rows * (chunk + 1) / Chunks));

    private void Lay(int[][] counts, int partitions)
    {
        _starts = new int[partitions + 1];
        var place = 0;
        for (var partition = 0; partition < partitions; partition++)
        {
            _starts[partition] = place;
            for (var chunk = 0; chunk < Chunks; chunk++)
            {
                (place, counts[chunk][partition]) = (place + counts[chunk][partition], place);
            }
        }

        _starts[partitions] = place;
        if (_keys.Length < place)
        {
            _keys = new ulong[place];
            _rows = new int[place];
        }
    }
}
