namespace Qingce.Linkage.Tests;

public sealed class ColumnCountsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Count_AnyValue_IsTheNumberOfRowsThatHaveIt(int threads)
    {
        var table = new InventedPeople(3000, 0.4, 11).ToTable();
        var room = new WordRoom();
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var counts = ColumnCounts.Of(table, column, threads, room);
            var cells = Enumerable.Range(0, table.Rows).Select(row => table.CellOf(row, column)).Where(cell => cell != Cell.Missing).ToList();

            Assert.Equal(cells.Count, counts.Present);
            Assert.All(cells.CountBy(cell => cell), one => Assert.Equal(one.Value, counts.Count(one.Key)));
            Assert.Equal(0, counts.Count(Cell.Missing));
        }
    }
}
