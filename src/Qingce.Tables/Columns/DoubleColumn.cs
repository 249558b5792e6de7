namespace Qingce.Tables;

/// <summary>64-bit binary floating-point numbers.</summary>
public sealed class DoubleColumn : NumberColumn<double>
{
    internal DoubleColumn()
    {
    }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Real;

    private protected override bool TryFormat(double value, Span<byte> scratch, out int written) => ValueText.TryFormat(value, scratch, out written);
}
