using System.Globalization;
using System.Text;
using Qingce.Tables;

namespace Qingce.Bench.People;

/// <summary>
/// Writes Chinese person rows, a fifth of them corrupted second registrations, in an order that tells nothing, and beside them the truth:
/// FILE.truth.csv with the person of each row. Same arguments, same bytes.
/// </summary>
internal static class PeopleRun
{
    private const int Chunk = 50_000;
    private const double Duplicated = 0.2;
    private static readonly string[] Columns = ["unique_id", "name", "sex", "dob", "id_no", "addr", "phone", "region"];

    public static void Write(int rows, int seed, string file, bool skew, bool parquet)
    {
        InventedPopulation people = new(seed, skew);
        int originals = Math.Max(1, (int)(rows * (1 - Duplicated)));
        TableSchema schema = new(Columns.Select(c => ColumnSpec.Text(c)));
        TableSchema truthSchema = new(ColumnSpec.Text("unique_id"), ColumnSpec.Whole("person"));
        WriteOptions options = new() { Format = parquet ? TableFormat.Parquet : TableFormat.Csv, ByteOrderMark = false };
        using TableWriter table = TableWriter.Create(file, schema, options);
        using TableWriter truth = TableWriter.Create($"{file}.truth.csv", truthSchema, options with { Format = TableFormat.Csv });
        int side = Environment.ProcessorCount;
        int chunks = (rows + Chunk - 1) / Chunk;
        (BatchBuilder Rows, BatchBuilder Truth)[] batches = [.. Enumerable.Range(0, side).Select(_ => (new BatchBuilder(schema), new BatchBuilder(truthSchema)))];
        for (int first = 0; first < chunks; first += side)
        {
            int many = Math.Min(side, chunks - first);
            Parallel.For(0, many, i => Fill(people, (ulong)seed, rows, originals, first + i, batches[i].Rows, batches[i].Truth));
            for (int i = 0; i < many; i++)
            {
                table.Write(batches[i].Rows);
                truth.Write(batches[i].Truth);
            }
        }

        table.Finish();
        truth.Finish();
    }

    private static void Fill(InventedPopulation people, ulong seed, int rows, int originals, int chunk, BatchBuilder batch, BatchBuilder truth)
    {
        batch.Clear();
        truth.Clear();
        InventedRow row = new();
        for (int at = chunk * Chunk; at < Math.Min(rows, (chunk + 1) * Chunk); at++)
        {
            int place = Shuffled(at, rows, seed);
            PersonDraw draw = new(seed, 3, place);
            people.Describe(place < originals ? place : draw.Below(originals), row);
            if (place >= originals)
            {
                Corruption.Apply(ref draw, people, row);
            }

            Append(batch, at, row);
            truth.Text(0).Append(at.ToString(CultureInfo.InvariantCulture));
            truth.Whole(1).Append(row.Person);
        }
    }

    private static void Append(BatchBuilder batch, int at, InventedRow row)
    {
        Span<byte> text = stackalloc byte[32];
        at.TryFormat(text, out int length, provider: CultureInfo.InvariantCulture);
        batch.Text(0).Append(text[..length]);
        length = 0;
        foreach (Rune character in row.Name)
        {
            length += character.EncodeToUtf8(text[length..]);
        }

        batch.Text(1).Append(text[..length]);
        batch.Text(2).Append(row.IsMale ? "男"u8 : "女"u8);
        (row.Birth / 10_000).TryFormat(text, out _, "0000", CultureInfo.InvariantCulture);
        (row.Birth / 100 % 100).TryFormat(text[5..], out _, "00", CultureInfo.InvariantCulture);
        (row.Birth % 100).TryFormat(text[8..], out _, "00", CultureInfo.InvariantCulture);
        (text[4], text[7]) = ((byte)'-', (byte)'-');
        batch.Text(3).Append(text[..10]);
        batch.Text(4).Append(text[..(row.HasNumber ? Encoding.UTF8.GetBytes(row.Number, text) : 0)]);
        batch.Text(5).Append(row.Address.ToString());
        row.Phone.TryFormat(text, out length, provider: CultureInfo.InvariantCulture);
        batch.Text(6).Append(text[..(row.Phone == 0 ? 0 : length)]);
        row.Region.TryFormat(text, out length, provider: CultureInfo.InvariantCulture);
        batch.Text(7).Append(text[..length]);
    }

    // A permutation of the rows: a Feistel network over the next power of four, walked until it comes back below the bound.
    private static int Shuffled(int at, int rows, ulong seed)
    {
        int half = 1;
        while (1L << (2 * half) < rows)
        {
            half++;
        }

        long mask = (1L << half) - 1;
        long value = at;
        do
        {
            (long left, long right) = (value >> half, value & mask);
            for (int round = 0; round < 4; round++)
            {
                PersonDraw draw = new(seed, 10 + (ulong)round, right);
                (left, right) = (right, left ^ (long)(draw.Next() & (ulong)mask));
            }

            value = (left << half) | right;
        }
        while (value >= rows);
        return (int)value;
    }
}
