using System.Text;
using Qingce.Tables;

namespace Qingce.Linkage.Tests;

public sealed class LinkTableReaderTests : IDisposable
{
    private const int Rows = 4000;
    private static readonly string?[] Towns = ["东城", "a town whose name is too long for a cell", null, "Ａ", "a", "N/A", "440512"];
    private readonly string _folder = Directory.CreateTempSubdirectory("qingce").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_ColumnWithDictionary_GivesTheRowsOfOneWithout()
    {
        var (coded, plain) = (Path.Combine(_folder, "coded.parquet"), Path.Combine(_folder, "plain.csv"));
        var codes = new TextCodes(Towns.OfType<string>());
        Write(coded, ColumnSpec.Coded("town", codes), (batch, town) => batch.AppendCode(codes.Add(town)));
        Write(plain, ColumnSpec.Text("town"), (batch, town) => batch.Append(town));
        var (a, b) = (Read(coded), Read(plain));

        Assert.Equal(Rows, a.Rows);
        for (var row = 0; row < Rows; row++)
        {
            Assert.Equal(a.Row(row), b.Row(row));
            Assert.Equal(Text(a, row), Text(b, row));
            Assert.True(a.Keys[row].SequenceEqual(b.Keys[row]));
        }

        Assert.Equal(["东城", Towns[1], "", "a", "a", "", "440512"], [.. Enumerable.Range(0, Towns.Length).Select(row => Text(a, row))]);
    }

    [Theory]
    [InlineData("张,小明", "张小明")]
    [InlineData(" 欧阳 ,娜", "欧阳娜")]
    [InlineData("Zhang,Wei", "zhang wei")]
    [InlineData("张,", "")]
    [InlineData("N/A,小明", "")]
    public void Read_ColumnOfTwo_PutsThemTogether(string row, string expected)
    {
        var file = Path.Combine(_folder, "names.csv");
        File.WriteAllLines(file, [$"id,姓,town,名", $"r1,{row.Replace(",", ",here,", StringComparison.Ordinal)}"]);
        ModelColumn[] columns = [new() { Name = "姓名", From = "姓", Then = "名", Kind = "text" }, new() { Name = "名", Kind = "text" }];

        var table = LinkTableReader.Read([("names", [file])], "id", columns, LinkageVocabulary.General, 2, TestContext.Current.CancellationToken);

        Assert.Equal(expected, Text(table, 0));
        Assert.Equal("r1", Encoding.UTF8.GetString(table.Keys[0]));
    }

    [Theory]
    [InlineData(1_000_000, 7, 192_000_000, true)]
    [InlineData(1_000_000, 7, 191_999_999, false)]
    [InlineData(1_000_000, 8, 192_000_000, false)]
    [InlineData(100_000_000, 7, 17L << 30, false)]
    [InlineData(100_000_000, 7, 18L << 30, true)]
    [InlineData(300_000_000, 7, long.MaxValue, false)]
    public void RowMemory_Rows_AreHeldOrRefused(long rows, int columns, long available, bool held)
    {
        var refused = Record.Exception(() => RowMemory.Require(rows, columns, available)) as LinkageModelException;

        Assert.Equal(held, refused is null);
        Assert.Equal(!held, refused?.Message.Contains($"About {rows:N0} rows of {columns} columns", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData("MemTotal:       24000000 kB\nMemAvailable:    1024 kB\n", 1 << 20)]
    [InlineData("MemTotal:       24000000 kB\n", long.MaxValue)]
    public void RowMemory_Meminfo_TellsWhatIsThere(string meminfo, long expected) => Assert.Equal(expected, RowMemory.InMeminfo(Encoding.UTF8.GetBytes(meminfo)));

    private static void Write(string path, ColumnSpec town, Action<TextBuilder, string> append)
    {
        TableSchema schema = new(ColumnSpec.Text("id"), town);
        using var writer = TableWriter.Create(path, schema);
        BatchBuilder batch = new(schema);
        for (var row = 0; row < Rows; row++)
        {
            batch.Text(0).Append($"r{row}");
            if (Towns[row % Towns.Length] is { } text)
            {
                append(batch.Text(1), text);
            }
            else
            {
                batch.Text(1).AppendNull();
            }
        }

        writer.Write(batch);
        writer.Finish();
    }

    private static LinkTable Read(string file) => LinkTableReader.Read(
        [("towns", [file])], "id", [new ModelColumn { Name = "town", Kind = "text" }], LinkageVocabulary.General, 2);

    private static string Text(LinkTable table, int row)
    {
        StringBuilder text = new();
        foreach (var code in table.Text(row, 0, stackalloc int[64]))
        {
            text.Append(new Rune(code));
        }

        return text.ToString();
    }
}
