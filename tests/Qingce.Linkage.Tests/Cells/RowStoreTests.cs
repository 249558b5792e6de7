using System.Globalization;
using System.Text;

namespace Qingce.Linkage.Tests;

public sealed class RowStoreTests
{
    private const int Parts = 400, Columns = 3;

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(100_000)]
    public void Add_PartsOfManyThreadsInAnyOrder_LieInTheOrderOfTheFile(long expected)
    {
        RowStore store = new(Columns);
        store.BeginSource();
        store.Expect(expected);

        Parallel.For(0, Parts, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => store.Add(PartOf(Parts - 1 - i)));
        store.EndFile();

        var table = store.ToTable(
            [.. Enumerable.Range(0, Columns).Select(c => new ModelColumn { Name = $"c{c}", Kind = "text" })], [new LinkSource("one", store.SourceRows)]);
        var row = 0;
        for (var part = 0; part < Parts; part++)
        {
            for (var i = 0; i < RowsOf(part); i++, row++)
            {
                Assert.Equal(Cell(part, i), table.CellOf(row, 1));
                Assert.Equal($"{part}-{i}", Encoding.UTF8.GetString(table.Keys[row]));
            }
        }

        Assert.Equal(row, table.Rows);
    }

    private static int RowsOf(int part) => part * 37 % 101;

    private static ulong Cell(int part, int row) => (ulong)part << 32 | (uint)row;

    private static RowPart PartOf(int number)
    {
        var (rows, width) = (RowsOf(number), LinkTable.WidthOf(Columns));
        var words = System.Buffers.ArrayPool<ulong>.Shared.Rent(rows * width);
        words.AsSpan(0, rows * width).Clear();
        var (starts, ids) = (new int[rows + 1], new List<byte>());
        for (var i = 0; i < rows; i++)
        {
            words[i * width + 2] = Cell(number, i);
            ids.AddRange(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}-{i}")));
            starts[i + 1] = ids.Count;
        }

        return new RowPart(number, rows, words, [.. Enumerable.Range(0, Columns).Select(_ => TextLines.None)], new TextLines(starts, [.. ids]));
    }
}
