namespace Qingce.Linkage;

/// <summary>
/// Which columns agree because others do although the two rows are not one entity: people of one household share address, telephone and
/// family name, a postcode settles the town. Measured on strangers: rows that agree in a column and in nothing that tells persons of a
/// household apart.
/// </summary>
internal sealed class ColumnDependence
{
    private const double LeastShare = 0.04, Lift = 4, Settled = 0.6, SettledLift = 1.4, FewAlike = 0.34;
    private const int FewestPairs = 30, MostPairs = 4000, NeighboursOfRow = 4;
    private readonly IReadOnlyList<Column> _columns;
    private readonly int _rows;
    private readonly int _personal;
    private readonly TableSample _sample;

    // Of the content of each row, so that among rows of one value the order in which they stand in the files has no say.
    private readonly ulong[] _content;

    /// <summary>Prepares the measurement.</summary>
    /// <param name="columns">The columns that are compared.</param>
    /// <param name="sample">The sample of which they are.</param>
    public ColumnDependence(IReadOnlyList<Column> columns, TableSample sample)
    {
        _columns = columns;
        _sample = sample;
        _personal = columns.Count(c => c.IsPersonal);
        _rows = columns.Count == 0 ? 0 : columns[0].Cells.Length;
        _content = new ulong[_rows];
        foreach (var column in columns)
        {
            for (var row = 0; row < _rows; row++)
            {
                _content[row] = KeyMix.Of(_content[row] ^ column.Cells[row]);
            }
        }
    }

    /// <summary>A column of the sample.</summary>
    /// <param name="Cells">Its cells.</param>
    /// <param name="Parts">Keys of parts of its values; 0 for none.</param>
    /// <param name="IsPersonal">Whether it tells the people of a household apart. Such a column depends on no other.</param>
    /// <param name="IsSettled">Whether a personal column may settle it, as a given name does a sex.</param>
    internal readonly record struct Column(ulong[] Cells, IReadOnlyList<ulong[]> Parts, bool IsPersonal, bool IsSettled);

    /// <summary>A column and the others that it agrees with.</summary>
    /// <param name="On">Places of the columns it depends on; each is finer than it.</param>
    /// <param name="Share">The share of strangers that agree in it when they agree in the one of them that settles it most.</param>
    internal readonly record struct Found(IReadOnlyList<int> On, double Share);

    private readonly record struct Agreement(int Pairs, double Both, double Equal);

    /// <summary>For each column those it depends on.</summary>
    /// <param name="parallel">Threads to use.</param>
    public Found[] Find(ParallelOptions parallel)
    {
        var alone = new double[_columns.Count];
        var agreements = new Agreement[_columns.Count][];
        Parallel.For(0, _columns.Count, parallel, c => (alone[c], agreements[c]) = (AgreementOf(_columns[c].Cells), Agreeing(c)));
        var on = _columns.Select(_ => new List<int>()).ToArray();
        var shares = new double[_columns.Count];
        for (var a = 0; a < _columns.Count; a++)
        {
            var agreeing = agreements[a];
            for (var b = 0; b < _columns.Count; b++)
            {
                var share = agreeing[b].Pairs < FewestPairs ? 0 : agreeing[b].Equal / agreeing[b].Both;
                if (b != a && !_columns[b].IsPersonal && (_columns[b].IsSettled || !_columns[a].IsPersonal) && IsFiner(alone, a, b)
                    && ((share >= LeastShare && share >= Lift * alone[b]) || (share >= Settled && share >= SettledLift * alone[b])))
                {
                    on[b].Add(a);
                    shares[b] = Math.Max(shares[b], share);
                }
            }
        }

        return [.. on.Select((columns, b) => new Found(columns, shares[b]))];
    }

    private static bool IsFiner(double[] alone, int a, int b) => alone[a] < alone[b] || (alone[a] == alone[b] && a < b);

    // The probability that two random rows agree.
    internal static double AgreementOf(ulong[] column)
    {
        var counts = new Dictionary<ulong, int>();
        var present = 0;
        foreach (var cell in column)
        {
            if (cell != Cell.Missing)
            {
                present++;
                counts[cell] = counts.GetValueOrDefault(cell) + 1;
            }
        }

        return present < 2 ? 1 : counts.Values.Sum(n => (double)n * (n - 1)) / ((double)present * (present - 1));
    }

    // Of strangers that agree in a column: for each other column how many have a value and how many agree.
    private Agreement[] Agreeing(int column)
    {
        var others = new Agreement[_columns.Count];
        var pairs = 0;
        foreach (var rows in EqualCells.Of(_columns[column].Cells).TakeWhile(_ => pairs < MostPairs))
        {
            rows.AsSpan().Sort((one, other) => _content[one].CompareTo(_content[other]));

            // A few neighbours of each row, so that common values do not decide alone.
            for (var from = 0; from < rows.Count && pairs < MostPairs; from++)
            {
                for (var to = from + 1; to < Math.Min(rows.Count, from + NeighboursOfRow); to++)
                {
                    pairs += Count(column, rows[from], rows[to], others);
                }
            }
        }

        return others;
    }

    private int Count(int column, int left, int right, Agreement[] others)
    {
        var weight = _sample.AreNeighbours(left, right) ? _sample.WeightOfNeighbours : 1;
        var counted = 0;
        for (var c = 0; c < _columns.Count; c++)
        {
            if (c != column && Equal(c, left, right) is { } equal && AreStrangers(column, c, left, right))
            {
                others[c] = new Agreement(others[c].Pairs + 1, others[c].Both + weight, others[c].Equal + (equal ? weight : 0));
                counted = 1;
            }
        }

        return counted;
    }

    // Rows that differ in all parts of all personal columns but the two that are looked at; where no such column is left, in most columns.
    private bool AreStrangers(int column, int other, int left, int right)
    {
        var (personal, both, equal) = (0, 0, 0);
        for (var c = 0; c < _columns.Count; c++)
        {
            if (c == column || c == other || Equal(c, left, right) is not { } same)
            {
                continue;
            }

            both++;
            equal += same ? 1 : 0;
            if (_columns[c].IsPersonal)
            {
                personal++;
                if (same || SharesPart(c, left, right))
                {
                    return false;
                }
            }
        }

        return personal >= 2 || (personal == 1 && _columns[other].IsSettled) || (_personal < 2 && both > 1 && equal <= FewAlike * both);
    }

    private bool? Equal(int column, int left, int right)
    {
        var cells = _columns[column].Cells;
        return cells[left] == Cell.Missing || cells[right] == Cell.Missing ? null : cells[left] == cells[right];
    }

    private bool SharesPart(int column, int left, int right)
    {
        foreach (var part in _columns[column].Parts)
        {
            if (part[left] != 0 && part[left] == part[right])
            {
                return true;
            }
        }

        return false;
    }
}
