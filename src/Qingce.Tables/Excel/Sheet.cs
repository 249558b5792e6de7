namespace Qingce.Tables;

/// <summary>A sheet of a workbook to write. Its header row is bold, shaded and stays in view.</summary>
/// <param name="Name">Its name: what Excel forbids in it is replaced, and it is cut to 31 characters.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">
/// Its rows, taken one at a time while writing: null, <see cref="string"/>, <see cref="DateOnly"/>, <see cref="bool"/>,
/// <see cref="int"/>, <see cref="long"/> or <see cref="double"/>. Text stays text whatever it looks like, so that an 18-digit number keeps
/// all its digits and nothing runs as a formula.
/// </param>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>Rows a sheet can hold, its header among them. What goes beyond goes to a further sheet.</summary>
    public const int MaxRows = 1_048_576;
}

/// <summary>A column of a <see cref="Sheet"/>.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Width">Its width in characters of the standard font; a Chinese character is two.</param>
public readonly record struct SheetColumn(string Header, double Width = 14);
