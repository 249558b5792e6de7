using System.Globalization;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese.Tests;

/// <summary>What an invented person is to another whom linkage may take for the same.</summary>
internal enum Kinship
{
    Duplicate,
    Twins,
    ParentAndChild,
    Neighbours,
    Namesakes,
    Relatives,
}

/// <summary>An invented record.</summary>
internal sealed record Person(int Id, string Name, char Sex, DateOnly Birth, string Number, string Phone, string Address)
{
    /// <summary>The birth date as written.</summary>
    public string Born { get; init; } = Birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The former name; empty for none.</summary>
    public string Former { get; init; } = "";
}

/// <summary>
/// Invented people with second records as clerks and systems make them, and the pairs that are classic false merges: twins with numbers of one
/// sequence and one character of the name apart, parents and children of like names, namesakes next door, namesakes born on one day.
/// </summary>
internal sealed class Invented
{
    private static readonly string[] Roads = ["人民路", "建设路", "解放街", "中山大道", "和平巷", "文化路", "新华街", "胜利路", "幸福小区", "阳光花园"];
    private static readonly string[] Uygur = ["买买提", "艾山", "吐尔逊", "阿卜杜拉", "古丽", "热合曼", "依明", "卡德尔", "帕提古丽", "库尔班"];
    private static readonly (string, string)[] Spellings =
        [("买买提", "麦麦提"), ("吐尔逊", "图尔荪"), ("依明", "伊明"), ("阿卜杜拉", "阿不都拉"), ("卡德尔", "哈德尔"), ("萧", "肖"), ("阎", "闫"), ("傅", "付"), ("戴", "代")];

    private static readonly string[] Surnames = [.. Standards.Surnames.All.Where(s => s.Surname.Length == 1).Take(150).Select(s => s.Surname), "萧", "阎", "傅", "戴", "欧阳"];
    private static readonly double[] SurnameTotals = Totals(Surnames.Select(s => (double)Math.Max(200_000, Standards.Surnames.PeopleNamed(s))));
    private static readonly string[] Given = [.. GivenNameCharacters.All.Take(900).Select(g => g.Character.ToString())];
    private static readonly double[] GivenTotals = Totals(GivenNameCharacters.All.Take(900).Select(g => (double)(g.Male + g.Female)));
    private static readonly Division[] Counties = [.. Divisions.All.Where(d => d.To is null && d.Code % 100 != 0)];

    private readonly Random _random;
    private readonly Division[] _counties;
    private int _people;

    /// <summary>Invents about so many records.</summary>
    public Invented(int records, int seed, double duplicated = 0.2, double special = 0.02)
    {
        _random = new Random(seed);
        _counties = [.. Enumerable.Range(0, 30).Select(_ => Counties[_random.Next(Counties.Length)])];
        while (Records.Count < records)
        {
            Household(duplicated, special);
        }
    }

    public List<Person> Records { get; } = [];

    /// <summary>People who are not one, by their ids.</summary>
    public Dictionary<(int, int), Kinship> Apart { get; } = [];

    private void Household(double duplicated, double special)
    {
        var county = _counties[_random.Next(_counties.Length)];
        var address = Address(county);
        var phone = Phone();
        var surname = Pick(Surnames, SurnameTotals);
        var father = Make(surname, county, 1940, 1975, address, phone, 'M');
        Add(father, duplicated);
        if (_random.NextDouble() < 0.7)
        {
            var mother = Make(Pick(Surnames, SurnameTotals), county, 1940, 1975, address, _random.NextDouble() < 0.5 ? phone : Phone(), 'F');
            Mark(father, mother, Kinship.Relatives);
            Add(mother, duplicated);
        }

        if (_random.NextDouble() < 0.6)
        {
            var child = Make(surname, county, 1985, 2012, address, _random.NextDouble() < 0.5 ? phone : Phone());
            Mark(father, child, Kinship.Relatives);
            Add(child, duplicated);
            if (_random.NextDouble() < special)
            {
                var twin = Next(child) with { Name = OneApart(child.Name), Phone = child.Phone };
                Mark(child, twin, Kinship.Twins);
                Mark(father, twin, Kinship.Relatives);
                Add(twin, duplicated);
            }
        }

        if (_random.NextDouble() < special)
        {
            var child = Make(surname, county, father.Birth.Year + 20, father.Birth.Year + 38, address, phone, 'M') with { Name = _random.Next(2) == 0 ? father.Name : OneApart(father.Name) };
            Mark(father, child, Kinship.ParentAndChild);
            Add(child, duplicated);
        }

        if (_random.NextDouble() < special)
        {
            var neighbour = Make(surname, county, 1940, 2010, Slips.Room(address, _random.Next(1, 9)), Phone(), father.Sex) with { Name = father.Name };
            Mark(father, neighbour, Kinship.Neighbours);
            Add(neighbour, duplicated);
        }

        if (_random.NextDouble() < special)
        {
            var other = _counties[_random.Next(_counties.Length)];
            var namesake = Of(father.Name, other, father.Birth, Address(other), Phone(), 'M');
            Mark(father, namesake, Kinship.Namesakes);
            Add(namesake, duplicated);
        }
    }

