using System.Globalization;

namespace Qingce.Tables;

/// <summary>Collects rows of cells as one batch of text columns, used again for the next.</summary>
internal sealed unsafe class CellBatch
{
    private readonly int[] _columns;
    private readonly int _width;
    private readonly TextBuilder[] _texts;
    private readonly Batch _batch;

    public CellBatch(string path, IReadOnlyList<string> names, int[] columns)
    {
        _columns = columns;
        _width = names.Count;
        _texts = [.. columns.Select(column => new TextBuilder(ColumnSpec.Text(names[column].Length == 0 ? "-" : names[column])))];
        _batch = new Batch
        {
            File = path,
            FirstRow = 1,
            ColumnArray = [.. columns.Select(column => new TextColumn { Name = names[column] })],
        };
    }

    /// <summary>Rows taken, rejected ones among them.</summary>
    public int Count => _batch.RowCount + _batch.RejectList.Count;

    public void Add(object?[] row, int fields)
    {
        if (fields > _width)
        {
            string raw = string.Join('\t', row.Select(CellValue.Text));
            _batch.RejectList.Add(new RowReject(
                _batch.File, _batch.FirstRow + Count, 0, null, RejectReason.TooManyFields,
                [fields.ToString(CultureInfo.InvariantCulture), _width.ToString(CultureInfo.InvariantCulture)],
                raw.Length > 4096 ? raw[..4096] : raw));
            return;
        }

        for (int i = 0; i < _columns.Length; i++)
        {
            string text = _columns[i] < row.Length ? CellValue.Text(row[_columns[i]]) : "";
            _texts[i].Append(text.Length == 0 ? null : text);
        }

        _batch.RowCount++;
    }

    public Batch Finish()
    {
        for (int i = 0; i < _texts.Length; i++)
        {
            TextBuilder text = _texts[i];
            byte* validity = text.NullCount == 0 ? null : text.Validity.Pointer;
            ((TextColumn)_batch.ColumnArray[i]).SetOffsets(text.Bytes.Pointer, text.Rows.As<int>(), validity, 0, text.Count);
        }

        return _batch;
    }

    /// <summary>Makes ready for the next batch.</summary>
    public void Clear()
    {
        _batch.FirstRow += Count;
        _batch.Sequence++;
        _batch.RowCount = 0;
        _batch.RejectList.Clear();
        foreach (TextBuilder text in _texts)
        {
            text.Clear();
        }
    }
}
