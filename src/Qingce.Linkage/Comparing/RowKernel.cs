namespace Qingce.Linkage;

/// <summary>A row of a <see cref="LinkTable"/>: its number alone.</summary>
internal readonly record struct LinkRow(int Row);

/// <summary>Blocks and compares the rows of a table by a model of columns.</summary>
internal readonly struct RowKernel : IPairKernel<LinkRow>
{
    private const int Scratch = 96;
    private readonly LinkTable _table;
    private readonly RowComparer _comparer;
    private readonly TermFrequencies _frequencies;
    private readonly (int Column, Derivation? Derivation, int Argument)[][] _rules;

    public RowKernel(LinkTable table, LinkageModel model, LinkageVocabulary vocabulary, RowComparer comparer, TermFrequencies frequencies)
    {
        _table = table;
        _comparer = comparer;
        _frequencies = frequencies;
        _rules =
        [
            .. (model.Blocking ?? []).Select(rule => rule.Parts.Select(part =>
            {
                var (derivation, argument) = part.Take is { } take ? vocabulary.Derivation(take) : (null, 0);
                return (table.IndexOf(part.Column), derivation, argument);
            }).ToArray()),
        ];
        MostKeys = _rules.Select(parts => parts.Aggregate(1, (most, p) => most * (p.Derivation?.MostKeys ?? 1))).DefaultIfEmpty(1).Max();
    }

    public int MostKeys { get; }

    public ulong RefinedMask => 0;

    public double MostFrequency => _frequencies.Most;

    public int Keys(int pass, in LinkRow row, Span<ulong> keys)
    {
        Span<ulong> of = stackalloc ulong[8];
        var count = 1;
        keys[0] = 1;
        foreach (var (column, derivation, argument) in _rules[pass])
        {
            var cell = _table.CellOf(row.Row, column);
            if (cell == Cell.Missing)
            {
                return 0;
            }

            var found = 1;
            of[0] = cell;
            if (derivation is not null)
            {
                found = Derived(derivation, argument, row.Row, column, cell, of);
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

            if (found == 0)
            {
                return 0;
            }
        }

        return count;
    }

    public ulong SplitKey(int pass, int depth, in LinkRow row)
    {
        var columns = _comparer.Columns;
        return _table.CellOf(row.Row, columns[depth % columns.Length]);
    }

    public ulong Compare(in LinkRow left, in LinkRow right) => _comparer.Pattern(left.Row, right.Row);

    public ulong Refine(int left, int right, ulong pattern) => pattern;

    public double Frequency(int left, int right, ulong pattern) => _frequencies.Of(left, right, pattern);

    public bool Hopeless(ulong pattern) => false;

    public bool Wanted(ulong pattern) => false;

    private int Derived(Derivation derivation, int argument, int row, int column, ulong cell, Span<ulong> keys)
    {
        Span<int> scratch = stackalloc int[Scratch];
        return derivation.Keys(new CellValue(cell, _table.Text(row, column, scratch)), argument, keys);
    }
}
