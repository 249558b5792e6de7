using CsCheck;

namespace Qingce.Tables.Tests;

public sealed class CsvRoundTripTests
{
    private static readonly Gen<string> GenField = Gen.OneOf(
        Gen.Const(""), Gen.String[Gen.Char["ab,;\t\"\r\n'=+-@ \u3000\u00A0\uFEFF＝＋张国"], 0, 12], Gen.Const("𠮷"), Gen.String[Gen.Char['a', 'z'], 0, 60]);

    private static readonly Gen<string[][]> GenTable = Gen.SelectMany(Gen.Int[1, 5], width => GenField.Array[width].Array[0, 40]);

    [Theory]
    [InlineData(TextEncoding.Utf8, false)]
    [InlineData(TextEncoding.Utf8, true)]
    [InlineData(TextEncoding.Gb18030, false)]
    [InlineData(TextEncoding.Gb18030, true)]
    public void Csv_AnyTable_ReadsBackTheSameInBlocksOfAnySize(TextEncoding encoding, bool guard)
    {
        using TempFolder folder = new();
        string path = folder["t.csv"];
        Gen.Select(GenTable, Gen.Int[1, 300]).Sample((table, blockBytes) =>
        {
            Write(path, table, new WriteOptions { Encoding = encoding, FormulaGuard = guard });
            ReadOptions options = new() { UndoFormulaGuard = guard, Delimiter = ',', Encoding = encoding, BlockBytes = blockBytes };
            Assert.Equal(table, Read(path, options));
        }, iter: 250, threads: 1);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData(" =1+1")]
    [InlineData("\u3000\u00A0+1")]
    [InlineData("\n@SUM(A1)")]
    [InlineData("\u200B-1")]
    [InlineData("＝1+1")]
    [InlineData("　＠x")]
    [InlineData("\rx")]
    [InlineData("\tx")]
    public void FormulaGuard_TextThatMayRun_GetsAnApostrophe(string text)
    {
        using TempFolder folder = new();
        string path = folder["t.csv"];
        Write(path, [[text, "x"]], new WriteOptions { FormulaGuard = true });
        Assert.Equal([["'" + text, "x"]], Read(path, new ReadOptions { Delimiter = ',' }));
    }

    private static void Write(string path, string[][] table, WriteOptions options)
    {
        int width = table.Length == 0 ? 2 : table[0].Length;
        TableSchema schema = new(Enumerable.Range(0, width).Select(i => ColumnSpec.Text($"列{i}")));
        using TableWriter writer = TableWriter.Create(path, schema, options);
        BatchBuilder batch = new(schema);
        foreach (string[] row in table)
        {
            for (int i = 0; i < width; i++)
            {
                batch.Text(i).Append(row[i]);
            }
        }

        writer.Write(batch);
        writer.Finish();
    }

    private static string[][] Read(string path, ReadOptions options) =>
        [.. Tables.ReadAll(path, options).Select(row => row.Select(field => field ?? "").ToArray())];
}
