using System.Globalization;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese.Tests;

/// <summary>A register written by hand in a test: each registration differs from a template in what the test is about.</summary>
internal sealed class SmallRegister
{
    private readonly List<Entry> _entries = [];

    public int Count => _entries.Count;

    public int Add(Entry entry)
    {
        _entries.Add(entry);
        return _entries.Count - 1;
    }

    /// <summary>Adds unrelated people, so that priors and frequencies are those of a town.</summary>
    public SmallRegister AddTown(int people, int seed)
    {
        var random = new Random(seed);
        var surnames = Surnames.All.Where(s => s.Surname.Length == 1).Take(200).Select(s => s.Surname).ToArray();
        var given = GivenNameCharacters.All.Take(600).Select(g => g.Character.ToString()).ToArray();
        var first = new DateOnly(1940, 1, 1);
        for (var i = 0; i < people; i++)
        {
            var birth = first.AddDays(random.Next(29_000));
            var sequence = random.Next(1, 400);
            var name = surnames[(int)(surnames.Length * Math.Pow(random.NextDouble(), 2))] + given[random.Next(given.Length)]
                + (random.Next(4) == 0 ? "" : given[random.Next(given.Length)]);
            Add(new Entry
            {
                Name = name,
                Number = CitizenNumber.Create(320_501 + random.Next(10), birth, sequence).ToString(),
                Birth = DayNumber.ToCode(birth),
                Sex = (byte)(sequence % 2 == 1 ? 1 : 2),
                Household = 1000 + i / 3,
                Address = (ulong)(5000 + i / 3),
                Phone = 13_800_000_000 + i / 2,
                Birthplace = 320_500 + random.Next(30),
            });
        }

        return this;
    }

    /// <summary>The columns, with the rows in another order if one is given.</summary>
    public PersonColumns ToColumns(int[]? order = null)
    {
        var entries = order is null ? [.. _entries] : order.Select(i => _entries[i]).ToArray();
        var names = entries.SelectMany(e => new[] { e.Name, e.FormerName }).Where(n => n.Length > 0).Select(PersonName.Normalize).Distinct().ToList();
        var ids = names.Index().ToDictionary(p => p.Item, p => p.Index);
        int IdOf(string name) => name.Length == 0 ? -1 : ids[PersonName.Normalize(name)];
        return new PersonColumns
        {
            Count = entries.Length,
            Names = names,
            NameIds = entries.Select(e => IdOf(e.Name)).ToArray(),
            FormerNameIds = entries.Select(e => IdOf(e.FormerName)).ToArray(),
            Numbers = entries.Select(e => NumberOf(e.Number)).ToArray(),
            FifteenDigits = entries.Select(e => e.Number.Length == 15).ToArray(),
            FormerNumbers = entries.Select(e => NumberOf(e.FormerNumber)).ToArray(),
            BirthDates = entries.Select(e => e.Birth).ToArray(),
            Sexes = entries.Select(e => e.Sex).ToArray(),
            Living = entries.Select(e => e.Living).ToArray(),
            Households = entries.Select(e => e.Household).ToArray(),
            AddressKeys = entries.Select(e => e.Address).ToArray(),
            Phones = entries.Select(e => e.Phone).ToArray(),
            BirthplaceIds = entries.Select(e => e.Birthplace).ToArray(),
        };
    }

    public DuplicatePairs Find(DuplicateOptions? options = null) => RegisterDuplicates.Find(ToColumns(), options ?? new() { Threads = 2 });

    private static ulong NumberOf(string number) => CitizenNumber.Read(number.AsSpan()).Number.Packed;

    internal sealed record Entry
    {
        public string Name { get; init; } = "周慧芳";

        public string FormerName { get; init; } = "";

        public string Number { get; init; } = NumberFrom(320_503, 1968_03_14, 24);

        public string FormerNumber { get; init; } = "";

        public int Birth { get; init; } = 1968_03_14;

        public byte Sex { get; init; } = 2;

        public bool Living { get; init; } = true;

        public int Household { get; init; } = -1;

        public ulong Address { get; init; }

        public long Phone { get; init; }

        public int Birthplace { get; init; } = -1;

        public static string NumberFrom(int prefix, int birth, int sequence) =>
            CitizenNumber.Create(prefix, DateOnly.ParseExact(birth.ToString(CultureInfo.InvariantCulture), "yyyyMMdd"), sequence).ToString();
    }
}
