using System.Collections.Concurrent;
using ParquetSharp;
using Encoding = System.Text.Encoding;

namespace Qingce.Tables.Tests;

public sealed class ParquetReadingTests
{
    [Fact]
    public void Parquet_TypesOtherProgramsWrite_ReadAsOurFour()
    {
        using TempFolder folder = new();
        string path = folder["t.parquet"];
        ParquetSharp.Column[] columns =
        [
            new Column<int?>("int32"), new Column<double?>("double"), new Column<float>("float"), new Column<bool?>("bool"),
            new Column<DateTime?>("timestamp", LogicalType.Timestamp(false, TimeUnit.Micros)),
            new Column<Date>("date"), new Column<decimal>("decimal0", LogicalType.Decimal(20, 0)),
            new Column<decimal?>("decimal2", LogicalType.Decimal(10, 2)), new Column<decimal?>("decimal18", LogicalType.Decimal(18, 0)), new Column<ulong>("uint64"), new Column<short>("int16"),
            new Column<string?>("text"),
        ];
        using (ParquetFileWriter file = new(path, columns))
        {
            using RowGroupWriter group = file.AppendRowGroup();
            Put<int?>(group, 1, null);
            Put<double?>(group, 110101, 0.25);
            Put(group, 1.5f, 2f);
            Put<bool?>(group, true, null);
            Put<DateTime?>(group, new DateTime(1969, 12, 31, 23, 59, 59), null);
            Put(group, new Date(2024, 2, 29), new Date(1900, 1, 1));
            Put(group, 110101199003070012m, -7m);
            Put<decimal?>(group, 12.5m, null);
            Put<decimal?>(group, -110101199003070012m, null);
            Put(group, ulong.MaxValue, 0UL);
            Put(group, (short)-1, (short)2);
            Put<string?>(group, "张三", null);
            file.Close();
        }

        using TableReader reader = TableReader.Open(path);
        Batch batch = Assert.Single(reader.Read());

        Assert.Equal(
            [
                ColumnType.Whole, ColumnType.Real, ColumnType.Real, ColumnType.Text, ColumnType.Date, ColumnType.Date, ColumnType.Text,
                ColumnType.Text, ColumnType.Whole, ColumnType.Text, ColumnType.Whole, ColumnType.Text,
            ],
            batch.Columns.Select(column => column.Type));
        Assert.Equal(
            [
                ["1", "110101", "1.5", "true", "1969-12-31", "2024-02-29", "110101199003070012", "12.50", "-110101199003070012", "18446744073709551615", "-1", "张三"],
                [null, "0.25", "2", null, null, "1900-01-01", "-7", null, null, "0", "2", null],
            ],
            Tables.ReadAll(path));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(2)]
    public void Parquet_ListsOfTexts_AreGivenAsSets(int batchRows)
    {
        using TempFolder folder = new();
        string path = folder["t.parquet"];
        using (ParquetFileWriter file = new(path, [new Column<string?[]?>("phones"), new Column<int>("n"), new Column<int[]>("numbers")]))
        {
            using RowGroupWriter group = file.AppendRowGroup();
            Put<string?[]?>(group, ["138", "张三"], null, [], ["a", null, "b"], ["last"]);
            Put(group, 1, 2, 3, 4, 5);
            Put<int[]>(group, [1], [], [2, 3], [], []);
            file.Close();
        }

        using TableReader reader = TableReader.Open(path, new ReadOptions { BatchRows = batchRows });
        List<string?> read = [];
        foreach (Batch batch in reader.Read([0, 1]))
        {
            for (int row = 0; row < batch.RowCount; row++)
            {
                TextColumn phones = (TextColumn)batch.Columns[0];
                read.Add(phones.IsNull(row) ? null : Encoding.UTF8.GetString(phones[row]));
            }
        }

        Assert.Equal(["138;张三", null, null, "a;b", "last"], read);
        TableFormatException error = Assert.Throws<TableFormatException>(() => reader.Read([2]).Count());
        Assert.Contains("numbers", error.Message);
    }

    [Fact]
    public void Parquet_DictionaryThatOverflowsInMidGroup_KeepsRowsAndNumbering()
    {
        using TempFolder folder = new();
        string path = folder["t.parquet"];
        string[] texts = [.. Enumerable.Range(0, 20_000).Select(i => i < 16_000 ? $"v{i % 3}" : $"v{i % 7000}")];
        using (WriterPropertiesBuilder builder = new())
        {
            using WriterProperties properties = builder.DictionaryPagesizeLimit(1000).DataPagesize(2000).WriteBatchSize(500).Build();
            using ParquetFileWriter file = new(path, [new Column<string>("t")], properties);
            using RowGroupWriter group = file.AppendRowGroup();
            Put(group, texts);
            file.Close();
        }

        using TableReader reader = TableReader.Open(path, new ReadOptions { BatchRows = 3000 });
        List<string> read = [];
        HashSet<bool> dictionaries = [];
        long sequence = 0;
        foreach (Batch batch in reader.Read())
        {
            Assert.Equal(sequence++, batch.Sequence);
            Assert.Equal(read.Count + 1, batch.FirstRow);
            TextColumn text = (TextColumn)batch[0];
            dictionaries.Add(text.HasDictionary);
            for (int row = 0; row < batch.RowCount; row++)
            {
                read.Add(Encoding.UTF8.GetString(text[row]));
            }
        }

        Assert.Equal(texts, read);
        Assert.Equal([true], dictionaries);
    }

