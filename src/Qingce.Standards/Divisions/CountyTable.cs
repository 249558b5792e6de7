using System.Collections.Frozen;
using System.Globalization;
using Qingce.Standards.Tables;

namespace Qingce.Standards;

/// <summary>The loaded table of codes of six digits, sorted by code and year.</summary>
internal sealed class CountyTable
{
    private readonly Division[] rows;
    private readonly FrozenDictionary<int, (int Start, int Count)> places;
    private readonly FrozenDictionary<int, int[]> current;

    private CountyTable(Division[] rows)
    {
        this.rows = rows;
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

        places = spans.ToFrozenDictionary();
        current = spans.Keys.ToFrozenDictionary(code => code, FollowSuccessors);
        var living = rows.Where(r => r.IsCurrent).ToArray();
        Provinces = [.. living.Where(r => r.Level == DivisionLevel.Province)];
        Cities = Group(living, DivisionLevel.City, 10_000);
        CountiesByProvince = Group(living, DivisionLevel.County, 10_000);
        CountiesByCity = Group(living, DivisionLevel.County, 100);
    }

    public IReadOnlyList<Division> Rows => rows;

    public IReadOnlyList<Division> Provinces { get; }

    public FrozenDictionary<int, Division[]> Cities { get; }

    public FrozenDictionary<int, Division[]> CountiesByProvince { get; }

    public FrozenDictionary<int, Division[]> CountiesByCity { get; }

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

    public ReadOnlySpan<Division> Spells(int code) => places.TryGetValue(code, out var place) ? rows.AsSpan(place.Start, place.Count) : [];

    public ReadOnlySpan<int> CurrentOf(int code) => current.TryGetValue(code, out var codes) ? codes : [];

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

    private static FrozenDictionary<int, Division[]> Group(Division[] rows, DivisionLevel level, int unit) =>
        rows.Where(r => r.Level == level).GroupBy(r => r.Code / unit).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    private int[] FollowSuccessors(int code)
    {
        var found = new SortedSet<int>();
        var seen = new HashSet<int>();
        var open = new Stack<int>();
        open.Push(code);
        while (open.TryPop(out var one))
        {
            if (!seen.Add(one))
            {
                continue;
            }

            var spells = Spells(one);
            if (spells.IsEmpty)
            {
                continue;
            }

            // A code given anew to the same place lives on; only the last spell decides.
            var last = spells[^1];
            if (last.IsCurrent)
            {
                found.Add(one);
                continue;
            }

            foreach (var successor in last.Successors)
            {
                open.Push(successor.Code);
            }
        }

        return [.. found];
    }
}
