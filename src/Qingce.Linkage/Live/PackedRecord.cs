using System.Text;

namespace Qingce.Linkage;

/// <summary>One record, cleaned and packed as the rows of a table are. Used again for the next; not safe for several threads.</summary>
internal sealed class PackedRecord : IndexRows
{
    /// <summary>Most bytes of an id and values together.</summary>
    public const int MostBytes = 1 << 20;
    private readonly RowBytesBuilder _builder = new();
    private ColumnKind[] _kinds = [];
    private ulong[] _words = [];
    private byte[] _text = new byte[512];
    private byte[] _cleaned = new byte[512];

    public override int Rows => 1;

    public override ReadOnlySpan<ulong> Words(int row) => _words;

    public override ReadOnlySpan<byte> Bytes(int row) => _builder.Bytes;

    /// <summary>Packs a record.</summary>
    /// <param name="kinds">The kinds of its columns.</param>
    /// <param name="id">Its id.</param>
    /// <param name="values">A value a column.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than columns, or they are too long.</exception>
    public void Pack(ColumnKind[] kinds, string id, ReadOnlySpan<string?> values)
    {
        if (values.Length != kinds.Length)
        {
            throw new ArgumentException($"There are {values.Length} values for {kinds.Length} columns.", nameof(values));
        }

        if (_kinds != kinds)
        {
            _kinds = kinds;
            _words = new ulong[LinkTable.WidthOf(kinds.Length)];
        }

        Array.Clear(_words);
        _builder.Begin(Encode(id));
        for (var column = 0; column < kinds.Length; column++)
        {
            if (!string.IsNullOrEmpty(values[column]))
            {
                Pack(column, Encode(values[column]!));
            }
        }

        if (_builder.Bytes.Length > MostBytes)
        {
            throw new ArgumentException($"The record has {_builder.Bytes.Length:N0} bytes; the most are {MostBytes:N0}.", nameof(values));
        }
    }

    private void Pack(int column, ReadOnlySpan<byte> text)
    {
        var most = _kinds[column].MostBytes(text.Length);
        if (_cleaned.Length < most)
        {
            _cleaned = new byte[2 * most];
        }

        var cleaned = _cleaned.AsSpan(0, _kinds[column].Clean(text, _cleaned));
        var cell = Cell.Of(cleaned);
        _words[1 + column] = cell;
        _words[0] |= cell == Cell.Missing ? 0 : 1UL << column;
        if (Cell.IsLong(cell))
        {
            _builder.AddText(column, cleaned);
        }
    }

    private ReadOnlySpan<byte> Encode(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most)
        {
            _text = new byte[most];
        }

        return _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text));
    }
}
