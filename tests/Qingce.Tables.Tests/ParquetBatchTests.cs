using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace Qingce.Tables.Tests;

public sealed class ParquetBatchTests
{
    [Fact]
    public void Fill_BatchThatComesInPieces_PutsThemTogether()
    {
        using Pieces pieces = new([Piece(["a", null], [1, 2], ["x", "y"], [1, 0]), Piece(["", "d", "e"], [null, 4, 5], ["z"], [0, null, 0])]);
        ParquetBatch batch = new(4);
        _ = batch.Fill(pieces, 5, position => position);
        List<string?[]> rows = [];
        Tables.Append(batch.Batch, rows);

        Assert.Equal(
            [["a", "1", "y", "1970-01-02"], [null, "2", "x", "1970-01-03"], ["", null, "z", null], ["d", "4", null, "1970-01-05"], ["e", "5", "z", "1970-01-06"]],
            rows);
        batch.Release();
    }

    [Fact]
    public void Fill_CodeOutsideTheDictionary_IsDamage()
    {
        using Pieces pieces = new([Piece(["a"], [1], ["x"], [7])]);

        Assert.Throws<InvalidDataException>(() => new ParquetBatch(4).Fill(pieces, 1, position => position));
    }

    private static RecordBatch Piece(string?[] texts, long?[] numbers, string[] values, int?[] codes)
    {
        StringArray.Builder text = new();
        Int64Array.Builder number = new();
        StringArray.Builder value = new();
        Int32Array.Builder code = new();
        Int32Array.Builder day = new();
        for (int i = 0; i < texts.Length; i++)
        {
            _ = texts[i] is { } given ? text.Append(given) : text.AppendNull();
            _ = numbers[i] is { } n ? number.Append(n) : number.AppendNull();
            _ = numbers[i] is { } d ? day.Append((int)d) : day.AppendNull();
            _ = codes[i] is { } c ? code.Append(c) : code.AppendNull();
        }

        DictionaryType coded = new(Int32Type.Default, StringType.Default, ordered: false);
        Int32Array days = day.Build();
        IArrowArray[] arrays =
        [
            text.Build(), number.Build(), new DictionaryArray(coded, code.Build(), value.AppendRange(values).Build()),
            new Date32Array(new ArrayData(Date32Type.Default, days.Length, days.NullCount, 0, days.Data.Buffers)),
        ];
        return new RecordBatch(new Schema(arrays.Select((array, i) => new Field($"{i}", array.Data.DataType, true)), null), arrays, texts.Length);
    }

    private sealed class Pieces(RecordBatch[] batches) : IArrowArrayStream
    {
        private int _next;

        public Schema Schema => batches[0].Schema;

        public ValueTask<RecordBatch> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default) =>
            new(_next < batches.Length ? batches[_next++] : null!);

        public void Dispose() => System.Array.ForEach(batches, batch => batch.Dispose());
    }
}
