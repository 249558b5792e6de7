using System.Globalization;
using Qingce.Standards.Tables;

namespace Qingce.Standards;

/// <summary>The loaded table of codes of six digits, sorted by code and year.</summary>
internal sealed class CountyTable
{
    private readonly Division[] _rows;
    private readonly Dictionary<int, (int Start, int Count)> _places;
    private readonly Dictionary<int, int[]> _current;

    private CountyTable(Division[] rows)
    {
        _rows = rows;
        var spans = new Dictionary<int, (int, int)>();
        for (var start = 0; start < rows.Length;)
        {
            var end = start + 1;
            while (end < rows.Length && rows[end].Code == rows[start].Code)
            {
                end++;
            }

            spans[rows[start].Code] = (start, end - start);
            start = end;
        }

        _places = spans;
        _current = FollowAll();
        var living = rows.Where(r => r.IsCurrent).ToArray();
        Provinces = [.. living.Where(r => r.Level == DivisionLevel.Province)];
        CountiesByProvince = Group(living, DivisionLevel.County, 10_000);
    }

    public IReadOnlyList<Division> Rows => _rows;

    public IReadOnlyList<Division> Provinces { get; }

    public Dictionary<int, Division[]> CountiesByProvince { get; }

    public static CountyTable Load()
    {
        var rows = new List<Division>(7000);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in TableResource.Read("divisions").AsSpan().EnumerateLines())
        {
            if (!line.IsEmpty)
            {
                rows.Add(ReadRow(line, names));
            }
        }

        return new([.. rows]);
    }

    public ReadOnlySpan<Division> Spells(int code) => _places.TryGetValue(code, out var place) ? _rows.AsSpan(place.Start, place.Count) : [];

    public ReadOnlySpan<int> CurrentOf(int code) => _current.TryGetValue(code, out var codes) ? codes : [];

    private static Division ReadRow(ReadOnlySpan<char> line, Dictionary<string, string> names)
    {
        Span<Range> columns = stackalloc Range[8];
        line.Split(columns, '\t');
        var name = line[columns[6]].ToString();
        var city = line[columns[5]] switch { "=" => name, "-" => string.Empty, var other => Once(other, names) };
        var to = line[columns[2]];
        return new(
            int.Parse(line[columns[0]], CultureInfo.InvariantCulture),
            (DivisionLevel)(line[columns[3]][0] - '0'),
            int.Parse(line[columns[1]], CultureInfo.InvariantCulture),
            to.IsEmpty ? null : int.Parse(to, CultureInfo.InvariantCulture),
            Once(line[columns[4]], names),
            city,
            name)
        {
            Successors = ReadSuccessors(line[columns[7]]),
        };
    }

    private static DivisionSuccessor[] ReadSuccessors(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return [];
        }

        var successors = new List<DivisionSuccessor>();
        foreach (var range in text.Split(';'))
        {
            var part = text[range];
            var code = int.Parse(part[..6], CultureInfo.InvariantCulture);
            int? year = part.Length > 6 ? int.Parse(part[7..^1], CultureInfo.InvariantCulture) : null;
            successors.Add(new(code, year));
        }

        return [.. successors];
    }

    private static string Once(ReadOnlySpan<char> name, Dictionary<string, string> names)
    {
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(name, out var known))
        {
            known = name.ToString();
            lookup[name] = known;
        }

        return known;
    }

    private static Dictionary<int, Division[]> Group(Division[] rows, DivisionLevel level, int unit) =>
        rows.Where(r => r.Level == level).GroupBy(r => r.Code / unit).ToDictionary(g => g.Key, g => g.ToArray());

    private Dictionary<int, int[]> FollowAll()
    {
        var all = new Dictionary<int, int[]>(_places.Count);
        var seen = new HashSet<int>();
        var found = new List<int>();
        foreach (var code in _places.Keys)
        {
            if (Spells(code)[^1].IsCurrent)
            {
                all[code] = [code];
                continue;
            }

            seen.Clear();
            found.Clear();
            Follow(code, seen, found);
            found.Sort();
            all[code] = [.. found];
        }

        return all;
    }

    // A code given anew to the same place lives on, so only the last spell decides.
    private void Follow(int code, HashSet<int> seen, List<int> found)
    {
        var spells = Spells(code);
        if (spells.IsEmpty || !seen.Add(code))
        {
            return;
        }

        if (spells[^1].IsCurrent)
        {
            found.Add(code);
            return;
        }

        foreach (var successor in spells[^1].Successors)
        {
            Follow(successor.Code, seen, found);
        }
    }
}
