using System.Buffers.Text;

namespace Qingce.Tables;

/// <summary>64-bit signed whole numbers.</summary>
public sealed class Int64Column : NumberColumn<long>
{
    internal Int64Column()
    {
    }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Whole;

    private protected override bool TryFormat(long value, Span<byte> scratch, out int written) => Utf8Formatter.TryFormat(value, scratch, out written);
}
