using System.Runtime.InteropServices;
using System.Text;

namespace Qingce.Linkage;

/// <summary>The values of one column in the rows of a sample, as they stand in the files.</summary>
internal sealed class SampledColumn(string header)
{
    private const int RowsPerTask = 2048;

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

    /// <summary>Forgets some of the rows.</summary>
    /// <param name="from">The first of them that may be forgotten.</param>
    /// <param name="kept">Whether each from it on is kept.</param>
    public void Keep(int from, ReadOnlySpan<bool> kept)
    {
        var row = from;
        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i])
            {
                var value = this[from + i];
                value.CopyTo(_bytes.AsSpan(_starts[row]));
                _starts[++row] = _starts[row - 1] + value.Length;
            }
        }

        Truncate(row);
    }

    /// <summary>What was seen of the column.</summary>
    /// <param name="starts">The rows with which the sources begin.</param>
    public ColumnProfile Profile(IReadOnlyList<int> starts)
    {
        var counts = new Dictionary<ulong, (int Count, int First)>();
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
            ref var its = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, Cell.Of(value), out var isKnown);
            its = (its.Count + 1, isKnown ? its.First : row);
            commonest = Math.Max(commonest, its.Count);
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
            Values = Values(counts),
        };
    }

    // By their content, so that the order of the rows has no say.
    private List<string> Values(Dictionary<ulong, (int Count, int First)> counts)
    {
        var (hashes, rows) = (counts.Keys.Select(KeyMix.Of).ToArray(), counts.Values.Select(its => its.First).ToArray());
        Array.Sort(hashes, rows);
        return [.. rows.Take(ColumnProfile.MostValues).Select(row => Encoding.UTF8.GetString(Cleaning.Trim(this[row])))];
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
