using Qingce.Tables;

namespace Qingce.Linkage;

/// <summary>Rows from the beginning of each source, and about how many there are in all.</summary>
/// <param name="Columns">The columns that all sources have, in the order of the first.</param>
/// <param name="Rows">Rows of the sample.</param>
/// <param name="AllRows">Rows of all sources: exact where the sample has all of them, about right otherwise.</param>
internal sealed record TableSample(IReadOnlyList<SampledColumn> Columns, int Rows, long AllRows)
{
    /// <summary>The rows with which the sources begin, in their order.</summary>
    public IReadOnlyList<int> Starts { get; init; } = [0];

    public static TableSample Of(IReadOnlyList<(string Name, IReadOnlyList<string> Files)> sources, int rows)
    {
        var names = CommonNames(sources);
        var columns = names.Select(name => new SampledColumn(name)).ToArray();
        var (taken, all) = (0, 0L);
        var starts = new int[sources.Count];
        for (var i = 0; i < sources.Count; i++)
        {
            starts[i] = taken;
            var wanted = (rows - taken) / (sources.Count - i);
            foreach (var file in sources[i].Files)
            {
                using (var reader = TableReader.Open(file))
                {
                    var (read, ended) = wanted > 0 ? Read(reader, columns, wanted) : (0, false);
                    taken += read;
                    wanted -= read;
                    all += ended ? read : Math.Max(read, reader.RowCountHint);
                }
            }
        }

        return new TableSample(columns, taken, all) { Starts = starts };
    }

    private static List<string> CommonNames(IReadOnlyList<(string Name, IReadOnlyList<string> Files)> sources)
    {
        List<string>? common = null;
        foreach (var (_, files) in sources)
        {
            using var reader = TableReader.Open(files[0]);
            common = common is null
                ? [.. reader.ColumnNames.Where(name => name.Length > 0)]
                : [.. common.Where(reader.ColumnNames.Contains)];
        }

        return common ?? [];
    }

    private static (int Rows, bool Ended) Read(TableReader reader, SampledColumn[] columns, int wanted)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        var names = reader.ColumnNames.ToList();
        var read = 0;
        foreach (var batch in reader.Read([.. columns.Select(c => names.IndexOf(c.Header))]))
        {
            var rows = Math.Min(batch.RowCount, wanted - read);
            for (var c = 0; c < columns.Length; c++)
            {
                for (var row = 0; row < rows; row++)
                {
                    columns[c].Add(batch[c].GetText(row, scratch));
                }
            }

            read += rows;
            if (read == wanted)
            {
                return (read, false);
            }
        }

        return (read, true);
    }
}
