using System.Globalization;
using Qingce.Bench.People;

namespace Qingce.Bench.Live;

/// <summary>Records to look for and to put: second registrations of invented people, with their errors.</summary>
internal static class ProbeRecords
{
    /// <summary>Makes records whose values stand in the order of the model's columns.</summary>
    /// <param name="seed">Seed of the people.</param>
    /// <param name="people">How many people there are.</param>
    /// <param name="count">How many records to make.</param>
    /// <param name="skew">Whether the people are skewed.</param>
    public static string?[][] Of(int seed, int people, int count, bool skew)
    {
        InventedPopulation population = new(seed, skew);
        InventedRow row = new();
        string?[][] records = new string?[count][];
        for (int i = 0; i < count; i++)
        {
            PersonDraw draw = new((ulong)seed, 99, i);
            population.Describe(draw.Below(people), row);
            Corruption.Apply(ref draw, population, row);
            records[i] =
            [
                string.Concat(row.Name), row.IsMale ? "男" : "女", string.Create(CultureInfo.InvariantCulture, $"{row.Birth / 10_000:0000}-{row.Birth / 100 % 100:00}-{row.Birth % 100:00}"),
                row.HasNumber ? new string(row.Number) : null, row.Address.ToString(), row.Phone == 0 ? null : row.Phone.ToString(CultureInfo.InvariantCulture),
                row.Region.ToString(CultureInfo.InvariantCulture),
            ];
        }

        return records;
    }
}
