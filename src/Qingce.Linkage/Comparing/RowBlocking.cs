namespace Qingce.Linkage;

/// <summary>The blocking keys of rows by the rules of a model. For any number of threads.</summary>
internal sealed class RowBlocking
{
    private const int Scratch = 96;
    private readonly int[] _split;
    private readonly (int Column, Derivation? Derivation, int Argument)[][] _rules;

    /// <summary>Looks up what the rules name.</summary>
    /// <exception cref="LinkageModelException">A rule names a column or derivation that there is not.</exception>
    public RowBlocking(LinkageModel model, IReadOnlyList<ModelColumn> columns, LinkageVocabulary vocabulary, RowComparer comparer)
    {
        _split = comparer.Columns.ToArray();
        _rules =
        [
            .. (model.Blocking ?? []).Select(rule => rule.Parts.Select(part =>
            {
                var (derivation, argument) = part.Take is { } take ? vocabulary.Derivation(take) : (null, 0);
                return (ModelColumn.IndexOf(columns, part.Column), derivation, argument);
            }).ToArray()),
        ];
        MostKeys = _rules.Select(parts => parts.Aggregate(1, (most, p) => most * (p.Derivation?.MostKeys ?? 1))).DefaultIfEmpty(1).Max();
    }

    /// <summary>How many times an oversized block can be parted.</summary>
    public const int Splits = 3;

    /// <summary>Most keys of one row and rule.</summary>
    public int MostKeys { get; }

    /// <summary>Number of rules.</summary>
    public int Rules => _rules.Length;

    /// <summary>Writes the keys of a row by a rule; keys are not 0.</summary>
    /// <returns>How many; 0 leaves the row out.</returns>
    public int Keys(int rule, in RowView row, Span<ulong> keys)
    {
        Span<ulong> of = stackalloc ulong[8];
        var count = 1;
        keys[0] = 1;
        foreach (var (column, derivation, argument) in _rules[rule])
        {
            var cell = row.CellOf(column);
            var found = cell == Cell.Missing ? 0 : 1;
            of[0] = cell;
            if (found > 0 && derivation is not null)
            {
                found = Derived(derivation, argument, in row, column, cell, of);
            }

            if (found == 0)
            {
                // What was begun must not pass for a key: rows that lack one have none in common.
                keys[..count].Clear();
                return 0;
            }

            var before = count;
            for (var k = 0; k < before; k++)
            {
                var key = keys[k];
                for (var i = 0; i < found; i++)
                {
                    keys[i == 0 ? k : count++] = KeyMix.Of(key, of[i]) | 1;
                }
            }
        }

        return count;
    }

    /// <summary>The column by which an oversized block is parted.</summary>
    /// <param name="depth">0 for the first parting.</param>
    public int SplitColumn(int depth) => _split[depth % _split.Length];

    private static int Derived(Derivation derivation, int argument, in RowView row, int column, ulong cell, Span<ulong> keys)
    {
        Span<int> scratch = stackalloc int[Scratch];
        return derivation.Keys(new CellValue(cell, row.Text(column, scratch)), argument, keys);
    }
}
