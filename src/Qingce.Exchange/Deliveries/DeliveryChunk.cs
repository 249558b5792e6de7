using System.Text;

namespace Qingce.Exchange.Deliveries;

/// <summary>
/// Some consecutive rows of a delivery, read: every value in the form in which it is kept, as UTF-8, row after row in one buffer. Belongs to the
/// reader, which uses it again once the next chunk is asked for.
/// </summary>
public sealed class DeliveryChunk
{
    /// <summary>Faults of values that are kept of each column of a chunk; all are counted.</summary>
    internal const int MostValueFaults = 100;

    private readonly List<RowFault> _faults = [];
    private readonly int[] _unread;
    private readonly int[] _refused;
    private byte[] _bytes = new byte[1 << 16];
    private int[] _ends = [];
    private long[] _rowNumbers = [];
    private bool[] _dropped = [];
    private int _length;
    private int _rejected;

    internal DeliveryChunk(DeliveryKind kind)
    {
        Kind = kind;
        FieldCount = kind.Shape.Count;
        _unread = new int[FieldCount];
        _refused = new int[FieldCount];
    }

    /// <summary>What the file is.</summary>
    public DeliveryKind Kind { get; }

    /// <summary>Number of fields of a row, in the order of the kind's shape.</summary>
    public int FieldCount { get; }

    /// <summary>1-based number, among the data rows of the file, of the first row the chunk covers.</summary>
    public long FirstRow { get; private set; }

    /// <summary>The number of the row after the last one it covers.</summary>
    public long NextRow { get; private set; }

    /// <summary>Rows there are values of. Of these, dropped ones are not to be taken.</summary>
    public int RowCount { get; private set; }

    /// <summary>Rows that are not to be taken; with those that are they make up all rows from <see cref="FirstRow"/> to <see cref="NextRow"/>.</summary>
    public int Rejected => _rejected;

    /// <summary>The faults, in no particular order. Of each rejected row there is one; of values a column has at most a hundred.</summary>
    public IReadOnlyList<RowFault> Faults => _faults;

    /// <summary>How many values of a field could not be read and are kept as delivered.</summary>
    public int Unread(int field) => _unread[field];

    /// <summary>How many values of a field the category must not carry; they were not kept.</summary>
    public int Refused(int field) => _refused[field];

    /// <summary>The value of a field of a row; empty for none.</summary>
    public ReadOnlySpan<byte> this[int row, int field]
    {
        get
        {
            int at = row * FieldCount + field;
            int start = at == 0 ? 0 : _ends[at - 1];
            return _bytes.AsSpan(start, _ends[at] - start);
        }
    }

    /// <summary>All values of a row, one behind the other.</summary>
    public ReadOnlySpan<byte> Row(int row)
    {
        int start = Start(row);
        return _bytes.AsSpan(start, _ends[(row + 1) * FieldCount - 1] - start);
    }

    /// <summary>Where the values of a row end, counted from the start of the buffer; <see cref="Start"/> says where the row begins.</summary>
    public ReadOnlySpan<int> Ends(int row) => _ends.AsSpan(row * FieldCount, FieldCount);

    /// <summary>Where a row begins, counted as <see cref="Ends"/>.</summary>
    public int Start(int row) => row == 0 ? 0 : _ends[row * FieldCount - 1];

    /// <summary>The number of a row among the data rows of the file, 1-based.</summary>
    public long RowNumber(int row) => _rowNumbers[row];

    /// <summary>Whether a row is to be taken.</summary>
    public bool IsTaken(int row) => !_dropped[row];

    /// <summary>Rejects a row after all, because of what the caller knows. A row is rejected once.</summary>
    /// <param name="row">0-based row of the chunk that <see cref="IsTaken"/>.</param>
    /// <param name="field">The field at fault, or -1 for the row.</param>
    /// <param name="fault">Why.</param>
    /// <exception cref="InvalidOperationException">The row is rejected already.</exception>
    public void Reject(int row, int field, DeliveryFault fault)
    {
        if (_dropped[row])
        {
            throw new InvalidOperationException($"Row {_rowNumbers[row]} is rejected already.");
        }

        _dropped[row] = true;
        _rejected++;
        _faults.Add(RowFault.Of(
            _rowNumbers[row], field < 0 ? "" : Kind.Shape[field].Name, fault, field < 0 ? "" : Encoding.UTF8.GetString(this[row, field])));
    }

    internal void Begin(long firstRow, int rows, IReadOnlyList<Tables.RowReject> rejects)
    {
        FirstRow = firstRow;
        NextRow = firstRow + rows + rejects.Count;
        RowCount = 0;
        _length = 0;
        _rejected = rejects.Count;
        _faults.Clear();
        Array.Clear(_unread);
        Array.Clear(_refused);
        if (_rowNumbers.Length < rows)
        {
            int room = rows + rows / 4;
            _rowNumbers = new long[room];
            _dropped = new bool[room];
            _ends = new int[room * FieldCount];
        }

        foreach (Tables.RowReject reject in rejects)
        {
            _faults.Add(RowFault.Of(reject));
        }
    }

    /// <summary>Leaves out the rows before one, which an earlier run dealt with.</summary>
    internal void BeginAt(long row)
    {
        FirstRow = Math.Max(FirstRow, row);
        _rejected -= _faults.RemoveAll(fault => fault.Row < row && fault.Fault.RejectsRow);
        _faults.RemoveAll(fault => fault.Row < row);
        for (int i = 0; i < RowCount; i++)
        {
            _dropped[i] |= _rowNumbers[i] < row;
        }
    }

    /// <summary>Room at the end of the buffer for the next value.</summary>
    internal Span<byte> Room(int bytes)
    {
        if (_bytes.Length - _length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
        }

        return _bytes.AsSpan(_length);
    }

    internal void EndField(int field, int written)
    {
        _length += written;
        _ends[RowCount * FieldCount + field] = _length;
    }

    /// <summary>The value last written of a field of the row that is being written.</summary>
    internal ReadOnlySpan<byte> Current(int field) => this[RowCount, field];

    /// <summary>Keeps the row that was written.</summary>
    internal void EndRow(long number)
    {
        _rowNumbers[RowCount] = number;
        _dropped[RowCount] = false;
        RowCount++;
    }

    /// <summary>Takes back the row that was being written, and says why.</summary>
    internal void RejectCurrent(long number, string column, DeliveryFault fault, ReadOnlySpan<byte> value)
    {
        _length = RowCount == 0 ? 0 : _ends[RowCount * FieldCount - 1];
        _rejected++;
        _faults.Add(RowFault.Of(number, column, fault, Encoding.UTF8.GetString(value)));
    }

    internal void CountUnread(int field, long number, ReadOnlySpan<byte> value, Values.FieldFault fault)
    {
        if (_unread[field]++ < MostValueFaults)
        {
            _faults.Add(RowFault.Unread(number, Kind.Shape[field].Name, Encoding.UTF8.GetString(value), fault));
        }
    }

    // The value itself is what must not be kept, so the fault tells the place alone.
    internal void CountRefused(int field, long number)
    {
        if (_refused[field]++ < MostValueFaults)
        {
            _faults.Add(RowFault.Of(number, Kind.Shape[field].Name, DeliveryFault.ValueRefused, ""));
        }
    }
}
