using System.Numerics;
using System.Text;

namespace Qingce.Linkage;

/// <summary>Rows with ids, wherever they lie.</summary>
internal abstract class IndexRows : RowTexts
{
    /// <summary>Number of rows, those that were removed among them.</summary>
    public abstract int Rows { get; }

    /// <summary>The words of a row.</summary>
    public abstract ReadOnlySpan<ulong> Words(int row);

    /// <summary>The id and the long texts of a row, as <see cref="RowBytes"/> has them.</summary>
    public abstract ReadOnlySpan<byte> Bytes(int row);

    /// <summary>A row with its texts.</summary>
    public RowView View(int row) => new(Words(row), this, row);

    public override ReadOnlySpan<byte> Of(int row, int column) => RowBytes.Text(Bytes(row), column);
}

/// <summary>Which rows of a part of an index were removed.</summary>
internal sealed class RemovedRows(ulong[] bits)
{
    private readonly ulong[] _bits = bits;

    public RemovedRows(int rows)
        : this(new ulong[(rows + 63) / 64])
    {
    }

    public int Count { get; private set; } = bits.Sum(BitOperations.PopCount);

    public ReadOnlySpan<ulong> Bits => _bits;

    public bool this[int row] => (_bits[row >> 6] >> (row & 63) & 1) != 0;

    public void Add(int row)
    {
        Count += this[row] ? 0 : 1;
        _bits[row >> 6] |= 1UL << (row & 63);
    }
}

/// <summary>
/// The rows of a table, to be made an index of. Of several sources the ids begin with the name of the source and a slash. For one
/// thread but for their words.
/// </summary>
internal sealed class TableRecords(LinkTable table) : IndexRows
{
    private readonly RowBytesBuilder _builder = new();
    private readonly byte[][] _prefixes = [.. table.Sources.Select(s => Encoding.UTF8.GetBytes(s.Name + "/"))];

    public override int Rows => table.Rows;

    public override ReadOnlySpan<ulong> Words(int row) => table.Row(row);

    public override ReadOnlySpan<byte> Of(int row, int column) => table.View(row).LongText(column);

    public override ReadOnlySpan<byte> Bytes(int row)
    {
        if (table.Sources.Count == 1)
        {
            _builder.Begin(table.Keys[row]);
        }
        else
        {
            _builder.Begin([.. _prefixes[table.SourceOf(row)], .. table.Keys[row]]);
        }

        var view = table.View(row);
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (Cell.IsLong(view.CellOf(column)))
            {
                _builder.AddText(column, view.LongText(column));
            }
        }

        return _builder.Bytes;
    }
}

/// <summary>The rows of several parts that are not removed, one after the other.</summary>
internal sealed class LivingRows : IndexRows
{
    private readonly IReadOnlyList<IndexRows> _parts;
    private readonly List<(int Part, int Row)> _rows = [];

    public LivingRows(IReadOnlyList<(IndexRows Part, RemovedRows Removed)> parts)
    {
        _parts = [.. parts.Select(p => p.Part)];
        for (var part = 0; part < parts.Count; part++)
        {
            for (var row = 0; row < parts[part].Part.Rows; row++)
            {
                if (!parts[part].Removed[row])
                {
                    _rows.Add((part, row));
                }
            }
        }
    }

    public override int Rows => _rows.Count;

    public override ReadOnlySpan<ulong> Words(int row) => _parts[_rows[row].Part].Words(_rows[row].Row);

    public override ReadOnlySpan<byte> Bytes(int row) => _parts[_rows[row].Part].Bytes(_rows[row].Row);
}
