using Qingce.Checks.Registrations;
using Qingce.Tables;

namespace Qingce.Checks.Loading;

/// <summary>
/// The texts of a column of one batch with their hashes, copied out of the batch's memory: each distinct one once where the file has a
/// dictionary, else one a row. Made by a worker, so that the single thread that numbers texts for the whole register only looks them up.
/// </summary>
internal sealed class ChunkTexts
{
    private byte[] _bytes = [];
    private int[] _ends = [];
    private ulong[] _hashes = [];
    private int[] _codes = [];
    private int[] _numbers = [];
    private int _count;

    public ReadOnlySpan<byte> this[int row] => Text(_codes[row]);

    /// <summary>Whether the row has no text.</summary>
    public bool IsEmpty(int row) => _codes[row] < 0;

    public ulong Hash(int row) => _hashes[_codes[row]];

    /// <summary>Touches, in a table, texts from that of a row on, unless that was done already.</summary>
    /// <param name="table">The table the texts are about to be added to.</param>
    /// <param name="row">A row with a text.</param>
    /// <param name="touched">How many texts were touched; 0 at first.</param>
    public void Touch(TextTable table, int row, ref int touched)
    {
        // Codes grow with the rows, in files without a dictionary and mostly in those with one.
        if (_codes[row] >= touched)
        {
            int end = Math.Min(_count, _codes[row] + TextTable.Together);
            _ = table.Touch(_hashes.AsSpan(_codes[row], end - _codes[row]));
            touched = end;
        }
    }

    public void Take(Column? column, int rows)
    {
        _count = 0;
        Ensure(ref _codes, rows);
        int length = 0;
        if (column is null)
        {
            _codes.AsSpan(0, rows).Fill(-1);
            return;
        }

        if (column is TextColumn { HasDictionary: true } coded && coded.DictionaryCount <= rows)
        {
            Reserve(coded.DictionaryCount);
            for (int code = 0; code < coded.DictionaryCount; code++)
            {
                Append(coded.DictionaryValue(code), ref length);
            }

            for (int row = 0; row < rows; row++)
            {
                int code = coded.Code(row);
                _codes[row] = code >= 0 && Text(code).IsEmpty ? -1 : code;
            }

            return;
        }

        Reserve(rows);
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<byte> text = column.GetText(row, scratch);
            _codes[row] = text.IsEmpty ? -1 : row;
            Append(text, ref length);
        }
    }

    /// <summary>Gives every row the number of its text in a table, -1 for none. New texts are added in the order of the rows.</summary>
    public void Number(TextTable table, int rows, ReadOnlySpan<bool> dropped, Span<int> numbers)
    {
        Ensure(ref _numbers, _count);
        _numbers.AsSpan(0, _count).Fill(-1);
        int at = 0;
        int touched = 0;
        for (int row = 0; row < rows; row++)
        {
            if (!dropped.IsEmpty && dropped[row])
            {
                continue;
            }

            int code = _codes[row];
            if (code >= 0 && _numbers[code] < 0)
            {
                Touch(table, row, ref touched);
                _numbers[code] = table.Add(Text(code), _hashes[code], out _);
            }

            numbers[at++] = code < 0 ? -1 : _numbers[code];
        }
    }

    private ReadOnlySpan<byte> Text(int code)
    {
        int start = code == 0 ? 0 : _ends[code - 1];
        return _bytes.AsSpan(start, _ends[code] - start);
    }

    private void Reserve(int texts)
    {
        Ensure(ref _ends, texts);
        Ensure(ref _hashes, texts);
    }

    private void Append(ReadOnlySpan<byte> text, ref int length)
    {
        if (_bytes.Length - length < text.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, length + text.Length));
        }

        text.CopyTo(_bytes.AsSpan(length));
        length += text.Length;
        _hashes[_count] = TextHash.Of(text);
        _ends[_count++] = length;
    }

    private static void Ensure<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[length + length / 4];
        }
    }
}
