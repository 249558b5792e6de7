using System.Globalization;
using System.Text;

namespace Qingce.Linkage.Tests;

public sealed class DefaultValuesTests : IDisposable
{
    private const int Rows = 3000;
    private readonly string _folder = Directory.CreateTempSubdirectory("qingce").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(new[] { 300, 2, 1 }, 1)]
    [InlineData(new[] { 300, 60, 2 }, 2)]
    [InlineData(new[] { 300, 60, 10 }, 0)]
    [InlineData(new[] { 10, 2, 1 }, 0)]
    [InlineData(new[] { 900, 2, 1 }, 0)]
    [InlineData(new[] { 30 }, 1)]
    public void Among_CountsOfTheCommonest_TellsDefaults(int[] commonest, int expected)
    {
        var cells = commonest.SelectMany((count, i) => Enumerable.Repeat(Cell.Of(Encoding.UTF8.GetBytes($"often {i}")), count)).ToList();
        cells.AddRange(Enumerable.Range(0, 1000 - cells.Count).Select(i => Cell.Of(Encoding.UTF8.GetBytes($"once {i}"))));
        cells.AddRange(Enumerable.Repeat(Cell.Missing, 2000));

        var found = DefaultValues.Among([.. cells]);

        Assert.Equal(Enumerable.Range(0, expected).Select(i => (Cell.Of(Encoding.UTF8.GetBytes($"often {i}")), commonest[i] / 1000d)), found);
    }

    // Towns are few, and each may be that of half the rows.
    [Fact]
    public void Among_FewValues_AreNoDefaults()
    {
        ulong[] cells = [.. Enumerable.Range(0, 1000).Select(i => Cell.Of(Encoding.UTF8.GetBytes(i < 500 ? "here" : $"there {i % 45}")))];

        Assert.Empty(DefaultValues.Among(cells));
    }

    [Fact]
    public void TakeFrom_TableToBeTrainedOn_HasNoDefaultsAndNamesThem()
    {
        ModelColumn[] columns = [Born, new() { Name = "home", Kind = "place" }, new() { Name = "sex", Kind = "category" }];

        var (table, notes) = DefaultValues.TakeFrom(Read(columns), LinkageVocabulary.General, 2, TestContext.Current.CancellationToken);

        Assert.Equal(["19700101"], table.Columns[0].Missing!);
        Assert.Equal(["the shelter for everyone who has no home at all"], table.Columns[1].Missing!);
        Assert.Null(table.Columns[2].Missing);
        Assert.Equal(2, notes.Count);
        Assert.Contains("33% of the values of 'born' are '19700101'", notes[0].English, StringComparison.Ordinal);
        for (var row = 0; row < Rows; row++)
        {
            var isDefault = row % 3 == 0;
            Assert.Equal(isDefault, table.CellOf(row, 0) == Cell.Missing);
            Assert.Equal(isDefault, table.Text(row, 1, new int[64]).IsEmpty);
            Assert.Equal(isDefault ? 0b100UL : 0b111UL, table.Row(row)[0]);
        }

        // What is read by the columns that the table has now is the same.
        var again = Read(table.Columns);
        Assert.All(Enumerable.Range(0, Rows), row => Assert.Equal(table.Row(row), again.Row(row)));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", false)]
    [InlineData("1801-02-03", false)]
    public void TakeFrom_ColumnThatSaysWhatIsMissing_IsLeftAsItIs(string? missing, bool taken)
    {
        var (table, notes) = DefaultValues.TakeFrom(
            Read([Born with { Missing = missing is null ? null : missing.Length == 0 ? [] : [missing] }]), LinkageVocabulary.General, 2, TestContext.Current.CancellationToken);

        Assert.Equal(taken ? 1 : 0, notes.Count);
        Assert.Equal(taken, table.CellOf(0, 0) == Cell.Missing);
    }

    [Fact]
    public void Proposal_ColumnWithADefault_SaysSoAndDoesNotBlockByIt()
    {
        var proposal = ModelProposal.Of([("people", [Write()])], LinkageVocabulary.General);

        Assert.Equal(["1970-01-01"], proposal.Model.Columns!.Single(c => c.Name == "born").Missing!);
        Assert.Contains(proposal.Notes, note => note.Chinese.Contains("“1970-01-01”，按缺失处理", StringComparison.Ordinal));
        var read = LinkageModel.Read(proposal.Model.Write());
        Assert.Equal(["1970-01-01"], read.Columns!.Single(c => c.Name == "born").Missing!);
        var table = LinkTableReader.Read([("people", [Write()])], proposal.IdColumn, read.Columns!, LinkageVocabulary.General, 2, TestContext.Current.CancellationToken);
        Assert.Equal(Cell.Missing, table.CellOf(0, table.IndexOf("born")));
    }

    private static ModelColumn Born => new() { Name = "born", Kind = "date" };

    private LinkTable Read(IReadOnlyList<ModelColumn> columns) =>
        LinkTableReader.Read([("people", [Write()])], "id", columns, LinkageVocabulary.General, 2, TestContext.Current.CancellationToken);

    // A third of the birth dates and homes are defaults; the dates of the others are spelled as they come.
    private string Write()
    {
        var file = Path.Combine(_folder, "people.csv");
        var random = new Random(5);
        File.WriteAllLines(file, Enumerable.Range(0, Rows).Select(row => row % 3 == 0
            ? $"r{row},name{random.Next(900)} of{random.Next(900)},{(row % 2 == 0 ? "1970-01-01" : "1970/01/01")},The Shelter for everyone who has no home at all,f"
            : $"r{row},name{random.Next(900)} of{random.Next(900)},{new DateOnly(1940, 1, 1).AddDays(random.Next(20_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},{random.Next(2000)} a road that is too long for a cell,m")
            .Prepend("id,name,born,home,sex"));
        return file;
    }
}
