namespace Qingce.Linkage.Tests;

public sealed class RowMarksTests
{
    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 513)]
    [InlineData(3, 9000)]
    public void Fill_KeysAndSketchesTogether_AreThoseMadeApart(int threads, int people)
    {
        var invented = new InventedPeople(people, 0.3, 17);
        var table = invented.ToTable([.. Enumerable.Range(0, invented.Count)]);
        var blocking = new RowBlocking(InventedPeople.Model, table.Columns, LinkageVocabulary.General);
        var places = new RowGrader(new RowComparer(InventedPeople.Model, table.Columns, LinkageVocabulary.General)).Sketches;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var (keys, sketches) = (new RuleKeys(blocking, table.Rows), new RowSketches(places, table));

        RowMarks.Fill(table, keys, sketches, parallel);

        Assert.True(keys.All.SequenceEqual(RuleKeys.Of(table, blocking, parallel).All));
        var apart = RowSketches.Of(table, places, parallel);
        for (var place = 0; place < places.Length; place++)
        {
            Assert.All(Enumerable.Range(0, table.Rows), row => Assert.Equal(apart.Of(place, row, table.View(row)), sketches.Of(place, row, table.View(row))));
        }
    }
}