    [Fact]
    public void ReadParallel_ManyGroups_GivesEachRowOnceWithDictionaryAndNumbers()
    {
        using TempFolder folder = new();
        string path = folder["t.parquet"];
        TextCodes codes = new(["甲", "乙", "丙", "unused"]);
        TableSchema schema = new(ColumnSpec.Whole("n"), ColumnSpec.Coded("code", codes), ColumnSpec.Text("never asked for"));
        BatchBuilder rows = new(schema);
        using (TableWriter writer = TableWriter.Create(path, schema))
        {
            for (int i = 1; i <= 5000; i++)
            {
                rows.Whole(0).Append(i);
                rows.Text(1).AppendCode(i % 3);
                if (i % 700 == 0 || i == 5000)
                {
                    writer.Write(rows);
                    rows.Clear();
                }
            }

            writer.Finish();
        }

        using TableReader reader = TableReader.Open(path, new ReadOptions { BatchRows = 100 });
        ConcurrentDictionary<long, (long N, string Text)> seen = [];
        ConcurrentBag<long> sequences = [];
        reader.ReadParallel([1, 0], 4, batch =>
        {
            sequences.Add(batch.Sequence);
            TextColumn text = (TextColumn)batch[0];
            Assert.True(text.HasDictionary);
            Int64Column n = (Int64Column)batch[1];
            for (int row = 0; row < batch.RowCount; row++)
            {
                Assert.True(text.DictionaryValue(text.Code(row)).SequenceEqual(text[row]));
                Assert.True(seen.TryAdd(batch.FirstRow + row, (n[row], Encoding.UTF8.GetString(text[row]))));
            }
        }, TestContext.Current.CancellationToken);

        Assert.Equal(5000, reader.RowCountHint);
        Assert.Equal(5000, seen.Count);
        Assert.All(seen, pair => Assert.Equal((pair.Key, Encoding.UTF8.GetString(codes[(int)(pair.Key % 3)])), pair.Value));
        Assert.Equal(Enumerable.Range(0, sequences.Count).Select(i => (long)i), sequences.Order());
    }

    [Fact]
    public void ReadParallel_BodyThatThrows_EndsReadingAndThrowsTheSame()
    {
        using TempFolder folder = new();
        string path = folder.Write("t.csv", "a\n" + string.Concat(Enumerable.Repeat("1\n", 1000)));
        using TableReader reader = TableReader.Open(path, new ReadOptions { BlockBytes = 16 });

        Assert.Throws<InvalidTimeZoneException>(() => reader.ReadParallel(
            [0], 3, batch => _ = batch.Sequence == 5 ? throw new InvalidTimeZoneException() : 0, TestContext.Current.CancellationToken));
        using CancellationTokenSource cancelled = new();
        Assert.Throws<OperationCanceledException>(() => reader.ReadParallel([0], 2, _ => cancelled.Cancel(), cancelled.Token));
    }

    [Fact]
    public void Writers_SameRowsOnSeveralThreads_SameBytes()
    {
        using TempFolder folder = new();
        foreach (string ending in (string[])["csv", "parquet"])
        {
            _ = Parallel.For(0, 4, i =>
            {
                TableSchema schema = new(ColumnSpec.Text("a", repeats: true), ColumnSpec.Real("b"));
                BatchBuilder rows = new(schema);
                using TableWriter writer = TableWriter.Create(folder[$"{i}.{ending}"], schema);
                for (int row = 0; row < 3000; row++)
                {
                    rows.Text(0).Append($"text {row % 50}");
                    rows.Real(1).Append(row / 3.0);
                }

                writer.Write(rows);
                writer.Finish();
            });
            byte[] first = File.ReadAllBytes(folder[$"0.{ending}"]);
            Assert.All(Enumerable.Range(1, 3), i => Assert.Equal(first, File.ReadAllBytes(folder[$"{i}.{ending}"])));
        }
    }

    private static void Put<T>(RowGroupWriter group, params T[] values)
    {
        using LogicalColumnWriter<T> column = group.NextColumn().LogicalWriter<T>();
        column.WriteBatch(values);
    }
}
