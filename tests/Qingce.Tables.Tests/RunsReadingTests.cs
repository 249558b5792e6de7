using System.Text;

namespace Qingce.Tables.Tests;

public sealed class RunsReadingTests
{
    private const int Rows = 20_000, Places = 64, RowsOfRun = 20;

    public static TheoryData<string, string, string, bool> Layouts() =>
        new MatrixTheoryData<string, string, string, bool>(["\n", "\r\n", "\r"], ["plain", "quoted", "breaks"], ["utf-8", "utf-8 with mark", "gb18030"], [true, false]);

    [Theory]
    [MemberData(nameof(Layouts))]
    public void ReadRuns_Csv_GivesRowsThatAreThereFromAllParts(string lineEnd, string quoting, string encoding, bool endsLine)
    {
        using TempFolder folder = new();
        string[][] rows = [.. Enumerable.Range(0, Rows).Select(row => Row(row, quoting, lineEnd))];
        string text = string.Join(lineEnd, rows.Select(row => string.Join(',', row.Select(field => Written(field, quoting)))).Prepend("号,文,末")) + (endsLine ? lineEnd : "");
        byte[] bytes = encoding == "gb18030" ? Gb18030.Strict.GetBytes(text) : Encoding.UTF8.GetBytes(encoding == "utf-8" ? text : "\uFEFF" + text);
        folder.Write("t.csv", bytes);

        AreRunsOf(rows, folder["t.csv"], leastRuns: Places);
    }

    [Fact]
    public void ReadRuns_RecordsLongerThanTheGapBetweenPlaces_AreReadOnce()
    {
        using TempFolder folder = new();
        string text = string.Concat(Enumerable.Repeat("一行，\n", 4000));
        string[][] rows = [.. Enumerable.Range(0, 40).Select(row => new[] { $"{row}", row % 3 == 1 ? text : "短", "x" })];
        File.WriteAllText(folder["t.csv"], "a,b,c\n" + string.Concat(rows.Select(row => $"{row[0]},\"{row[1]}\",{row[2]}\n")));

        AreRunsOf(rows, folder["t.csv"], leastRuns: 2);
    }

    [Fact]
    public void ReadRuns_NothingLikeARecordInThePlace_IsPassedOver()
    {
        using TempFolder folder = new();
        string[] lines = [.. Enumerable.Range(0, Rows).Select(row => row is > 5000 and < 10_000 ? "no row" : $"{row},b,c")];
        File.WriteAllLines(folder["t.csv"], lines.Prepend("a,b,c"));
        using TableReader reader = TableReader.Open(folder["t.csv"]);

        long[] places = [.. reader.ReadRuns([0], [0, 0.4, 0.8], RowsOfRun).Select(batch => batch.Sequence)];

        Assert.Equal([0, 2], places);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void ReadRuns_Parquet_GivesRowsThatAreThereFromAllParts(int groups)
    {
        using TempFolder folder = new();
        string[][] rows = [.. Enumerable.Range(0, Rows).Select(row => Row(row, "plain", ""))];
        using (TableWriter writer = TableWriter.Create(folder["t.parquet"], new TableSchema([ColumnSpec.Text("a"), ColumnSpec.Text("b"), ColumnSpec.Text("c")])))
        {
            BatchBuilder batch = new(writer.Schema);
            foreach (string[] row in rows)
            {
                for (int i = 0; i < row.Length; i++)
                {
                    batch.Text(i).Append(row[i]);
                }

                if (batch.RowCount == Rows / groups)
                {
                    writer.Write(batch);
                    batch.Clear();
                }
            }

            writer.Finish();
        }

        AreRunsOf(rows, folder["t.parquet"], leastRuns: Places);
    }

    [Fact]
    public void ReadRuns_Utf16_FindsNone()
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["t.csv"], "a,b\n" + string.Concat(Enumerable.Range(0, Rows).Select(row => $"{row},b\n")), Encoding.Unicode);
        using TableReader reader = TableReader.Open(folder["t.csv"]);

        Assert.Empty(reader.ReadRuns([0], [0, 0.5], RowsOfRun));
    }

    [Theory]
    [InlineData(0.5, 0.4)]
    [InlineData(-0.1, 0.4)]
    [InlineData(0.5, 1.1)]
    [InlineData(0.5, double.NaN)]
    public void ReadRuns_PlacesThatAreNoAscendingShares_AreRefused(double first, double second)
    {
        using TempFolder folder = new();
        using TableReader reader = TableReader.Open(folder.Write("t.csv", "a,b\n1,2\n"));

        Assert.Throws<ArgumentException>(() => reader.ReadRuns([0], [first, second], RowsOfRun));
    }

    // Text that looks like other rows stands in quotes; the first field is the number of the row.
    private static string[] Row(int row, string quoting, string lineEnd) =>
    [
        $"{row}",
        quoting == "breaks" && row % 3 > 0 ? string.Concat(Enumerable.Repeat($"甲\"乙\",{lineEnd}9{row},文,\"末{lineEnd}", row % 7)) + "," : $"文{row % 100}",
        quoting == "breaks" && row % 5 == 0 ? $"{lineEnd}\"" : "末",
    ];

    private static string Written(string field, string quoting) =>
        quoting == "quoted" || field.AsSpan().ContainsAny("\",\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static void AreRunsOf(string[][] rows, string path, int leastRuns)
    {
        using TableReader reader = TableReader.Open(path);
        HashSet<int> seen = [];
        int runs = 0;
        int last = -1;
        foreach (Batch batch in reader.ReadRuns([0, 1, 2], [.. Enumerable.Range(0, Places).Select(i => i / (double)Places)], RowsOfRun))
        {
            List<string?[]> run = [];
            Tables.Append(batch, run);
            int first = int.Parse(run[0][0]!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(run.Count, 1, RowsOfRun);
            Assert.Equal(rows.Skip(first).Take(run.Count), run);
            Assert.True(first > last);
            Assert.All(Enumerable.Range(first, run.Count), row => Assert.True(seen.Add(row)));
            Assert.InRange(first / (double)rows.Length, leastRuns < Places ? 0 : (batch.Sequence / (double)Places) - 0.02, 1);
            last = first;
            runs++;
        }

        Assert.InRange(runs, leastRuns, Places);
        Assert.True(last > (leastRuns < Places ? 0.5 : 0.9) * rows.Length);
    }
}
