namespace Qingce.Checks.Facts;

/// <summary>A set of register rows, one bit each, to which several threads may add at once.</summary>
/// <param name="rowCount">Number of registrations.</param>
internal sealed class RowSet(int rowCount)
{
    private readonly int[] _bits = new int[(rowCount + 31) / 32];

    public bool Contains(int row) => (_bits[row >> 5] & (1 << (row & 31))) != 0;

    public void Add(int row) => Interlocked.Or(ref _bits[row >> 5], 1 << (row & 31));
}
