using System.Text;

namespace Qingce.Linkage;

/// <summary>
/// The places of a table's rows in the order of a rule with a window, and the keys that bring neighbours together: runs of as many rows as the
/// window is wide, each joined with the next. The order is that of the texts, of equal ones that of the rows' content. Immutable.
/// </summary>
internal sealed class SortedPlaces
{
    /// <summary>Keys of a row: its run with the one before, and with the one after.</summary>
    public const int KeysOfRow = 2;
    private const int Nowhere = -1;
    private const uint Spread = 0x9E3779B1;
    private readonly int[] _places;
    private readonly int _window;
    private readonly int _count;

    private SortedPlaces(int[] places, int count, int window) => (_places, _count, _window) = (places, count, window);

    /// <summary>Pairs of rows that share a key, each once.</summary>
    public long Pairs
    {
        get
        {
            var (runs, rest) = Math.DivRem(_count, (long)_window);
            var within = runs * (_window * (_window - 1L) / 2) + rest * (rest - 1) / 2;
            return within + Math.Max(0, runs - 1) * _window * _window + (runs > 0 ? rest * _window : 0);
        }
    }

    /// <summary>Puts the rows of a table in order.</summary>
    public static SortedPlaces Of(LinkTable table, RowBlocking blocking, int rule)
    {
        var entries = new List<Entry>(table.Rows);
        var text = new StringBuilder();
        for (var row = 0; row < table.Rows; row++)
        {
            text.Clear();
            if (blocking.AppendOrder(rule, table.View(row), text))
            {
                entries.Add(new Entry(text.ToString(), table.ContentKey(row), row));
            }
        }

        entries.Sort();
        var places = new int[table.Rows];
        Array.Fill(places, Nowhere);
        for (var place = 0; place < entries.Count; place++)
        {
            places[entries[place].Row] = place;
        }

        return new SortedPlaces(places, entries.Count, blocking.Window(rule));
    }

    /// <summary>Writes the keys of a row.</summary>
    /// <returns>How many; 0 for a row that takes no part.</returns>
    public int Keys(int row, Span<uint> keys)
    {
        if (_places[row] == Nowhere)
        {
            return 0;
        }

        var run = (uint)(_places[row] / _window);
        unchecked
        {
            // An odd factor spreads the runs, and no two get one key.
            (keys[0], keys[1]) = ((run + 1) * Spread, (run + 2) * Spread);
        }

        return KeysOfRow;
    }

    private readonly record struct Entry(string Text, ulong Content, int Row) : IComparable<Entry>
    {
        public int CompareTo(Entry other) => string.CompareOrdinal(Text, other.Text) switch
        {
            0 when Content != other.Content => Content.CompareTo(other.Content),
            0 => Row.CompareTo(other.Row),
            var order => order,
        };
    }
}
