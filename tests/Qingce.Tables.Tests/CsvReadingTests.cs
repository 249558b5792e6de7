using System.Text;
using CsCheck;

namespace Qingce.Tables.Tests;

public sealed class CsvReadingTests
{
    private static (List<string?[]> Rows, List<RowReject> Rejects) Read(string path, ReadOptions? options = null)
    {
        using TableReader reader = TableReader.Open(path, options);
        List<string?[]> rows = [];
        List<RowReject> rejects = [];
        foreach (Batch batch in reader.Read())
        {
            Tables.Append(batch, rows);
            rejects.AddRange(batch.Rejects);
        }

        return (rows, rejects);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\r\n1,2\r\n3,4")]
    [InlineData("a;b\n1;2\n3;4\n")]
    [InlineData("a\tb\n1\t2\n3\t4\n")]
    [InlineData("a|b\n1|2\n3|4\n")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("\uFEFFa,b\n1,2\n3,4\n")]
    [InlineData("\n\n\"a\",\"b\"\n\n\"1\",2\r\n\n3,\"4\"\n\n")]
    public void Csv_EveryLayout_IsFoundByLooking(string text)
    {
        using TempFolder folder = new();
        string path = folder.Write("t.txt", text);
        using TableReader reader = TableReader.Open(path);

        Assert.Equal(["a", "b"], reader.ColumnNames);
        Assert.Equal([["1", "2"], ["3", "4"]], Tables.ReadAll(path));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Csv_EveryEncoding_IsFoundByLooking(string name)
    {
        Encoding encoding = name == "gb18030" ? Gb18030.Strict : Encoding.GetEncoding(name);
        string[] names = ["张三", "欧阳娜娜", "𠮷野", "買買提·依明", "㑇", "€", "O'Neil, \"Bob\""];
        string text = "姓名,备注\n" + string.Concat(names.Select(n => $"\"{n.Replace("\"", "\"\"")}\",x\n"));
        using TempFolder folder = new();
        string path = folder.Write("t.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        using TableReader reader = TableReader.Open(path);

        Assert.Equal(["姓名", "备注"], reader.ColumnNames);
        Assert.Equal(names, Tables.ReadAll(path).Select(row => row[0]));
    }

    [Theory]
    [InlineData("姓名,住址\n陳志強,臺北市大安區和平東路一段\n林淑芬,新北市板橋區文化路\n")]
    [InlineData("name,x\n黃美玲,1\n張家豪,2\n王建國,3\n李雅婷,4\n吳宗翰,5\n")]
    public void Csv_Big5_IsRefusedWithTheWayOut(string text)
    {
        using TempFolder folder = new();
        string path = folder.Write("t.csv", CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes(text));
        TableFormatException error = Assert.Throws<TableFormatException>(() => TableReader.Open(path));

        Assert.Equal(TableFault.Big5, error.Fault);
        Assert.Contains("iconv", error.Message);
        Assert.Contains("iconv", error.Chinese);
    }

    [Fact]
    public void Csv_OfAnyCharactersInGb18030_IsNeverTakenForBig5() =>
        Gen.Int[0x4E00, 0x9FA5].Select(c => (char)c).Array[1, 200].Sample(
            characters =>
            {
                using TempFolder folder = new();
                string path = folder.Write("t.csv", Gb18030.Strict.GetBytes("姓名\n" + new string(characters) + "\n"));
                using TableReader reader = TableReader.Open(path);
                Assert.Equal(["姓名"], reader.ColumnNames);
            },
            iter: 300);

    [Fact]
    public void Csv_BadRows_AreRejectedWithPlaceAndReason()
    {
        using TempFolder folder = new();
        byte[] bytes =
        [
            .. "a,b\n1,2\n3\n4,5,6\n\n7,\"x\ny\"\n8,\"open\n9,\0\n10,"u8, 0xC3, 0x28, .. "\n11,\"a\"b\n12,\"in \"\"q\"\"\"\n13,mid\"dle\n"u8,
        ];
        (List<string?[]> rows, List<RowReject> rejects) = Read(folder.Write("t.csv", bytes));

        Assert.Equal([["1", "2"], ["7", "x\ny"], ["12", "in \"q\""], ["13", "mid\"dle"]], rows);
        Assert.Equal(
            [
                (2L, 3L, RejectReason.TooFewFields, "3"),
                (3L, 4L, RejectReason.TooManyFields, "4,5,6"),
                (5L, 8L, RejectReason.BrokenQuote, "8,\"open"),
                (6L, 9L, RejectReason.NulByte, "9,\0"),
                (7L, 10L, RejectReason.InvalidEncoding, "10,\uFFFD("),
                (8L, 11L, RejectReason.BrokenQuote, "11,\"a\"b"),
            ],
            rejects.Select(reject => (reject.Row, reject.Line, reject.Reason, reject.RawText)));
        Assert.Contains("row 3 (line 4): 3 fields where the header has 2", rejects[1].English);
        Assert.Contains("第 3 条（文件第 4 行）：有 3 个字段，而表头只有 2 个", rejects[1].Chinese);
    }

    [Fact]
    public void RowNumber_WithRejectsBefore_CountsThem()
    {
        using TempFolder folder = new();
        using TableReader reader = TableReader.Open(folder.Write("t.csv", "a,b\nx\n1,2\nx\nx\n3,4\n5,6\nx\n"));
        Batch batch = Assert.Single(reader.Read());

        Assert.Equal([2, 5, 6], Enumerable.Range(0, 3).Select(batch.RowNumber));
    }

    [Fact]
    public void Csv_InvalidGbByteBeforeDelimiter_RejectsThatRowOnly()
    {
        using TempFolder folder = new();
        byte[] bytes = [.. Gb18030.Strict.GetBytes("姓名,甲\n张三,1\n李四"), 0x81, .. Gb18030.Strict.GetBytes(",2\n王五,3\n")];
        (List<string?[]> rows, List<RowReject> rejects) = Read(folder.Write("t.csv", bytes));

        Assert.Equal([["张三", "1"], ["王五", "3"]], rows);
        Assert.Equal(RejectReason.InvalidEncoding, Assert.Single(rejects).Reason);
    }

    [Fact]
    public void ReadParallel_ManyBlocks_GivesAllRowsWithTheirNumbers()
    {
        using TempFolder folder = new();
        StringBuilder text = new("n,t\n");
        for (int i = 1; i <= 5000; i++)
        {
            _ = i % 10 == 0 ? text.Append("bad\n") : text.Append(i).Append(i % 3 == 0 ? ",\"line\nbreak, \"\"q\"\"\"\n" : ",plain\n");
        }

        string path = folder.Write("t.csv", text.ToString());
        using TableReader reader = TableReader.Open(path, new ReadOptions { BlockBytes = 256 });
        System.Collections.Concurrent.ConcurrentDictionary<long, string> seen = [];
        System.Collections.Concurrent.ConcurrentBag<long> sequences = [];
        reader.ReadParallel([0, 1], 3, batch =>
        {
            sequences.Add(batch.Sequence);
            for (int row = 0; row < batch.RowCount; row++)
            {
                Assert.True(seen.TryAdd(batch.RowNumber(row), Encoding.UTF8.GetString(((TextColumn)batch[0])[row])));
            }

            foreach (RowReject reject in batch.Rejects)
            {
                Assert.True(seen.TryAdd(reject.Row, reject.RawText));
            }
        }, TestContext.Current.CancellationToken);

        Assert.Equal(5000, seen.Count);
        Assert.All(seen, pair => Assert.Equal(pair.Key % 10 == 0 ? "bad" : $"{pair.Key}", pair.Value));
        Assert.Equal(Enumerable.Range(0, sequences.Count).Select(i => (long)i), sequences.Order());
    }
}
