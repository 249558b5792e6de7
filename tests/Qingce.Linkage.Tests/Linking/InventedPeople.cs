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

    /// <summary>The values of a row as they stand in the file.</summary>
    public string[] Values(int row) => _rows[row];

    /// <summary>A table of the rows, read from a file, in another order if one is given.</summary>
    public LinkTable ToTable(int[]? order = null)
    {
        order ??= [.. Enumerable.Range(0, Count)];
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, order.Select(row => string.Join(',', _rows[row].Prepend($"r{row}"))).Prepend("id,given,family,born,street,postcode,phone"));
            return LinkTableReader.Read([("people", [file])], "id", Model.Columns!, LinkageVocabulary.General, 2);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>An untrained model of the columns.</summary>
    public static LinkageModel Model { get; } = new()
    {
        Name = "people",
        MatchesPerRow = 0.05,
        Columns = [.. new[] { "given", "family", "born", "street", "postcode", "phone" }.Select(c => new ModelColumn { Name = c, Kind = "text" })],
        Comparisons = [Close("given"), Close("family"), Edits("born"), Close("street"), Edits("postcode"), Edits("phone")],
        Blocking =
        [
            new BlockingRule { Parts = [new("born")] },
            new BlockingRule { Parts = [new("given", "first-3"), new("family", "first-3")] },
            new BlockingRule { Parts = [new("phone")] },
            new BlockingRule { Parts = [new("postcode"), new("family", "first-2")] },
        ],
    };

    public static Linker Linker(LinkTable table, SearchOptions? options = null) =>
        new(table, LinkageVocabulary.General, options ?? new SearchOptions { Threads = 2 });

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

    private static Comparison Close(string column) => Compared(
        column, ("close", new LevelCondition { Measure = "jaro-winkler", Bound = 0.92 }), ("similar", new LevelCondition { Measure = "jaro-winkler", Bound = 0.8 }));

    private static Comparison Edits(string column) => Compared(
        column,
        ("one-edit", new LevelCondition { Measure = "damerau-levenshtein", Bound = 1 }),
        ("two-edits", new LevelCondition { Measure = "damerau-levenshtein", Bound = 2 }));

    private static Comparison Compared(string column, params (string Name, LevelCondition When)[] graded) => new()
    {
        Name = column,
        Levels =
        [
            new ComparisonLevel { Name = "equal", When = new LevelCondition { Measure = "exact" }, M = 0.8, U = 0.05, Frequency = 1 },
            .. graded.Select(g => new ComparisonLevel { Name = g.Name, When = g.When, M = 0.07, U = 0.02 }),
            new ComparisonLevel { Name = "different", M = 0.06, U = 0.91 },
        ],
    };

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
