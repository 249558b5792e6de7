namespace Qingce.Linkage;

/// <summary>Packed rows of a kernel as blocking sees them.</summary>
internal sealed class KernelRows<TRow, TKernel>(TRow[] rows, TKernel kernel) : IBlockRows
    where TRow : unmanaged
    where TKernel : struct, IPairKernel<TRow>
{
    public int Count => rows.Length;

    public bool IsOfAllRows(int pass) => false;

    public int MostKeys(int pass) => kernel.MostKeys(pass);

    public void KeyOfEach(int pass, int from, Span<uint> keys)
    {
        Span<ulong> one = stackalloc ulong[1];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = kernel.Keys(pass, in rows[from + i], one) == 0 ? 0 : KeyMix.Fold(one[0]);
        }
    }

    public int Keys(int pass, int row, Span<uint> keys)
    {
        Span<ulong> whole = stackalloc ulong[kernel.MostKeys(pass)];
        return KeyMix.Shorten(whole[..kernel.Keys(pass, in rows[row], whole)], keys);
    }

    public ulong SplitKey(int pass, int depth, int row) => kernel.SplitKey(pass, depth, in rows[row]);
}
