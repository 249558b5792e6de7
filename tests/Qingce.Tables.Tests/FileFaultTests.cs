using System.Text;

namespace Qingce.Tables.Tests;

public sealed class FileFaultTests
{
    [Theory]
    [InlineData("", TableFault.Empty)]
    [InlineData("\n\r\n\n", TableFault.Empty)]
    [InlineData(",,\n1,2,3\n", TableFault.NoHeader)]
    [InlineData("\"open,b\n1,2\n", TableFault.NoHeader)]
    [InlineData("a,b,a\n1,2,3\n", TableFault.DuplicateHeader)]
    [InlineData("%PDF-1.7 ...", TableFault.NotATable)]
    [InlineData("<html><table>", TableFault.NotATable)]
    [InlineData("PAR1", TableFault.CorruptParquet)]
    [InlineData("PAR1 and some text, which is no Parquet at all", TableFault.CorruptParquet)]
    [InlineData("PK\u0003\u0004 and no more", TableFault.CorruptWorkbook)]
    public void Open_WhatIsNoTable_SaysWhyInTwoLanguages(string content, TableFault fault)
    {
        using TempFolder folder = new();
        string path = folder.Write("t.csv", content);
        TableFormatException error = Assert.Throws<TableFormatException>(() => TableReader.Open(path));

        Assert.Equal(fault, error.Fault);
        Assert.StartsWith(path, error.Message);
        Assert.StartsWith(path, error.Chinese);
        Assert.DoesNotContain("{0}", error.Message + error.Chinese);
    }

    [Fact]
    public void Open_BinaryData_IsNoTable()
    {
        using TempFolder folder = new();
        string path = folder.Write("t.csv", [.. Enumerable.Range(0, 5000).Select(i => unchecked((byte)(i * 7919 >> 3)))]);

        Assert.Equal(TableFault.NotATable, Assert.Throws<TableFormatException>(() => TableReader.Open(path)).Fault);
    }

    [Fact]
    public void Open_TextInNoKnownEncoding_IsAFault()
    {
        using TempFolder folder = new();
        string path = folder.Write("t.csv", [.. "a,b\n"u8, .. Enumerable.Repeat("é,ü\n"u8.ToArray(), 200).SelectMany(_ => new byte[] { 0xE9, (byte)',', 0xFC, (byte)'\n' })]);

        Assert.Equal(TableFault.WrongEncoding, Assert.Throws<TableFormatException>(() => TableReader.Open(path)).Fault);
    }

    [Fact]
    public void Open_NoFile_OrNoPermission_IsAFault()
    {
        using TempFolder folder = new();
        Assert.Equal(TableFault.NotFound, Assert.Throws<TableFormatException>(() => TableReader.Open(folder["none.csv"])).Fault);
        Assert.Equal(TableFault.Unreadable, Assert.Throws<TableFormatException>(() => TableReader.Open(folder.Path)).Fault);
        string path = folder.Write("t.csv", "a\n1\n");
        if (!OperatingSystem.IsWindows() && !Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
            Assert.Equal(TableFault.Unreadable, Assert.Throws<TableFormatException>(() => TableReader.Open(path)).Fault);
        }
    }

    [Fact]
    public void Read_RecordLongerThanTheLimit_IsAFault()
    {
        using TempFolder folder = new();
        string path = folder.Write("t.csv", "a,b\n1,2\n" + new string('x', 5000) + ",3\n");
        using TableReader reader = TableReader.Open(path, new ReadOptions { BlockBytes = 64, MaxRecordBytes = 1000 });

        Assert.Equal(TableFault.RecordTooLong, Assert.Throws<TableFormatException>(() => reader.Read().Count()).Fault);
    }

    [Theory]
    [InlineData("x{0},3\n", "a", 1)]
    [InlineData("3,x{0}\n4,5\n", "b", 1)]
    [InlineData("\"3,4\",x{0}\n", "b", 1)]
    [InlineData("\"x{0}\n", "a", 8)]
    public void Read_FieldLongerThanTheLimit_NamesRowLineAndColumn(string rest, string column, int threads)
    {
        using TempFolder folder = new();
        string path = folder.Write("t.csv", "a,b\n" + string.Concat(Enumerable.Repeat("1,\"2\n2\"\n", 100)) + rest.Replace("{0}", new string('x', 5000), StringComparison.Ordinal));
        using TableReader reader = TableReader.Open(path, new ReadOptions { BlockBytes = 64, MaxRecordBytes = 1000 });

        TableFormatException error = Assert.Throws<TableFormatException>(() => reader.ReadParallel([0, 1], threads, _ => { }, TestContext.Current.CancellationToken));

        Assert.StartsWith($"{path}: row 101 (line 202) has no line end within 1000 bytes, most of it in column '{column}'", error.Message);
        Assert.Contains($"第 101 条（文件第 202 行）在 1000 字节内没有换行，大部分在“{column}”列", error.Chinese);
    }

    [Fact]
    public void Csv_SomeDamagedBytesInUtf8_KeepItUtf8()
    {
        using TempFolder folder = new();
        byte[] bytes = Encoding.UTF8.GetBytes("姓名,甲\n" + string.Concat(Enumerable.Repeat("欧阳娜娜,张三李四\n", 50)));
        bytes[^4] = 0xFF;
        using TableReader reader = TableReader.Open(folder.Write("t.csv", bytes));

        Assert.Equal("CSV, UTF-8", reader.FormatName);
        Assert.Equal(["姓名", "甲"], reader.ColumnNames);
        Assert.Equal((49, 1), reader.Read().Aggregate((0, 0), (sum, batch) => (sum.Item1 + batch.RowCount, sum.Item2 + batch.Rejects.Count)));
    }

    [Theory]
    [InlineData("姓名,性别\n张三,男\n")]
    [InlineData("编号\n一\n")]
    [InlineData("a,b\nplain ascii for a while,1\n丁,2\n")]
    public void Csv_ShortTextInEitherEncoding_IsToldApart(string text)
    {
        using TempFolder folder = new();
        using TableReader utf8 = TableReader.Open(folder.Write("u.csv", Encoding.UTF8.GetBytes(text)));
        using TableReader gb = TableReader.Open(folder.Write("g.csv", Gb18030.Strict.GetBytes(text)));

        Assert.Equal("CSV, UTF-8", utf8.FormatName);
        Assert.Equal("CSV, GB 18030", gb.FormatName);
        Assert.Equal(utf8.ColumnNames, gb.ColumnNames);
        Assert.Equal(Tables.ReadAll(utf8.Path), Tables.ReadAll(gb.Path));
    }
}
