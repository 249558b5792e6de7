using System.Globalization;
using System.Text;
using Qingce.Standards;

namespace Qingce.Bench.People;

/// <summary>
/// Invented Chinese people by their numbers: names by the frequencies of surnames and characters, households of three at one address,
/// of whom two share a surname. Immutable, for any number of threads.
/// </summary>
internal sealed class InventedPopulation
{
    private const int FirstYear = 1940, Days = 70 * 365 + 18, Household = 3, Crowd = 50_000;
    private static readonly DateOnly FirstDay = new(FirstYear, 1, 1);
    private static readonly string[] Streets =
        ["人民", "解放", "中山", "建设", "和平", "文化", "新华", "胜利", "长江", "黄河", "朝阳", "光明", "幸福", "迎宾", "学府", "滨河", "青年", "东风", "工业", "育才"];

    private static readonly string[] Ways = ["路", "街", "大道", "巷", "胡同", "北路", "南路", "东街", "西街"];
    private readonly ulong _seed;
    private readonly bool _skew;
    private readonly string[] _surnames;
    private readonly long[] _surnameTotals;
    private readonly Rune[] _characters;
    private readonly long[] _maleTotals;
    private readonly long[] _femaleTotals;
    private readonly Division[] _counties;
    private readonly Dictionary<int, Rune[]> _bySound;

    /// <summary>Prepares the tables.</summary>
    /// <param name="seed">Same seed, same people.</param>
    /// <param name="skew">True for a surname and birthday that 50,000 share, and three in ten with the birth date 1900-01-01.</param>
    public InventedPopulation(int seed, bool skew)
    {
        _seed = (ulong)seed;
        _skew = skew;
        _surnames = [.. Surnames.All.Select(s => s.Surname)];
        _surnameTotals = Totals(Surnames.All.Select(s => Math.Max(1, s.People / 10_000)));
        GivenNameFrequency[] given = [.. GivenNameCharacters.All.Where(g => g.Male + g.Female > 200)];
        _characters = [.. given.Select(g => g.Character)];
        _maleTotals = Totals(given.Select(g => (long)g.Male / 16));
        _femaleTotals = Totals(given.Select(g => (long)g.Female / 16));
        _counties = [.. Divisions.All.Where(d => d.To is null && d.Code % 100 != 0)];
        _bySound = _characters.Where(c => Pinyin.SyllableOf(c) != 0).GroupBy(Pinyin.SyllableOf).ToDictionary(g => g.Key, g => g.ToArray());
    }

    public Rune AnyCharacter(ref PersonDraw draw) => _characters[draw.Below(_characters.Length)];

    public Rune Homophone(ref PersonDraw draw, Rune character) =>
        _bySound.TryGetValue(Pinyin.SyllableOf(character), out Rune[]? others) ? others[draw.Below(others.Length)] : AnyCharacter(ref draw);

    /// <summary>Writes a person as they truly are.</summary>
    public void Describe(int person, InventedRow row)
    {
        PersonDraw home = new(_seed, 1, person / Household);
        PersonDraw draw = new(_seed, 2, person);
        int surname = home.Pick(_surnameTotals);
        bool crowd = _skew && person < Crowd;
        if (person % Household == 1)
        {
            surname = draw.Pick(_surnameTotals);
        }

        row.Person = person;
        row.IsMale = draw.Chance(0.51);
        row.Name.Clear();
        row.Name.AddRange((crowd ? "王" : _surnames[surname]).EnumerateRunes());
        long[] totals = row.IsMale ? _maleTotals : _femaleTotals;
        for (int left = draw.Chance(0.2) ? 1 : 2; left > 0; left--)
        {
            row.Name.Add(_characters[draw.Pick(totals)]);
        }

        DateOnly born = crowd ? new DateOnly(1985, 6, 15) : FirstDay.AddDays(draw.Below(Days));
        Division county = _counties[home.Below(_counties.Length)];
        Division birthplace = draw.Chance(0.7) ? county : _counties[draw.Below(_counties.Length)];
        int sequence = 1 + (draw.Below(499) * 2) + (row.IsMale ? 0 : 1);
        CitizenNumber number = CitizenNumber.Create(birthplace.Code, born, sequence);
        number.ToString().CopyTo(row.Number);
        row.HasNumber = !draw.Chance(0.03);
        row.Birth = _skew && draw.Chance(0.3) ? 19_000_101 : (born.Year * 10_000) + (born.Month * 100) + born.Day;
        row.Phone = draw.Chance(0.15) ? 0 : NewPhone(ref draw);
        Settle(ref home, county, row);
    }

    public static long NewPhone(ref PersonDraw draw) => 13_000_000_000 + (draw.Below(7) * 1_000_000_000L) + draw.Below(1_000_000_000);

    /// <summary>A new home anywhere.</summary>
    public void Move(ref PersonDraw draw, InventedRow row) => Settle(ref draw, _counties[draw.Below(_counties.Length)], row);

    private static void Settle(ref PersonDraw draw, Division county, InventedRow row)
    {
        row.Region = county.Code;
        row.Address.Clear().Append(county.Name).Append(Streets[draw.Below(Streets.Length)]).Append(Ways[draw.Below(Ways.Length)]);
        row.Address.Append(CultureInfo.InvariantCulture, $"{1 + draw.Below(400)}号");
        if (draw.Chance(0.7))
        {
            row.Address.Append(CultureInfo.InvariantCulture, $"{1 + draw.Below(30)}栋{1 + draw.Below(4)}单元{1 + draw.Below(18)}0{1 + draw.Below(4)}室");
        }
    }

    private static long[] Totals(IEnumerable<long> weights)
    {
        long sum = 0;
        return [.. weights.Select(w => sum += w)];
    }
}
