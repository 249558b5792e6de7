using System.Text;
using Qingce.Cli.Masking;
using Qingce.Linkage;

namespace Qingce.Cli.Linking.Page;

/// <summary>The rows that the examples of a page name, with their values as they may be shown.</summary>
internal sealed class PageRows
{
    private const int MostCharacters = 80;

    private readonly LinkTable _table;
    private readonly Func<int, string> _personOf;
    private readonly bool _masked;
    private readonly Func<string, string>[] _masks;
    private readonly Dictionary<int, int> _places = [];
    private readonly List<PageRow> _rows = [];

    public PageRows(LinkTable table, Func<int, string> personOf, bool masked)
    {
        _table = table;
        _personOf = personOf;
        _masked = masked;
        _masks = [.. table.Columns.Select(ColumnMask.Of)];
    }

    public IReadOnlyList<PageRow> All => _rows;

    /// <summary>The place of a row among those of the page.</summary>
    public int PlaceOf(int row)
    {
        if (!_places.TryGetValue(row, out int place))
        {
            place = _places[row] = _rows.Count;
            _rows.Add(new PageRow(
                Id(Encoding.UTF8.GetString(_table.Keys[row])),
                _table.Sources.Count > 1 ? _table.Sources[_table.SourceOf(row)].Name : "",
                Id(_personOf(row)),
                [.. Enumerable.Range(0, _table.Columns.Count).Select(column => Value(row, column))]));
        }

        return place;
    }

    /// <summary>For each column whether two rows have different values.</summary>
    public IReadOnlyList<bool> Differs(int left, int right) =>
        [.. Enumerable.Range(0, _table.Columns.Count).Select(column => _table.CellOf(left, column) != _table.CellOf(right, column))];

    /// <summary>A value as it may be shown; null when it is missing.</summary>
    public string? Value(int row, int column)
    {
        ReadOnlySpan<int> text = _table.Text(row, column, stackalloc int[Cell.MostInline]);
        if (text.IsEmpty)
        {
            return null;
        }

        StringBuilder shown = new();
        foreach (int code in text)
        {
            // What separates the items of a set is no character to be shown.
            shown.Append(code < ' ' ? " · " : new Rune(code).ToString());
        }

        string value = _masked ? _masks[column](shown.ToString()) : shown.ToString();
        return value.Length <= MostCharacters ? value : string.Concat(value.AsSpan(0, MostCharacters - (char.IsHighSurrogate(value[MostCharacters - 1]) ? 1 : 0)), "…");
    }

    private string Id(string id) => _masked ? Mask.Numbers(id, []) : id;
}
