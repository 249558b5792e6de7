namespace Qingce.Linkage;

/// <summary>Packed rows of a kernel as blocking sees them.</summary>
internal sealed class KernelRows<TRow, TKernel>(TRow[] rows, TKernel kernel) : IBlockRows
    where TRow : unmanaged
    where TKernel : struct, IPairKernel<TRow>
{
    public int Count => rows.Length;

    public int MostKeys(int pass) => kernel.MostKeys(pass);

    public void KeyOfEach(int pass, int from, Span<ulong> keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            Span<ulong> one = keys.Slice(i, 1);
            if (kernel.Keys(pass, in rows[from + i], one) == 0)
            {
                keys[i] = 0;
            }
        }
    }

    public int Keys(int pass, int row, Span<ulong> keys) => kernel.Keys(pass, in rows[row], keys);

    public ulong SplitKey(int pass, int depth, int row) => kernel.SplitKey(pass, depth, in rows[row]);
}
