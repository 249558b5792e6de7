using System.Text;
using Qingce.Cli.Masking;
using Qingce.Exchange.Masking;
using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>The values of rows as people may see them: as they were compared, masked by what their column holds.</summary>
internal sealed class ShownValues(LinkTable table, bool masked)
{
    private const int MostCharacters = 80;

    private readonly Func<string, string>[] _masks = [.. table.Columns.Select(ColumnMask.Of)];

    /// <summary>Whether personal values are hidden.</summary>
    public bool AreMasked { get; } = masked;

    /// <summary>A value; null when it is missing.</summary>
    public string? Of(int row, int column)
    {
        string? clear = Clear(row, column);
        return clear is null ? null : Cut(AreMasked ? _masks[column](clear) : clear);
    }

    /// <summary>The values of two rows; where they differ in a hidden place, that place is shown as #.</summary>
    public string?[] Of(int left, int right, int column)
    {
        string?[] clear = [Clear(left, column), Clear(right, column)];
        string?[] shown = AreMasked ? MaskedDifference.Mark([.. clear.Select(value => value is null ? null : _masks[column](value))], clear) : clear;
        return [.. shown.Select(value => value is null ? null : Cut(value))];
    }

    /// <summary>Whether two rows have different values. A missing one differs from nothing.</summary>
    public bool Differ(int left, int right, int column) =>
        table.CellOf(left, column) is var one && table.CellOf(right, column) is var other && one != other && one != Cell.Missing && other != Cell.Missing;

    /// <summary>The id of a record or person: a number in it that is somebody's is masked too.</summary>
    public string Id(string id) => AreMasked ? Mask.Numbers(id, []) : id;

    private string? Clear(int row, int column)
    {
        ReadOnlySpan<int> text = table.Text(row, column, stackalloc int[64]);
        if (text.IsEmpty)
        {
            return null;
        }

        StringBuilder clear = new();
        foreach (int code in text)
        {
            // What separates the items of a set is no character to be shown.
            clear.Append(code < ' ' ? " · " : new Rune(code).ToString());
        }

        return clear.ToString();
    }

    private static string Cut(string value) => value.Length <= MostCharacters
        ? value : string.Concat(value.AsSpan(0, MostCharacters - (char.IsHighSurrogate(value[MostCharacters - 1]) ? 1 : 0)), "…");
}
