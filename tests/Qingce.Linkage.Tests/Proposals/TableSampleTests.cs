using System.Globalization;

namespace Qingce.Linkage.Tests;

public sealed class TableSampleTests
{
    private const int Rows = 40_000, Sampled = 4000;
    private static readonly string[] Towns = [.. Enumerable.Range(0, 40).Select(i => Word((ulong)i + 9_000_000, 3))];

    [Theory]
    [InlineData("surname")]
    [InlineData("town")]
    [InlineData("birth_date")]
    [InlineData("sex")]
    public void Of_SortedTable_GivesTheModelOfTheShuffledOne(string column)
    {
        string[][] people = [.. Enumerable.Range(0, Rows).Select(row => Person((ulong)row))];
        var place = Array.IndexOf(Header, column);

        var shuffled = Propose(people.OrderBy(row => KeyMix.Of(ulong.Parse(row[0], CultureInfo.InvariantCulture))));
        var sorted = Propose(people.OrderBy(row => row[place], StringComparer.Ordinal));

        Assert.Equal("rec_id", sorted.IdColumn);
        Assert.Equal(shuffled.Columns.Select(c => (c.Name, c.Role)), sorted.Columns.Select(c => (c.Name, c.Role)));
        Assert.Equal(shuffled.Model.Shared!.Comparisons, sorted.Model.Shared!.Comparisons);
        Assert.Equal(Rules(shuffled), Rules(sorted));
    }

    [Theory]
    [InlineData(Sampled)]
    [InlineData(7 * Sampled)]
    public void Of_AnyOrderOfTheRows_IsTheSameModel(int rows)
    {
        // Families of three: who lives in a house shares its town and telephone, so that columns depend on one another.
        string[][] people = [.. Enumerable.Range(0, rows).Select(row => (string[])[.. Person((ulong)row)[..5], .. Person((ulong)row / 3)[5..]])];

        var one = Propose(people).Model.Write();

        Assert.Equal(one, Propose(people.Reverse()).Model.Write());
        Assert.Equal(one, Propose(people.OrderBy(row => row[2], StringComparer.Ordinal)).Model.Write());
    }

    [Theory]
    [InlineData(7 * Sampled)]
    [InlineData(Sampled + 1)]
    [InlineData(Sampled)]
    public void Of_FileOfFewTimesTheSample_IsTheSameRowsInAnyOrder(int rows)
    {
        var sample = Take(rows, Sampled, row => $"{row}");
        var turned = Take(rows, Sampled, row => $"{rows - 1 - row}");

        Assert.Equal((Math.Min(rows, Sampled), rows), (sample.Rows, sample.AllRows));
        Assert.Empty(sample.Runs);
        Assert.Equal(Values(sample), Values(turned).Reverse());
    }

    [Fact]
    public void Of_LargeFile_IsRunsOfDifferentRowsFromAllParts()
    {
        var sample = Take(Rows, Sampled, row => $"{row}");
        int[] rows = [.. Enumerable.Range(0, sample.Rows).Select(row => int.Parse(sample.Columns[0][row], CultureInfo.InvariantCulture))];

        Assert.InRange(sample.Rows, Sampled * 0.9, Sampled);
        Assert.Equal(rows.Length, rows.Distinct().Count());
        Assert.Equal(0, rows[0]);
        Assert.All(rows.Chunk(Sampled / 8), (chunk, i) => Assert.InRange(chunk[^1] / (double)Rows, (i + 1) / 8d - 0.08, (i + 1) / 8d + 0.08));
        Assert.All(Enumerable.Range(1, rows.Length - 1).Where(i => sample.AreNeighbours(i, i - 1)), i => Assert.InRange(rows[i] - rows[i - 1], 1, 100));
        Assert.InRange(sample.Runs[^1], 150, 260);
    }

    [Fact]
    public void Of_FolderOfParts_TakesRowsOfEach()
    {
        string[] files = [.. Enumerable.Range(0, 5).Select(_ => Path.GetTempFileName())];
        foreach (var (part, file) in files.Index())
        {
            File.WriteAllLines(file, Enumerable.Range(0, Rows / 4).Select(row => $"{part},{row}").Prepend("part,row"));
        }

        var sample = TableSample.Of([("all", files)], Sampled);

        Assert.Equal(5, Enumerable.Range(0, sample.Rows).CountBy(row => sample.Columns[0][row][0]).Count(part => part.Value > Sampled * 0.18));
        Array.ForEach(files, File.Delete);
    }

    [Fact]
    public void Of_NoRecordsBehindTheBeginning_IsReadFromThere()
    {
        var sample = Take(Rows, Sampled, row => row < Sampled ? $"{row},x" : "x", "row,x");

        Assert.Equal(Sampled, sample.Rows);
        Assert.Empty(sample.Runs);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(2000)]
    public void Choose_SortedTable_ExpectsThePairsThereAre(int rowsOfKey)
    {
        var sample = Take(Rows, Sampled, row => $"{row / rowsOfKey}");
        ulong[] keys = [.. Enumerable.Range(0, sample.Rows).Select(row => KeyMix.Of(ulong.Parse(sample.Columns[0][row], CultureInfo.InvariantCulture) + 1))];
        var there = Rows * (rowsOfKey - 1) / 2d;

        var (_, pairs, _) = new RuleChoice([new RuleChoice.Part(0, new RulePart("key"), 1, keys)], sample, new ParallelOptions()).Choose(double.MaxValue);

        Assert.InRange(pairs, there * 0.7, there * 1.4);
    }

    private static string[] Values(TableSample sample) => [.. Enumerable.Range(0, sample.Rows).Select(row => System.Text.Encoding.UTF8.GetString(sample.Columns[0][row]))];

    private static string[] Header => ["rec_id", "given_name", "surname", "birth_date", "sex", "town", "phone"];

    private static string[] Person(ulong row)
    {
        ulong Some(ulong what, ulong most) => KeyMix.Of(row, what) % most;
        return
        [
            $"{row}", Word(Some(1, 300), 2), Word(Some(2, 4000) + 1000, 3), $"{1940 + Some(3, 70)}-{1 + Some(4, 12):00}-{1 + Some(5, 28):00}",
            Some(6, 2) == 0 ? "F" : "M", Towns[Some(7, 40)], $"0176{Some(8, 9_000_000) + 1_000_000}",
        ];
    }

    private static string Word(ulong key, int syllables) =>
        string.Concat(Enumerable.Range(0, syllables).Select(i => $"{"bdfgklmnrst"[(int)(KeyMix.Of(key, (ulong)i) % 11)]}{"aeiou"[(int)(KeyMix.Of(key, (ulong)i) / 11 % 5)]}"));

    private static string[] Rules(ModelProposal proposal) => [.. proposal.Model.Blocking!.Select(rule => rule.Name).Order(StringComparer.Ordinal)];

    private static ModelProposal Propose(IEnumerable<string[]> rows)
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, rows.Select(row => string.Join(',', row)).Prepend(string.Join(',', Header)));
        var proposal = ModelProposal.Of([("all", [file])], LinkageVocabulary.General, new ProposalOptions { SampleRows = Sampled });
        File.Delete(file);
        return proposal;
    }

    private static TableSample Take(int rows, int sampled, Func<int, string> line, string header = "row")
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, Enumerable.Range(0, rows).Select(line).Prepend(header));
        var sample = TableSample.Of([("all", [file])], sampled);
        File.Delete(file);
        return sample;
    }
}
