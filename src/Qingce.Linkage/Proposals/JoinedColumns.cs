namespace Qingce.Linkage;

/// <summary>Columns of a sample that are put together of two that are parts of one value.</summary>
internal static class JoinedColumns
{
    /// <summary>The sample with such columns behind its own.</summary>
    /// <param name="sample">As the files have it.</param>
    /// <param name="parts">Headers of parts.</param>
    public static TableSample With(TableSample sample, IReadOnlyList<(string First, string Second)> parts)
    {
        var values = new JoinedValues();
        var joined = new List<SampledColumn>();
        foreach (var (first, second) in parts)
        {
            var (one, two) = (sample.Columns.First(c => c.Header == first), sample.Columns.First(c => c.Header == second));
            var column = new SampledColumn(NameOf(sample, first, second));
            for (var row = 0; row < sample.Rows; row++)
            {
                column.Add(values.Of(one[row], two[row]));
            }

            joined.Add(column);
        }

        return sample with { Columns = [.. sample.Columns, .. joined] };
    }

    /// <summary>Why a part is not compared.</summary>
    public static Wording Reason(string header, string first, string second)
    {
        var other = header == first ? second : first;
        return new Wording($"it is compared in one with '{other}'", $"与“{other}”合在一起比较");
    }

    // 姓 and 名 are 姓名.
    private static string NameOf(TableSample sample, string first, string second)
    {
        var name = first.All(c => c >= 0x80) ? first + second : $"{first} {second}";
        while (sample.Columns.Any(c => c.Header == name))
        {
            name += "+";
        }

        return name;
    }
}
