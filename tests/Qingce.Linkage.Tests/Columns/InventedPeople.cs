using System.Globalization;

namespace Qingce.Linkage.Tests;

/// <summary>Invented people with corrupted copies, in the manner of FEBRL: typing errors, swaps, missing values, moves.</summary>
internal sealed class InventedPeople
{
    private static readonly string[] Syllables = ["ka", "lo", "mi", "ren", "sa", "to", "vel", "bar", "do", "hin", "jor", "pet", "nu", "eri"];

    private readonly List<string[]> _rows = [];
    private readonly List<int> _persons = [];
    private readonly Random _random;

    public InventedPeople(int people, double duplicated, int seed)
    {
        _random = new Random(seed);
        for (var person = 0; person < people; person++)
        {
            var row = Person();
            Add(person, row);
            if (_random.NextDouble() < duplicated)
            {
                Add(person, Corrupted(row));
            }
        }
    }

    public int Count => _rows.Count;

    /// <summary>A table of the rows, in another order if one is given.</summary>
    public ColumnTable ToTable(int[]? order = null)
    {
        order ??= [.. Enumerable.Range(0, Count)];
        var table = new ColumnTable(Count);
        foreach (var (column, i) in new[] { "given", "family", "born", "street", "postcode", "phone" }.Select((c, i) => (c, i)))
        {
            table.Add(column, [.. order.Select(row => _rows[row][i])]);
        }

        return table;
    }

    public static ColumnLinker Linker(ColumnTable table, SearchOptions? options = null) => new(
        table,
        [
            ColumnComparison.OfName("given"), ColumnComparison.OfName("family"), ColumnComparison.OfIdentifier("born"),
            ColumnComparison.OfName("street"), ColumnComparison.OfIdentifier("postcode"), ColumnComparison.OfIdentifier("phone"),
        ],
        [[new("born")], [new("given", 3), new("family", 3)], [new("phone")], [new("postcode"), new("family", 2)]],
        options ?? new SearchOptions { Threads = 2 });

    public (double Precision, double Recall) Score(IEnumerable<ScoredPair> pairs)
    {
        var found = pairs.ToList();
        var right = found.Count(p => _persons[p.Left] == _persons[p.Right]);
        var all = _persons.GroupBy(p => p).Sum(g => g.Count() * (g.Count() - 1) / 2);
        return (right / (double)found.Count, right / (double)all);
    }

    private void Add(int person, string[] row)
    {
        _rows.Add(row);
        _persons.Add(person);
    }

    private string[] Person() =>
    [
        Word(2), Word(3), $"{_random.Next(1930, 2010)}{_random.Next(1, 13):00}{_random.Next(1, 29):00}",
        Word(4), _random.Next(1000, 1400).ToString(CultureInfo.InvariantCulture), _random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture),
    ];

    private string Word(int syllables) => string.Concat(Enumerable.Range(0, syllables).Select(_ => Syllables[_random.Next(Syllables.Length)]));

    private string[] Corrupted(string[] row)
    {
        var copy = row.ToArray();
        for (var errors = _random.Next(1, 4); errors > 0; errors--)
        {
            var at = _random.Next(copy.Length);
            copy[at] = _random.Next(5) == 0 ? "" : Slip(copy[at]);
        }

        return copy;
    }

    private string Slip(string text)
    {
        if (text.Length < 2)
        {
            return text;
        }

        var at = _random.Next(text.Length - 1);
        return _random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text[..at] + (char.IsDigit(text[at]) ? (char)('0' + _random.Next(10)) : (char)('a' + _random.Next(26))) + text[(at + 1)..],
        };
    }
}
