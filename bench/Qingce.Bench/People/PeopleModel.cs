using Qingce.Linkage;

namespace Qingce.Bench.People;

/// <summary>A written model of the invented rows with seven blocking rules, in the general vocabulary alone.</summary>
internal static class PeopleModel
{
    public static LinkageModel Untrained { get; } = new()
    {
        Name = "people",
        MatchesPerRow = 0.1,
        Columns = [Column("name", "text"), Column("sex", "category"), Column("dob", "date"), Column("id_no", "identifier"), Column("addr", "text"), Column("phone", "phone"), Column("region", "category")],
        Comparisons =
        [
            Of("name", true, ("close", Close(0.86)), ("alike", Close(0.7))),
            Of("sex", false),
            Of("dob", true, ("one-edit", Edits(1)), ("two-edits", Edits(2))),
            Of("id_no", false, ("one-edit", Edits(1)), ("two-edits", Edits(2))),
            Of("addr", false, ("close", Close(0.92)), ("alike", Close(0.85))),
            Of("phone", false, ("one-edit", Edits(1)), ("two-edits", Edits(2))),
            Of("region", true),
        ],
        Blocking =
        [
            Rule(new("dob"), new("name", "first-1")),
            Rule(new RulePart("id_no")),
            Rule(new("name"), new("dob", "year")),
            Rule(new RulePart("phone")),
            Rule(new("name"), new("region")),
            Rule(new("addr"), new("dob", "year")),
            Rule(new("region"), new("dob")),
        ],
    };

    private static ModelColumn Column(string name, string kind) => new() { Name = name, Kind = kind };

    private static BlockingRule Rule(params RulePart[] parts) => new() { Parts = parts };

    private static LevelCondition Close(double bound) => new() { Measure = "jaro-winkler", Bound = bound };

    private static LevelCondition Edits(int bound) => new() { Measure = "damerau-levenshtein", Bound = bound };

    private static Comparison Of(string column, bool frequency, params (string Name, LevelCondition When)[] graded) => new()
    {
        Name = column,
        Levels =
        [
            new ComparisonLevel { Name = "equal", When = new() { Measure = "exact" }, M = 0.85, U = 0.01, Frequency = frequency ? 1 : 0 },
            .. graded.Select(g => new ComparisonLevel { Name = g.Name, When = g.When, M = 0.05, U = 0.01 }),
            new ComparisonLevel { Name = "different", M = 0.05, U = 0.97 },
        ],
    };
}