    private void Mark(Person one, Person other, Kinship kinship) => Apart[(Math.Min(one.Id, other.Id), Math.Max(one.Id, other.Id))] = kinship;

    private void Add(Person person, double duplicated)
    {
        Records.Add(Damaged(person, 0.03));
        while (_random.NextDouble() < duplicated)
        {
            Records.Add(Damaged(Corrupted(person), 0));
            duplicated /= 3;
        }
    }

    private Person Make(string surname, Division county, int from, int to, string address, string phone, char sex = ' ')
    {
        sex = sex == ' ' ? _random.Next(2) == 0 ? 'M' : 'F' : sex;
        var name = _random.NextDouble() < 0.04
            ? $"{Uygur[_random.Next(Uygur.Length)]}·{Uygur[_random.Next(Uygur.Length)]}"
            : surname + Pick(Given, GivenTotals) + (_random.NextDouble() < 0.8 ? Pick(Given, GivenTotals) : "");
        return Of(name, county, new DateOnly(from, 1, 1).AddDays(_random.Next((to - from) * 365)), address, phone, sex);
    }

    private Person Of(string name, Division county, DateOnly birth, string address, string phone, char sex)
    {
        var number = CitizenNumber.Create(county.Code, birth, 1 + _random.Next(499) * 2 + (sex == 'M' ? 0 : 1));
        return new Person(_people++, name, sex, birth, number.ToString(), phone, address);
    }

    private Person Next(Person person)
    {
        var number = CitizenNumber.Read(person.Number).Number;
        var sequence = number.Sequence > 990 ? number.Sequence - 2 : number.Sequence + _random.Next(1, 3);
        return person with
        {
            Id = _people++,
            Sex = sequence % 2 == 1 ? 'M' : 'F',
            Number = CitizenNumber.Create(number.DivisionPrefix, person.Birth, sequence).ToString(),
        };
    }

    private string OneApart(string name)
    {
        var other = Pick(Given, GivenTotals);
        return name.Length < 3 || name.Contains('·', StringComparison.Ordinal) ? name[..1] + other + (name.Contains(other, StringComparison.Ordinal) ? "一" : "") : name[..2] + (name[2..] == other ? "一" : other);
    }

    // What is wrong with records whoever has them: missing values, default birthdays, rounded numbers.
    private Person Damaged(Person person, double much)
    {
        person = _random.NextDouble() < 0.03 + much ? person with { Number = "" } : person;
        person = _random.NextDouble() < 0.02 ? person with { Number = person.Number.Length == 18 ? person.Number[..15] + "000" : "" } : person;
        person = _random.NextDouble() < 0.02 ? person with { Born = _random.Next(2) == 0 ? "1900-01-01" : $"{person.Birth.Year}-01-01" } : person;
        person = _random.NextDouble() < 0.1 ? person with { Phone = "" } : person;
        person = _random.NextDouble() < 0.02 ? person with { Phone = "13800138000" } : person;
        return _random.NextDouble() < 0.03 ? person with { Address = "" } : person;
    }

    private Person Corrupted(Person person)
    {
        for (var errors = _random.Next(1, 4); errors > 0; errors--)
        {
            person = _random.Next(14) switch
            {
                0 => person with { Name = Slips.Homophone(person.Name, _random) },
                1 => person with { Name = Slips.LookAlike(person.Name, _random) },
                2 => person with { Name = Slips.Lost(person.Name, _random) },
                3 => person with { Name = Spellings.Aggregate(person.Name, (name, s) => name.Replace(s.Item1, s.Item2, StringComparison.Ordinal)) },
                4 => person with { Name = OneApart(person.Name) },
                5 or 6 => person with { Born = Slips.Date(person.Birth, _random) },
                7 or 8 => person with { Number = Slips.Digit(person.Number, _random) },
                9 => person with { Number = person.Number.Length == 18 && person.Number[6] == '1' ? person.Number[..6] + person.Number[8..17] : "" },
                10 => person with { Phone = _random.Next(3) == 0 ? Slips.Digit(person.Phone, _random) : Phone() },
                11 => person with { Address = Address(_counties[_random.Next(_counties.Length)]) },
                12 => person with { Address = Slips.Address(person.Address, _random) },
                _ => person with { Number = "" },
            };
        }

        return person;
    }

    private string Phone() => $"1{_random.Next(3, 10)}{_random.Next(1000):000}{_random.Next(1_000_000):000000}";

    private string Address(Division county) =>
        $"{county.Name}{Roads[_random.Next(Roads.Length)]}{_random.Next(1, 300)}号" + (_random.Next(4) == 0 ? "" : $"{_random.Next(1, 20)}栋{_random.Next(1, 4)}单元{_random.Next(1, 19)}0{_random.Next(1, 5)}室");

    private string Pick(string[] values, double[] totals)
    {
        var at = Array.BinarySearch(totals, _random.NextDouble() * totals[^1]);
        return values[Math.Min(at < 0 ? ~at : at, values.Length - 1)];
    }

    private static double[] Totals(IEnumerable<double> weights)
    {
        var sum = 0d;
        return [.. weights.Select(w => sum += w)];
    }
}
