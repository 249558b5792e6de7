using System.Text;
using Qingce.Standards;

namespace Qingce.Bench.Accuracy;

/// <summary>Draws names and addresses as frequent as a language has them.</summary>
internal abstract class Namer
{
    public static Namer English { get; } = new LatinNamer(Latin.English, isGerman: false);

    public static Namer German { get; } = new LatinNamer(Latin.German, isGerman: true);

    public static Namer Chinese { get; } = new ChineseNamer();

    public abstract string Family(Random random);

    public abstract string Given(Random random, bool isFemale);

    /// <summary>A given name of a twin or a sibling, as like as parents make them.</summary>
    public abstract string SiblingGiven(Random random, bool isFemale, string other);

    public abstract string Street(Random random);

    public abstract string Town(Random random, int towns);

    public abstract string Phone(Random random);

    public abstract string Number(Random random, DateOnly born, bool isFemale, int town);

    /// <summary>The number of a twin: the next one where numbers are given out in order.</summary>
    public abstract string NextNumber(Random random, string number);

    /// <summary>Whether a wife takes her husband's name.</summary>
    public abstract bool WivesTakeNames { get; }

    /// <summary>Whether a son may bear his father's name.</summary>
    public abstract bool SonsBearNames { get; }

    protected static T Zipf<T>(IReadOnlyList<T> values, Random random, double skew)
    {
        // The inverse of the integral of 1 / (x + 3)^skew.
        double power = 1 - skew, low = Math.Pow(3, power), high = Math.Pow(values.Count + 3, power);
        return values[Math.Clamp((int)(Math.Pow(low + random.NextDouble() * (high - low), 1 / power) - 3), 0, values.Count - 1)];
    }

    private sealed class LatinNamer(Latin words, bool isGerman) : Namer
    {
        public override bool WivesTakeNames => true;

        public override bool SonsBearNames => true;

        public override string Family(Random random) => random.NextDouble() < 0.45
            ? Zipf(words.Families, random, 0.7)
            : Zipf(words.Beginnings, random, 0.2) + Zipf(words.Endings, random, 0.2);

        public override string Given(Random random, bool isFemale) => Zipf(isFemale ? words.Women : words.Men, random, 0.7);

        public override string SiblingGiven(Random random, bool isFemale, string other)
        {
            string given = Given(random, isFemale);
            while (given == other)
            {
                given = Given(random, isFemale);
            }

            return given;
        }

        public override string Street(Random random) => isGerman
            ? (random.Next(2) == 0 ? Zipf(words.Streets, random, 0.5) : Zipf(words.Beginnings, random, 0.2)) + (random.Next(3) == 0 ? "weg" : "straße")
            : (random.Next(2) == 0 ? Zipf(words.Streets, random, 0.5) : Zipf(words.Beginnings, random, 0.2) + Zipf(words.Endings, random, 0.2))
                + (random.Next(3) switch { 0 => " Road", 1 => " Street", _ => " Lane" });

        public override string Town(Random random, int towns)
        {
            int town = Math.Min(random.Next(towns), random.Next(towns));
            return words.Beginnings[town % words.Beginnings.Length] + words.Endings[town * 7 / words.Beginnings.Length % words.Endings.Length];
        }

        public override string Phone(Random random) => $"0{random.Next(10_000, 99_999)} {random.Next(100_000, 999_999)}";

        public override string Number(Random random, DateOnly born, bool isFemale, int town) => $"{random.Next(100_000_000, 999_999_999)}";

        public override string NextNumber(Random random, string number) => $"{random.Next(100_000_000, 999_999_999)}";
    }

    private sealed class ChineseNamer : Namer
    {
        private static readonly string[] Roads = ["人民路", "建设路", "解放街", "中山大道", "和平巷", "文化路", "新华街", "胜利路", "长江路", "黄河路", "学院路", "幸福小区", "阳光花园", "锦绣苑"];
        private static readonly SurnameFrequency[] Surnames = [.. Standards.Surnames.All.Where(s => s.Surname.Length == 1).Take(300)];
        private static readonly Rune[] Characters = [.. GivenNameCharacters.All.Take(1200).Select(g => g.Character)];
        private static readonly Division[] Counties = [.. Divisions.All.Where(d => d.To is null && d.Code % 100 != 0)];

        public override bool WivesTakeNames => false;

        public override bool SonsBearNames => false;

        public override string Family(Random random) => Zipf(Surnames, random, 0.95).Surname;

        public override string Given(Random random, bool isFemale) => $"{One(random)}{(random.NextDouble() < 0.78 ? One(random) : "")}";

        // The second character is another one, the first is that of the generation.
        public override string SiblingGiven(Random random, bool isFemale, string other)
        {
            string one = One(random);
            return other.Length == 2 ? (other[1..] == one ? other[..1] + "一" : other[..1] + one) : other == one ? "一" : one;
        }

        public override string Street(Random random) => Roads[random.Next(Roads.Length)];

        public override string Town(Random random, int towns) => Counties[random.Next(towns) * 37 % Counties.Length] is var county ? county.ProvinceName + county.CityName + county.Name : "";

        public override string Phone(Random random) => $"1{random.Next(3, 10)}{random.Next(1_000_000_000):000000000}";

        public override string Number(Random random, DateOnly born, bool isFemale, int town) =>
            CitizenNumber.Create(Counties[town * 37 % Counties.Length].Code, born, 1 + random.Next(490) * 2 + (isFemale ? 1 : 0)).ToString();

        public override string NextNumber(Random random, string number)
        {
            CitizenNumber one = CitizenNumber.Read(number).Number;
            return CitizenNumber.Create(one.DivisionPrefix, one.Birth!.Value, one.Sequence + random.Next(1, 3)).ToString();
        }

        private static string One(Random random) => Zipf(Characters, random, 0.8).ToString();
    }
}
