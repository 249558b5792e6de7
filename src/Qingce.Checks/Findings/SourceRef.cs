namespace Qingce.Checks.Findings;

/// <summary>
/// Which row of the changes or of a source category something rests on. Eight bytes; what the row says is looked up when the finding is
/// written. Ordered by category, part and row, whatever thread read it. The default value refers to nothing.
/// </summary>
/// <param name="Packed">Category (5 bits, <see cref="ChangesCategory"/> for a change), part of the category (19 bits), 1-based row (40 bits).</param>
internal readonly record struct SourceRef(ulong Packed) : IComparable<SourceRef>
{
    /// <summary>Stands in the place of a category for a row of the changes.</summary>
    public const int ChangesCategory = 31;

    public static SourceRef None => default;

    public bool IsNone => Packed == 0;

    /// <summary>1 to 23, or <see cref="ChangesCategory"/>.</summary>
    public int Category => (int)(Packed >> 59);

    /// <summary>0-based number of the file among the files of the category.</summary>
    public int Part => (int)((Packed >> 40) & 0x7FFFF);

    /// <summary>1-based row among the data rows of the file, rejected ones included.</summary>
    public long Row => (long)(Packed & 0xFF_FFFF_FFFF);

    public static SourceRef Of(int category, int part, long row) => new((ulong)category << 59 | (ulong)part << 40 | (ulong)row);

    public int CompareTo(SourceRef other) => Packed.CompareTo(other.Packed);
}
