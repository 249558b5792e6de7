using Qingce.Tables;

namespace Qingce.Linkage;

/// <summary>Rows of each source, and about how many there are in all. Of large files they are runs from all parts, for most files are sorted somehow.</summary>
/// <param name="Columns">The columns that all sources have, in the order of the first.</param>
/// <param name="Rows">Rows of the sample.</param>
/// <param name="AllRows">Rows of all sources: exact where the sample has all of them, about right otherwise.</param>
internal sealed record TableSample(IReadOnlyList<SampledColumn> Columns, int Rows, long AllRows)
{
    private const int MostRuns = 256, LeastRun = 16;

    /// <summary>The rows with which the sources begin, in their order.</summary>
    public IReadOnlyList<int> Starts { get; init; } = [0];

    /// <summary>
    /// For each row the run of neighbours that it was read with, ascending; empty where all are runs of their own. Rows from the beginning of a
    /// file are: of the rest nothing is known, so what they have in common counts as what any rows have.
    /// </summary>
    public IReadOnlyList<int> Runs { get; init; } = [];

    /// <summary>
    /// What a pair of neighbours counts for beside a pair from two places: it is in the sample as often as each of them is, while the others are as
    /// often as one is and the other as well.
    /// </summary>
    public double WeightOfNeighbours => Rows / (double)AllRows;

    /// <summary>Whether two rows are of one run.</summary>
    public bool AreNeighbours(int row, int other) => Runs.Count > 0 && Runs[row] == Runs[other];

    /// <summary>Some rows, from all parts of the sample.</summary>
    /// <param name="rows">How many there are.</param>
    /// <param name="most">How many are wanted.</param>
    public static IEnumerable<int> Some(int rows, int most)
    {
        var some = Math.Min(rows, most);
        for (var i = 0L; i < some; i++)
        {
            yield return (int)(i * rows / some);
        }
    }

    public static TableSample Of(IReadOnlyList<(string Name, IReadOnlyList<string> Files)> sources, int rows)
    {
        var columns = CommonNames(sources).Select(name => new SampledColumn(name)).ToArray();
        var taking = new SampleTaking(columns, Math.Max(LeastRun, rows / MostRuns));
        var all = 0L;
        var starts = new int[sources.Count];
        for (var i = 0; i < sources.Count; i++)
        {
            starts[i] = taking.Rows;
            var files = new List<TableReader>();
            try
            {
                files.AddRange(sources[i].Files.Select(file => TableReader.Open(file)));
                all += taking.Take(files, (rows - taking.Rows) / (sources.Count - i));
            }
            finally
            {
                files.ForEach(file => file.Dispose());
            }
        }

        return new TableSample(columns, taking.Rows, all) { Starts = starts, Runs = taking.Runs };
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
}
