namespace Qingce.Tables.Tests;

public sealed class ExcelTests
{
    private static Sheet Sample(string name) => new(
        name,
        [new SheetColumn("姓名"), new SheetColumn("公民身份号码", 22), new SheetColumn("日期"), new SheetColumn("数"), new SheetColumn("空")],
        [
            ["张三", "110101199003070012", new DateOnly(1990, 3, 7), 42L, null],
            ["=1+1 <&> _x0041_ \u0001", "+86", new DateOnly(1899, 1, 1), 0.5, null],
            ["  两\n行  ", "123456789012345678901234567890", new DateOnly(2024, 2, 29), 110101199003070012L, true],
            ["𠮷野", "@x", null, -3, null],
        ]);

    [Fact]
    public void Workbook_EveryKindOfCell_ReadsBackWithItsDigits()
    {
        using TempFolder folder = new();
        Workbook.Write(folder["t.xlsx"], [Sample("一"), Sample("二")]);
        using TableReader reader = TableReader.Open(folder["t.xlsx"]);

        Assert.Equal(["姓名", "公民身份号码", "日期", "数", "空"], reader.ColumnNames);
        List<string?[]> expected =
        [
            ["张三", "110101199003070012", "1990-03-07", "42", null],
            ["=1+1 <&> _x0041_ \u0001", "+86", "1899-01-01", "0.5", null],
            ["  两\n行  ", "123456789012345678901234567890", "2024-02-29", "110101199003070000", "TRUE"],
            ["𠮷野", "@x", null, "-3", null],
        ];
        Assert.Equal(expected, Tables.ReadAll(folder["t.xlsx"]));
        Assert.Equal(expected, Tables.ReadAll(folder["t.xlsx"], new ReadOptions { BatchRows = 3 }));
    }

    [Fact]
    public void Workbook_SameSheets_SameBytes()
    {
        using TempFolder folder = new();
        Workbook.Write(folder["1.xlsx"], [Sample("x"), Sample("X"), Sample("a/b:c"), Sample(new string('长', 40)), Sample(new string('长', 40))]);
        Workbook.Write(folder["2.xlsx"], [Sample("x"), Sample("X"), Sample("a/b:c"), Sample(new string('长', 40)), Sample(new string('长', 40))]);

        Assert.Equal(File.ReadAllBytes(folder["1.xlsx"]), File.ReadAllBytes(folder["2.xlsx"]));
    }

    [Fact]
    public void Open_ZipWithoutWorkbook_SaysSo()
    {
        using TempFolder folder = new();
        using (System.IO.Compression.ZipArchive zip = System.IO.Compression.ZipFile.Open(folder["t.zip"], System.IO.Compression.ZipArchiveMode.Create))
        {
            _ = zip.CreateEntry("readme.txt");
        }

        Assert.Equal(TableFault.ZipWithoutWorkbook, Assert.Throws<TableFormatException>(() => TableReader.Open(folder["t.zip"])).Fault);
    }
}
