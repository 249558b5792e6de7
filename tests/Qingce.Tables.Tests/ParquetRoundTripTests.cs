using System.Text;
using CsCheck;

namespace Qingce.Tables.Tests;

public sealed class ParquetRoundTripTests
{
    [Fact]
    public void Parquet_AllTypesWithNulls_ReadsBackTheSame()
    {
        using TempFolder folder = new();
        TextCodes codes = new(["男", "女", ""]);
        TableSchema schema = new(
            ColumnSpec.Text("name"), ColumnSpec.Text("street", repeats: true), ColumnSpec.Coded("sex", codes), ColumnSpec.Whole("n"),
            ColumnSpec.Real("x"), ColumnSpec.Date("day"), ColumnSpec.Text("empty"), ColumnSpec.Coded("nothing", codes));
        BatchBuilder batch = new(schema);
        List<string?[]> expected = [];
        using (TableWriter writer = TableWriter.Create(folder["t.parquet"], schema))
        {
            for (int group = 0; group < 3; group++)
            {
                batch.Clear();
                for (int i = 0; i < 100; i++)
                {
                    int n = group * 100 + i;
                    batch.Text(0).Append(n % 7 == 0 ? null : n % 5 == 0 ? "" : $"张{n}");
                    batch.Text(1).Append(n % 11 == 3 ? null : $"street {n % 3}");
                    if (n % 4 == 3)
                    {
                        batch.Text(2).AppendNull();
                    }
                    else
                    {
                        batch.Text(2).AppendCode(n % 4);
                    }

                    batch.Whole(3).Append(110101199003070000L + n);
                    batch.Real(4).Append(n + 0.5);
                    batch.Date(5).Append(n % 3 == 0 ? DateColumn.Null : n * 100 - 5000);
                    expected.Add(
                    [
                        n % 7 == 0 ? null : n % 5 == 0 ? "" : $"张{n}",
                        n % 11 == 3 ? null : $"street {n % 3}",
                        n % 4 == 3 ? null : Encoding.UTF8.GetString(codes[n % 4]),
                        $"{110101199003070000L + n}",
                        $"{n}.5",
                        n % 3 == 0 ? null : DateOnly.FromDayNumber(719162 + n * 100 - 5000).ToString("yyyy-MM-dd"),
                        null,
                        null,
                    ]);
                }

                writer.Write(batch);
            }

            writer.Finish();
        }

        Assert.Equal(expected, Tables.ReadAll(folder["t.parquet"]));
        Assert.Equal(expected, Tables.ReadAll(folder["t.parquet"], new ReadOptions { BatchRows = 7 }));
    }

    [Fact]
    public void Parquet_AnyTable_ReadsBackTheSameInBatchesOfAnySize()
    {
        using TempFolder folder = new();
        Gen<string?> genText = Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)""), Gen.String[0, 20].Select(WithoutLoneSurrogates));
        Gen<(string? Text, long? Whole, int? Day)> genRow = Gen.Select(genText, Gen.Long.Nullable(), Gen.Int[-700_000, 2_900_000].Nullable());
        Gen.Select(genRow.Array[0, 60], Gen.Int[1, 30], Gen.Int[1, 25], Gen.Bool).Sample((rows, groupRows, batchRows, repeats) =>
        {
            string path = folder["t.parquet"];
            TableSchema schema = new(ColumnSpec.Text("text", repeats), ColumnSpec.Whole("whole"), ColumnSpec.Date("day"));
            BatchBuilder batch = new(schema);
            using (TableWriter writer = TableWriter.Create(path, schema))
            {
                foreach ((string? Text, long? Whole, int? Day)[] group in rows.Chunk(groupRows))
                {
                    batch.Clear();
                    foreach ((string? text, long? whole, int? day) in group)
                    {
                        batch.Text(0).Append(text);
                        Put(batch.Whole(1), whole);
                        batch.Date(2).Append(day ?? DateColumn.Null);
                    }

                    writer.Write(batch);
                }

                writer.Finish();
            }

            string?[][] expected =
            [
                .. rows.Select(row => new[]
                {
                    row.Text, row.Whole?.ToString(), row.Day is { } day ? DateOnly.FromDayNumber(719162 + day).ToString("yyyy-MM-dd") : null,
                }),
            ];
            Assert.Equal(expected, Tables.ReadAll(path, new ReadOptions { BatchRows = batchRows }));
        }, iter: 200, threads: 1);
    }

    private static string? WithoutLoneSurrogates(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static void Put(Int64Builder builder, long? value)
    {
        if (value is { } given)
        {
            builder.Append(given);
        }
        else
        {
            builder.AppendNull();
        }
    }
}
