namespace Qingce.Linkage.Tests;

/// <summary>Models of invented people with comparisons whose levels ask for several columns, drawn at random beside all shapes of others; every pair is a candidate.</summary>
internal static class JointComparisons
{
    public const string First = "joint";

    public static LinkageModel ModelOf(int seed)
    {
        Random random = new(seed);
        return InventedPeople.Model with
        {
            Comparisons = [.. InventedPeople.Model.Comparisons.Select(c => Shaped(c, random)), Joint(First, random), Joint("another", random)],
            Blocking = [new BlockingRule { Parts = [] }],
        };
    }

    private static Comparison Shaped(Comparison comparison, Random random) => random.Next(8) switch
    {
        0 => comparison with { Needed = ["street"] },
        1 => comparison with { Levels = [.. comparison.Levels.Skip(1)] },
        2 => comparison with { Levels = [Fixed("of two", new() { All = [new() { Measure = "exact" }, new() { Measure = "exact", Column = "born" }] }, random), .. comparison.Levels] },
        _ => comparison,
    };

    private static Comparison Joint(string name, Random random) => new()
    {
        Name = name,
        Column = random.Next(2) == 0 ? "phone" : "postcode",
        Alternatives = ["born"],
        Needed = random.Next(4) == 0 ? ["street"] : null,
        Levels = [.. Enumerable.Range(0, 4).Select(l => Fixed($"level {l}", Condition(random, parts: 2), random)), Fixed("none", null, random)],
    };

    private static ComparisonLevel Fixed(string name, LevelCondition? when, Random random) =>
        new() { Name = name, When = when, M = Math.Exp(-30 * random.NextDouble()), U = Math.Exp(-30 * random.NextDouble()), Fixed = true };

    private static LevelCondition Condition(Random random, int parts)
    {
        LevelCondition[] Some() => [.. Enumerable.Range(0, 2).Select(_ => Condition(random, parts - 1))];
        return (parts == 0 ? 9 : random.Next(10)) switch
        {
            < 4 => new() { All = Some() },
            < 6 => new() { Any = Some() },
            < 8 => new() { Not = Condition(random, parts - 1) },
            _ => random.Next(3) switch
            {
                0 => new() { Measure = "exact", Column = random.Next(2) == 0 ? "given" : "phone" },
                1 => new() { Measure = "jaro-winkler", Column = random.Next(2) == 0 ? "given" : "street", Bound = 0.5 + 0.06 * random.Next(8) },
                _ => new() { Measure = "damerau-levenshtein", Column = random.Next(2) == 0 ? "postcode" : "phone", Bound = random.Next(0, 6) },
            },
        };
    }
}
