namespace Qingce.Linkage;

/// <summary>A table for linking: each column keeps its distinct values once, as code points, and a number per row.</summary>
public sealed class ColumnTable
{
    private readonly Dictionary<string, Column> _columns = new(StringComparer.Ordinal);

    /// <summary>Makes a table without columns.</summary>
    /// <param name="rows">Its rows, 2 or more.</param>
    public ColumnTable(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        Rows = rows;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    internal Column this[string name] =>
        _columns.TryGetValue(name, out var column) ? column : throw new LinkageModelException($"The table has no column '{name}'.");

    /// <summary>Adds a column.</summary>
    /// <param name="name">Its name, new in the table.</param>
    /// <param name="values">One value a row; null or empty is missing.</param>
    /// <exception cref="ArgumentException">The name is taken, or the values are not one a row.</exception>
    public void Add(string name, IReadOnlyList<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != Rows)
        {
            throw new ArgumentException($"Column '{name}' has {values.Count} values for {Rows} rows.", nameof(values));
        }

        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = new List<int[]>();
        var counts = new List<int>();
        var codes = new int[Rows];
        for (var row = 0; row < Rows; row++)
        {
            var value = values[row];
            if (string.IsNullOrEmpty(value))
            {
                codes[row] = -1;
                continue;
            }

            if (!ids.TryGetValue(value, out var id))
            {
                id = texts.Count;
                ids.Add(value, id);
                texts.Add([.. value.EnumerateRunes().Select(r => r.Value)]);
                counts.Add(0);
            }

            codes[row] = id;
            counts[id]++;
        }

        if (!_columns.TryAdd(name, new Column(codes, [.. texts], [.. counts])))
        {
            throw new ArgumentException($"There are two columns '{name}'.", nameof(name));
        }
    }

    internal sealed record Column(int[] Codes, int[][] Texts, int[] Counts)
    {
        /// <summary>A hash of the first characters of a row's value; 0 for missing. Does not depend on the numbering of values.</summary>
        public ulong Hash(int row, int characters)
        {
            if (Codes[row] < 0)
            {
                return 0;
            }

            var text = Texts[Codes[row]].AsSpan();
            var hash = 1UL;
            foreach (var code in characters > 0 && characters < text.Length ? text[..characters] : text)
            {
                hash = KeyMix.Of(hash, (uint)code);
            }

            return hash | 1;
        }
    }
}
