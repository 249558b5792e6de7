namespace Qingce.Linkage;

/// <summary>A row of a <see cref="LinkTable"/>: its number alone.</summary>
internal readonly record struct LinkRow(int Row);

/// <summary>Blocks and compares the rows of a table by a model of columns.</summary>
internal readonly struct RowKernel(LinkTable table, RowBlocking blocking, RowComparer comparer, TermFrequencies frequencies, TableTerms terms)
    : IPairKernel<LinkRow>
{
    public int MostKeys => blocking.MostKeys;

    public ulong RefinedMask => 0;

    public double MostFrequency { get; } = frequencies.Most(terms);

    public int Keys(int pass, in LinkRow row, Span<ulong> keys) => blocking.Keys(pass, table.View(row.Row), keys);

    public ulong SplitKey(int pass, int depth, in LinkRow row) => table.CellOf(row.Row, blocking.SplitColumn(depth));

    public ulong Compare(in LinkRow left, in LinkRow right) => comparer.Pattern(table.View(left.Row), table.View(right.Row));

    public ulong Refine(int left, int right, ulong pattern) => pattern;

    public double Frequency(int left, int right, ulong pattern) => frequencies.Of(table.Row(left), table.Row(right), pattern, terms);

    public bool Hopeless(ulong pattern) => false;

    public bool Wanted(ulong pattern) => false;
}
