namespace Qingce.Linkage;

/// <summary>The rows of a table as blocking sees them.</summary>
internal sealed class TableRows(LinkTable table, RowBlocking blocking) : IBlockRows
{
    public int Count => table.Rows;

    public int MostKeys(int pass) => blocking.MostKeysOf(pass);

    public void KeyOfEach(int pass, int from, Span<ulong> keys) => blocking.KeyOfEach(pass, table, from, keys);

    public int Keys(int pass, int row, Span<ulong> keys) => blocking.Keys(pass, table.View(row), keys);

    public ulong SplitKey(int pass, int depth, int row) => table.CellOf(row, blocking.SplitColumn(pass, depth));
}
