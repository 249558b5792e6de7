namespace Qingce.Bench.Accuracy;

/// <summary>
/// Households of an invented population: couples, children, twins, sons of their father's name, people who live alone. Remembers who is whose kin.
/// </summary>
internal sealed class Population(Namer namer, int towns, double lone, Random random)
{
    private static readonly string[] Domains = ["example.org", "mail.example", "post.example", "web.example"];
    private readonly HashSet<string> _mails = [];
    private int _entities;

    /// <summary>Kin by the entities of both.</summary>
    public List<(int One, int Other, Kin Kin)> Kin { get; } = [];

    /// <summary>The members of one more household.</summary>
    public List<Citizen> Household()
    {
        Home home = new(namer.Town(random, towns), namer.Street(random), $"{random.Next(1, 150)}", namer.Phone(random), random.Next(towns));
        bool isWoman = random.Next(2) == 0;
        Citizen first = Make(namer.Given(random, isWoman), namer.Family(random), isWoman, Born(1940, 1980), home);
        List<Citizen> members = [first];
        if (random.NextDouble() < lone)
        {
            return members;
        }

        Citizen second = Make(
            namer.Given(random, !isWoman), namer.WivesTakeNames && random.NextDouble() < 0.85 ? first.Family : namer.Family(random), !isWoman, first.Born.AddDays(random.Next(-2500, 2500)), home);
        Join(members, second, Accuracy.Kin.Spouse);
        Citizen father = isWoman ? second : first;
        int children = random.Next(4);
        for (int i = 0; i < children; i++)
        {
            bool isGirl = random.Next(2) == 0;
            Citizen? sibling = members.Count > 2 ? members[^1] : null;
            string given = sibling is null ? namer.Given(random, isGirl) : namer.SiblingGiven(random, isGirl, sibling.Given);
            bool isJunior = namer.SonsBearNames && !isGirl && random.NextDouble() < 0.06 && members.TrueForAll(m => m.Given != father.Given || m == father);
            Citizen child = Make(isJunior ? father.Given : given, father.Family, isGirl, father.Born.AddYears(random.Next(20, 38)).AddDays(random.Next(365)), home);
            Join(members, child, Accuracy.Kin.Sibling);
            if (random.NextDouble() < 0.04)
            {
                bool isSame = random.Next(3) > 0;
                Citizen twin = Make(namer.SiblingGiven(random, isSame == isGirl, child.Given), father.Family, isSame == isGirl, child.Born, home);
                Join(members, twin with { Number = namer.NextNumber(random, child.Number), Phone = child.Phone }, Accuracy.Kin.Twin);
            }
        }

        return members;
    }

    /// <summary>A home that nobody lives in yet, to move to.</summary>
    public Citizen Moved(Citizen person) =>
        person with { Town = namer.Town(random, towns), Street = namer.Street(random), House = $"{random.Next(1, 150)}", Postcode = Postcode(random.Next(towns)) };

    private void Join(List<Citizen> members, Citizen joining, Kin nearest)
    {
        foreach (Citizen member in members)
        {
            Kin kin = member.Given == joining.Given && member.Family == joining.Family ? Accuracy.Kin.Namesake
                : member.Born == joining.Born ? Accuracy.Kin.Twin
                : nearest == Accuracy.Kin.Spouse ? Accuracy.Kin.Spouse
                : Math.Abs(member.Born.Year - joining.Born.Year) > 17 ? Accuracy.Kin.Parent
                : Accuracy.Kin.Sibling;
            Kin.Add((member.Entity, joining.Entity, kin));
        }

        members.Add(joining);
    }

    private Citizen Make(string given, string family, bool isFemale, DateOnly born, Home home)
    {
        string mail = $"{given}.{family}@{Domains[random.Next(Domains.Length)]}";
        mail = _mails.Add(mail) ? mail : mail.Replace("@", $"{_entities}@", StringComparison.Ordinal);
        return new Citizen(
            _entities++, given, family, isFemale, born, home.House, home.Street, home.Town, Postcode(home.Area), random.Next(2) == 0 ? home.Phone : namer.Phone(random),
            mail.ToLowerInvariant(), namer.Number(random, born, isFemale, home.Area));
    }

    private static string Postcode(int area) => $"{(10_000 + area * 7919 % 89_999)}";

    private DateOnly Born(int from, int to) => new DateOnly(from, 1, 1).AddDays(random.Next((to - from) * 365));

    private sealed record Home(string Town, string Street, string House, string Phone, int Area);
}
