using System.Globalization;

namespace Qingce.Bench.Accuracy;

internal sealed record InventedPerson(
    string Given, string Family, string Sex, string Born, string House, string Street, string Town, string Postcode, string Phone, string Email, string Number, string Job);

/// <summary>Draws persons, some of whom live with the one drawn before.</summary>
internal sealed class PersonSource(int rows, int seed)
{
    private static readonly InventedNames Givens = new(600, 2, 0.9, 1), Families = new(6000, 2, 0.8, 2), Streets = new(3000, 3, 0.3, 4), Jobs = new(80, 3, 1, 5);
    private static readonly string[] Domains = ["example.org", "mail.example", "post.example", "smith.net", "jones.com"];
    private readonly InventedNames _towns = new(Math.Clamp(rows / 20, 40, 2000), 3, 0.7, 3 + seed % 2);
    private InventedPerson? _before;

    public InventedPerson Next(Random random, double family)
    {
        InventedPerson person = Draw(random, _towns);
        if (_before is { } with && random.NextDouble() < family)
        {
            person = person with { Family = with.Family, House = with.House, Street = with.Street, Town = with.Town, Postcode = with.Postcode };
            person = random.Next(2) == 0 ? person with { Phone = with.Phone } : person;
            person = random.Next(40) == 0 ? person with { Born = with.Born } : person;
        }

        return _before = person;
    }

    public static InventedPerson Lone(Random random) => Draw(random, Streets);

    private static InventedPerson Draw(Random random, InventedNames towns)
    {
        (string given, string family, string town) = (Givens.Draw(random), Families.Draw(random), towns.Draw(random));
        string born = new DateOnly(1925, 1, 1).AddDays(random.Next(33_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        born = random.Next(20) == 0 ? born[..4] + "-01-01" : born;
        // A town has a few postcodes of its own.
        int code = (int)((uint)town.Sum(c => c * 2654435761L % 9973) % 900) * 100 + random.Next(5) + 10_000;
        return new InventedPerson(
            given, family, given[^1] % 2 == 0 ? "m" : "f", born, $"{random.Next(1, 200)}", Streets.Draw(random), town, $"{code}", $"0{random.Next(100_000_000, 999_999_999)}",
            $"{given}.{family}{random.Next(100)}@{Domains[random.Next(Domains.Length)]}", $"{random.Next(1_000_000, 9_999_999)}", Jobs.Draw(random));
    }
}
