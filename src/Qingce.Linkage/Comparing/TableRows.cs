namespace Qingce.Linkage;

/// <summary>The rows of a table as blocking sees them.</summary>
internal sealed class TableRows(LinkTable table, RowBlocking blocking, RuleKeys keys, RowSketches sketches) : IBlockRows
{
    private readonly Lazy<SortedPlaces>?[] _places =
        [.. Enumerable.Range(0, blocking.Rules).Select(rule => blocking.Window(rule) > 0 ? new Lazy<SortedPlaces>(() => SortedPlaces.Of(table, blocking, rule)) : null)];

    public int Count => table.Rows;

    public LinkTable Table => table;

    public RowBlocking Blocking => blocking;

    public RuleKeys RuleKeys => keys;

    public RowSketches Sketches => sketches;

    public bool IsOfAllRows(int pass) => blocking.IsOfAllRows(pass);

    public int MostKeys(int pass) => blocking.MostKeysOf(pass);

    public void KeyOfEach(int pass, int from, Span<uint> found) => keys.Copy(keys.SlotOf(pass), from, found);

    public int Keys(int pass, int row, Span<uint> found)
    {
        if (keys.SlotOf(pass) is >= 0 and var slot)
        {
            found[0] = keys.At(row, slot);
            return found[0] == 0 ? 0 : 1;
        }

        if (_places[pass] is { } places)
        {
            return places.Value.Keys(row, found);
        }

        Span<ulong> whole = stackalloc ulong[RowBlocking.MostKeysOfRule];
        return KeyMix.Shorten(whole[..blocking.Keys(pass, table.View(row), whole)], found);
    }

    /// <summary>Pairs that a rule with a window brings together; null for a rule of equal parts.</summary>
    public long? PairsOfWindow(int pass) => _places[pass]?.Value.Pairs;

    public ulong SplitKey(int pass, int depth, int row) => table.CellOf(row, blocking.SplitColumn(pass, depth));
}
