namespace Qingce.Linkage;

/// <summary>
/// What tells twins, and a parent from a child of one name, where all else that is known is of the family: home, telephone, family name. Together they bring
/// more than another given name or another birth date takes, so that this is taken back, by judgement.
/// </summary>
internal static class HouseholdKin
{
    /// <summary>The name of the comparison.</summary>
    public const string Name = "kin";

    /// <summary>Forty bits: more than what the members of a household share brings together with a birth date.</summary>
    private const double Probably = 1e-12;
    private const double MostYears = 9999, Alike = 0.8;

    /// <summary>Whether there are columns that tell relatives: a model is to keep room for the comparison.</summary>
    public static bool CanBeTold(IReadOnlyList<ProposedColumn> columns) =>
        columns.Count(c => c.Role == ColumnRole.GivenName) == 1 && columns.Count(c => c.Levels.Any(l => l.Name == ProposedLevels.AGeneration)) == 1 && columns.Any(c => IsOfHome(c.Role));

    /// <summary>The comparison; null where too little is known to tell relatives.</summary>
    /// <param name="comparisons">The comparisons.</param>
    /// <param name="columns">Their columns.</param>
    public static Comparison? Of(Comparison[] comparisons, IReadOnlyList<ProposedColumn> columns)
    {
        Comparison[] given = [.. comparisons.Where((_, c) => columns[c].Role == ColumnRole.GivenName)];
        (Comparison Comparison, ProposedColumn Column)[] birth = [.. comparisons.Zip(columns).Where(c => c.First.Levels.Any(l => l.Name == ProposedLevels.AGeneration))];
        LevelCondition[] home = [.. columns.Where(c => IsOfHome(c.Role)).Select(c => Exact(c.Name))];
        if (given.Length != 1 || birth.Length != 1 || home.Length == 0 || Array.Exists(comparisons, c => c.Name == Name))
        {
            return null;
        }

        // Whoever has one mailbox or one number, or nearly, is one person whatever else differs.
        LevelCondition[] own = [.. comparisons.Where((_, c) => columns[c].Role is ColumnRole.Email or ColumnRole.Identifier).SelectMany(Held)];
        LevelCondition[] apart = own.Length == 0 ? [Any(home)] : [Any(home), Not(Any(own))];
        return new Comparison
        {
            Name = Name,
            Column = given[0].Name,
            Levels =
            [
                Level("perhaps twins", [.. apart, Exact(birth[0].Comparison.Name), .. Other(given[0], new LevelCondition { Measure = "jaro-winkler" }), .. NotSwapped(given[0].Name, columns)]),
                Level("parent and child", [.. apart, Exact(given[0].Name), .. Other(birth[0].Comparison, new LevelCondition { Measure = birth[0].Column.Kind == "number" ? "numbers-apart" : "years-apart", Bound = MostYears })]),
                new ComparisonLevel { Name = "none", M = 1, U = 1, Fixed = true },
            ],
        };
    }

    private static bool IsOfHome(ColumnRole role) => role is ColumnRole.Address or ColumnRole.Phone or ColumnRole.Shared;

    // One mailbox, and a number with at most a slip.
    private static IEnumerable<LevelCondition> Held(Comparison comparison) => comparison.Levels
        .Where(l => l is { Apart: false, Frequency: > 0, When.Measure: not (null or "mailbox") }).Select(l => Of(comparison, l.When!));

    // Both have a value, and none of the levels but the last holds.
    private static IEnumerable<LevelCondition> Other(Comparison comparison, LevelCondition known) =>
        [Of(comparison, known), .. comparison.Levels.Where(l => l.When is not null && !l.Apart).Select(l => Not(Of(comparison, l.When!)))];

    // A given name like the family name of the other record stands in the wrong column.
    private static IEnumerable<LevelCondition> NotSwapped(string given, IReadOnlyList<ProposedColumn> columns) =>
        columns.Where(c => c.Role == ColumnRole.FamilyName).SelectMany(family => new[] { (given, family.Name), (family.Name, given) })
            .Select(pair => Not(new LevelCondition { Measure = "jaro-winkler", Column = pair.Item1, Other = pair.Item2, Bound = Alike }));

    private static LevelCondition Of(Comparison comparison, LevelCondition when) => when.Measure is null ? when : when with { Column = when.Column ?? comparison.Name };

    private static ComparisonLevel Level(string name, LevelCondition[] all) => new() { Name = name, When = new LevelCondition { All = all }, M = Probably, U = 1, Fixed = true };

    private static LevelCondition Exact(string column) => new() { Measure = ExactMeasure.Word, Column = column };

    private static LevelCondition Any(LevelCondition[] parts) => parts.Length == 1 ? parts[0] : new LevelCondition { Any = parts };

    private static LevelCondition Not(LevelCondition part) => new() { Not = part };
}
