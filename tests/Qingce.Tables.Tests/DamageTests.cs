using System.Globalization;
using CsCheck;

namespace Qingce.Tables.Tests;

/// <summary>Mutated files: the rows and rejects are accounted for, or there is a <see cref="TableFormatException"/>; nothing else.</summary>
public sealed class DamageTests
{
    private const int Rows = 60;

    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("QINGCE_FUZZ_ROUNDS") ?? "250", CultureInfo.InvariantCulture);

    public static TheoryData<string> Samples => ["t.csv", "gb.csv", "t.parquet", "plain.parquet", "t.xlsx"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Reader_OnMutatedFile_AccountsForRowsOrThrowsFormatFault(string name)
    {
        using TempFolder folder = new();
        byte[] whole = File.ReadAllBytes(MakeSample(folder, name));
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, whole.Length - 1].Array[1, 8], Gen.Byte.Array[8]).Sample(
            (kind, places, values) => Check(folder.Write("mutated", Mutate(whole, kind, places, values))), iter: Rounds, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Reader_OnFileCutAnywhere_AccountsForRowsOrThrowsFormatFault(string name)
    {
        using TempFolder folder = new();
        byte[] whole = File.ReadAllBytes(MakeSample(folder, name));
        for (int length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 150))
        {
            Check(folder.Write("mutated", whole[..length]));
        }
    }

    [Fact]
    public void Parquet_FlippedBitInAPage_IsFoundByItsChecksum()
    {
        using TempFolder folder = new();
        byte[] whole = File.ReadAllBytes(MakeSample(folder, "plain.parquet"));
        int at = whole.AsSpan().IndexOf("text 1"u8);
        Assert.True(at > 0);
        whole[at] ^= 1;
        string path = folder.Write("flipped.parquet", whole);
        TableFormatException error = Assert.Throws<TableFormatException>(() => Tables.ReadAll(path));

        Assert.Equal(TableFault.CorruptParquet, error.Fault);
        Assert.Equal("row group 1", error.Place);
        Assert.Contains("Parquet 文件不完整或已损坏", error.Chinese);
    }

    [Fact]
    public void Parquet_CutShort_IsAFaultWhenOpened()
    {
        using TempFolder folder = new();
        byte[] whole = File.ReadAllBytes(MakeSample(folder, "t.parquet"));
        string path = folder.Write("cut.parquet", whole[..(whole.Length / 2)]);

        Assert.Equal(TableFault.CorruptParquet, Assert.Throws<TableFormatException>(() => TableReader.Open(path)).Fault);
    }

    private static byte[] Mutate(byte[] whole, int kind, int[] places, byte[] values)
    {
        byte[] bytes = [.. whole];
        for (int i = 0; i < places.Length; i++)
        {
            int at = Math.Min(places[i], bytes.Length - 1);
            bytes = kind switch
            {
                0 => [.. bytes[..at], values[i], .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], (byte)(bytes[at] ^ 1 << (values[i] & 7)), .. bytes[(at + 1)..]],
                2 => [.. bytes[..at], values[i], .. bytes[at..]],
                3 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length - 1, at + values[i] % 16)..]],
                _ => [.. bytes[..at], "\",\n\r\0;\t'"u8[values[i] % 8], .. bytes[(at + 1)..]],
            };
        }

        return bytes;
    }

    private static void Check(string path)
    {
        try
        {
            using TableReader reader = TableReader.Open(path, new ReadOptions { BlockBytes = 512, BatchRows = 16 });
            long next = 1;
            byte[] scratch = new byte[Column.ScratchLength];
            long bytes = 0;
            foreach (Batch batch in reader.Read())
            {
                Assert.Equal(next, batch.FirstRow);
                next += batch.RowCount + batch.Rejects.Count;
                foreach (Column column in batch.Columns)
                {
                    Assert.Equal(batch.RowCount, column.Count);
                    for (int row = 0; row < batch.RowCount; row++)
                    {
                        foreach (byte b in column.GetText(row, scratch))
                        {
                            bytes += b;
                        }
                    }
                }
            }

            Assert.InRange(bytes, 0, long.MaxValue);
        }
        catch (TableFormatException error)
        {
            Assert.NotEmpty(error.Chinese);
        }
    }

    private static string MakeSample(TempFolder folder, string name)
    {
        if (name == "t.xlsx")
        {
            Workbook.Write(folder[name], [new Sheet("s", [new SheetColumn("a"), new SheetColumn("b")], Enumerable.Range(0, Rows)
                .Select(i => (IReadOnlyList<object?>)[$"text {i}", i]))]);
            return folder[name];
        }

        bool repeats = name == "t.parquet";
        TextCodes codes = new(["一", "二", "three"]);
        TableSchema schema = new(
            ColumnSpec.Text("text", repeats), ColumnSpec.Whole("whole"), ColumnSpec.Date("day"), ColumnSpec.Real("real"),
            repeats ? ColumnSpec.Coded("code", codes) : ColumnSpec.Text("code"));
        WriteOptions options = new() { Encoding = name == "gb.csv" ? TextEncoding.Gb18030 : TextEncoding.Utf8 };
        using TableWriter writer = TableWriter.Create(folder[name], schema, options);
        BatchBuilder batch = new(schema);
        for (int i = 0; i < Rows; i++)
        {
            batch.Text(0).Append(i % 5 == 0 ? null : i % 7 == 0 ? $"quoted, \"{i}\"\nline" : repeats ? $"text {i % 4}" : $"text {i}");
            batch.Whole(1).Append(i);
            batch.Date(2).Append(i % 4 == 0 ? DateColumn.Null : i * 300);
            batch.Real(3).Append(i / 4.0);
            if (repeats)
            {
                batch.Text(4).AppendCode(i % 3);
            }
            else
            {
                batch.Text(4).Append($"码{i % 3}");
            }

            if (i == Rows / 2)
            {
                writer.Write(batch);
                batch.Clear();
            }
        }

        writer.Write(batch);
        writer.Finish();
        return folder[name];
    }
}
