using System.Text;

namespace Qingce.Linkage;

/// <summary>The values of one column in the rows of a sample, as they stand in the files.</summary>
internal sealed class SampledColumn(string header)
{
    private const int RowsPerTask = 2048;

    /// <summary>A prime: steps of it come to each row, and soon to all parts of the sample.</summary>
    private const int Stride = 1_000_003;

    private readonly List<int> _starts = [0];
    private byte[] _bytes = new byte[1 << 12];

    public string Header { get; } = header;

    public int Rows => _starts.Count - 1;

    public ReadOnlySpan<byte> this[int row] => _bytes.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    public void Add(ReadOnlySpan<byte> value)
    {
        var length = _starts[^1];
        if (length + value.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(length + value.Length, _bytes.Length * 2));
        }

        value.CopyTo(_bytes.AsSpan(length));
        _starts.Add(length + value.Length);
    }

    /// <summary>Forgets all but the first rows.</summary>
    public void Truncate(int rows) => _starts.RemoveRange(rows + 1, Rows - rows);

    /// <summary>What was seen of the column.</summary>
    /// <param name="starts">The rows with which the sources begin.</param>
    /// <param name="inRuns">Whether the rows are runs from all parts of the sources.</param>
    public ColumnProfile Profile(IReadOnlyList<int> starts, bool inRuns)
    {
        var counts = new Dictionary<ulong, int>();
        var inSource = new HashSet<ulong>();
        var (present, commonest, own) = (0, 0, 0);
        for (var (row, source) = (0, 0); row < Rows; row++)
        {
            if (source < starts.Count && row == starts[source])
            {
                source++;
                inSource.Clear();
            }

            var value = Cleaning.Trim(this[row]);
            if (value.IsEmpty)
            {
                continue;
            }

            present++;
            own += inSource.Add(Cell.Of(value)) ? 1 : 0;
            commonest = Math.Max(commonest, ++System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, Cell.Of(value), out _));
        }

        return new ColumnProfile
        {
            Header = Header,
            Words = HeaderWords.Split(Header),
            Rows = Rows,
            Present = present,
            Distinct = counts.Count,
            DistinctInSources = own,
            Commonest = commonest,
            Values = Values(inRuns ? Stride : 1, Math.Min(ColumnProfile.MostValues, counts.Count)),
        };
    }

    private List<string> Values(int stride, int most)
    {
        var seen = new HashSet<ulong>();
        var values = new List<string>(most);
        for (var i = 0L; i < Rows && values.Count < most; i++)
        {
            var value = Cleaning.Trim(this[(int)(i * stride % Rows)]);
            if (!value.IsEmpty && seen.Add(Cell.Of(value)))
            {
                values.Add(Encoding.UTF8.GetString(value));
            }
        }

        return values;
    }

    /// <summary>The cells of the rows, cleaned as a kind says.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="keys">Derivations of which keys are wanted, with their arguments.</param>
    /// <param name="parallel">Threads to use.</param>
    /// <returns>The cells, and the first key of each derivation; 0 for none.</returns>
    public (ulong[] Cells, ulong[][] Keys) Clean(ColumnKind kind, IReadOnlyList<(Derivation Derivation, int Argument)> keys, ParallelOptions parallel)
    {
        var cells = new ulong[Rows];
        var derived = keys.Select(_ => new ulong[Rows]).ToArray();
        Parallel.For(0, (Rows + RowsPerTask - 1) / RowsPerTask, parallel, task =>
            Clean(kind, keys, task * RowsPerTask, Math.Min(Rows, (task + 1) * RowsPerTask), cells, derived));
        return (cells, derived);
    }

    private void Clean(ColumnKind kind, IReadOnlyList<(Derivation Derivation, int Argument)> keys, int from, int end, ulong[] cells, ulong[][] derived)
    {
        var cleaned = new byte[256];
        var text = new int[256];
        Span<ulong> found = stackalloc ulong[8];
        for (var row = from; row < end; row++)
        {
            var value = this[row];
            if (value.IsEmpty)
            {
                continue;
            }

            if (cleaned.Length < kind.MostBytes(value.Length))
            {
                cleaned = new byte[kind.MostBytes(value.Length) * 2];
                text = new int[cleaned.Length];
            }

            var length = kind.Clean(value, cleaned);
            cells[row] = Cell.Of(cleaned.AsSpan(0, length));
            if (cells[row] == Cell.Missing || keys.Count == 0)
            {
                continue;
            }

            ReadOnlySpan<int> codes = [];
            for (var k = 0; k < keys.Count; k++)
            {
                var (derivation, argument) = keys[k];
                derived[k][row] = Cell.IsLong(cells[row]) ? derivation.KeyOf(cleaned.AsSpan(0, length), argument) : derivation.KeyOf(cells[row], argument);
                if (derived[k][row] == 0)
                {
                    codes = codes.IsEmpty ? text.AsSpan(0, CodePoints.Decode(cleaned.AsSpan(0, length), text)) : codes;
                    derived[k][row] = derivation.Keys(new CellValue(cells[row], codes), argument, found) > 0 ? found[0] : 0;
                }
            }
        }
    }
}
