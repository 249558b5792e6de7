using Apache.Arrow;
using Apache.Arrow.Types;

namespace Qingce.Tables;

/// <summary>Arrow arrays over the memory of column builders, without a copy. They must be let go before the builder is changed.</summary>
internal static class ArrowArrays
{
    private static readonly DictionaryType CodedText = new(Int32Type.Default, StringType.Default, ordered: false);

    // A column of nulls needs offsets or values too; they are all zero, so one array serves every column of every writer.
    private static byte[] _zeros = [];

    public static IArrowArray Of(ColumnBuilder column, int rows)
    {
        bool empty = column.Count == 0;
        int nulls = empty ? rows : column.NullCount;
        ArrowBuffer validity = nulls == 0 ? ArrowBuffer.Empty
            : empty ? Zeros((rows + 7) / 8)
            : Slice(column.Validity, (rows + 7) / 8);
        return column switch
        {
            TextBuilder { Dictionary: { } dictionary } text => new DictionaryArray(
                CodedText,
                new Int32Array(empty ? Zeros(4 * rows) : Slice(text.Rows, 4 * rows), validity, rows, nulls, 0),
                Text(dictionary.Count, 0, ArrowBuffer.Empty, Slice(dictionary.Offsets, 4 * (dictionary.Count + 1)),
                    Slice(dictionary.Bytes, dictionary.ByteLength))),
            TextBuilder text => Text(
                rows, nulls, validity, empty ? Zeros(4 * (rows + 1)) : Slice(text.Rows, 4 * (rows + 1)),
                Slice(text.Bytes, text.ByteLength)),
            Int64Builder whole => new Int64Array(empty ? Zeros(8 * rows) : Slice(whole.Values, 8 * rows), validity, rows, nulls, 0),
            DoubleBuilder real => new DoubleArray(empty ? Zeros(8 * rows) : Slice(real.Values, 8 * rows), validity, rows, nulls, 0),
            DateBuilder date => new Date32Array(empty ? Zeros(4 * rows) : Slice(date.Values, 4 * rows), validity, rows, nulls, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
        };
    }

    private static StringArray Text(int count, int nulls, ArrowBuffer validity, ArrowBuffer offsets, ArrowBuffer bytes) =>
        new(new ArrayData(StringType.Default, count, nulls, 0, [validity, offsets, bytes]));

    private static ArrowBuffer Slice(PinnedBuffer buffer, int length) => new(buffer.Array.AsMemory(0, length));

    private static ArrowBuffer Zeros(int length)
    {
        byte[] zeros = Volatile.Read(ref _zeros);
        if (zeros.Length < length)
        {
            zeros = new byte[length];
            Volatile.Write(ref _zeros, zeros);
        }

        return new ArrowBuffer(zeros.AsMemory(0, length));
    }
}
