namespace Qingce.Linkage;

/// <summary>How columns of each role are compared, and what blocking rules may take of them.</summary>
internal static class ProposedLevels
{
    /// <summary>Part of the frequency adjustment that levels of nearly equal values take.</summary>
    private const double FuzzyFrequency = 0.5;

    /// <summary>Of slips in a given name those that make another one that is in use: a judgement. Brothers and sisters have such names, and twins little else.</summary>
    private const double SlipsInUse = 0.001;

    /// <summary>Years from which on two birth dates are of a parent and a child; those of one person are nearer to each other even where one is quite wrong.</summary>
    private const int Generation = 14;

    /// <summary>Ten bits against one person: more parted no more of the parents and children that share all else, and lost people whose date is quite wrong.</summary>
    private const double GenerationApart = 1e-3;

    /// <summary>The level of birth dates of which one is of a generation before.</summary>
    public const string AGeneration = "a generation apart";

    /// <summary>The share of given names from which on several in one value are a habit, not a slip.</summary>
    private const double SeveralNames = 0.02;

    /// <summary>The share of values with an umlaut from which on they are written in several ways.</summary>
    private const double FewUmlauts = 0.01;

    /// <summary>The levels of a role, with probabilities from which the training starts.</summary>
    public static IReadOnlyList<ComparisonLevel> Of(ColumnRole role) => role switch
    {
        ColumnRole.None => [],
        ColumnRole.GivenName or ColumnRole.MiddleName => Graded(GivenNames()),
        ColumnRole.FamilyName => Graded(Near("close", "jaro-winkler", 0.92), Near("similar", "jaro-winkler", 0.8)),
        ColumnRole.FullName => Graded(
            Near("close", "words-sorted", 0.94), Level("part of it", "words-contained", 1) with { Vague = true }, Near("similar", "words-sorted", 0.9)),
        ColumnRole.Date => Graded(
            Level("as far as known", "date-as-known", 1) with { Vague = true }, Level("day and month swapped", "date-slip", 4), Level("one slip", "date-slip", 3),
            Level("two parts agree", "date-slip", 2)),
        ColumnRole.Year => Graded(Level("one slip", "slip", 1), Level("near", "numbers-apart", 2)),
        ColumnRole.Month or ColumnRole.Day => Graded(Level("one slip", "damerau-levenshtein", 1)),
        ColumnRole.Category => Graded(),
        ColumnRole.HouseNumber => Graded(Level("one edit", "damerau-levenshtein", 1)),
        ColumnRole.Postcode => Graded(Level("one edit", "damerau-levenshtein", 1), Level("similar", "jaro-winkler", 0.85)),
        ColumnRole.Address or ColumnRole.Town => Graded(
            Near("close", "jaro-winkler", 0.92), Level("words in common", "words-jaccard", 0.5), Near("similar", "jaro-winkler", 0.8)),
        ColumnRole.Text => Graded(
            Near("close", "jaro-winkler", 0.92), Level("words in common", "words-jaccard", 0.5), Near("similar", "jaro-winkler", 0.8)),
        ColumnRole.Phone => Graded(Near("one edit", "damerau-levenshtein", 1), Level("two edits", "damerau-levenshtein", 2)),
        ColumnRole.Email => Graded(
            Near("same mailbox", "mailbox", 1), Near("close mailbox", "mailbox", 0.92), Level("similar mailbox", "mailbox", 0.8)),
        ColumnRole.Identifier => Graded(
            Near("one slip", "slip", 1), Near("one edit", "damerau-levenshtein", 1), Level("two edits", "damerau-levenshtein", 2)),
        ColumnRole.Number => Graded(Level("within 1%", "percent-apart", 1), Level("within 10%", "percent-apart", 10)),
        ColumnRole.Set => Graded(Near("half in common", "items-jaccard", 0.5), Level("one in common", "items-common", 1)),
        ColumnRole.Point => Graded(
            Level("within 100 m", "kilometres-apart", 0.1), Level("within 1 km", "kilometres-apart", 1), Level("within 10 km", "kilometres-apart", 10)),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>The levels of given names: where some are several names, one that is left out in the other record makes no other.</summary>
    /// <param name="several">The share of values that are.</param>
    public static IReadOnlyList<ComparisonLevel> OfGivenNames(double several) =>
        several >= SeveralNames ? Graded([Near("part of it", "words-contained", 1) with { Vague = true }, .. GivenNames()]) : Of(ColumnRole.GivenName);

    /// <summary>The levels of full names: where some have initials, those may be of names that are written out in the other record.</summary>
    /// <param name="initials">The share of values that have.</param>
    public static IReadOnlyList<ComparisonLevel> OfFullNames(double initials) => Of(ColumnRole.FullName) is var levels && initials >= SeveralNames
        ? [.. levels.TakeWhile(l => l.Name != "part of it"), Level("initials", InitialsMeasure.Word, 1) with { M = 0.03, Vague = true }, .. levels.SkipWhile(l => l.Name != "part of it")]
        : levels;

    /// <summary>
    /// The levels, with one for spellings of umlauts where a column has any: where it has none, ae and oe are letters like others, and a name without its e is another.
    /// </summary>
    /// <param name="levels">The levels of a role.</param>
    /// <param name="role">The role.</param>
    /// <param name="profile">What was seen of the column.</param>
    public static IReadOnlyList<ComparisonLevel> WithUmlauts(IReadOnlyList<ComparisonLevel> levels, ColumnRole role, ColumnProfile profile) =>
        role is ColumnRole.GivenName or ColumnRole.MiddleName or ColumnRole.FamilyName or ColumnRole.FullName or ColumnRole.Address or ColumnRole.Town
        && profile.Share(UmlautMeasure.Has) >= FewUmlauts
            ? [levels[0], Near("equal but for umlauts", UmlautMeasure.Word, 1) with { M = 0.03, U = 0.001 }, .. levels.Skip(1)]
            : levels;

    /// <summary>The levels of birth dates: of a parent and a child who share name and home nothing else tells, so that what such dates say is set.</summary>
    public static IReadOnlyList<ComparisonLevel> OfBirth { get; } =
    [
        .. Of(ColumnRole.Date).SkipLast(1),
        Level("years apart", "years-apart", Generation - 1) with { U = 0.3 },
        new ComparisonLevel { Name = AGeneration, M = GenerationApart, U = 1, Fixed = true },
    ];

    /// <summary>The levels of years of birth, as those of birth dates.</summary>
    public static IReadOnlyList<ComparisonLevel> OfBirthYear { get; } =
        [.. Of(ColumnRole.Year).SkipLast(1), YearsApart, new ComparisonLevel { Name = AGeneration, M = GenerationApart, U = 1, Fixed = true }];

    /// <summary>The levels of ages, which are of the day when they were asked, and often wrong: what a generation says is estimated, and of one home judged.</summary>
    public static IReadOnlyList<ComparisonLevel> OfAge { get; } =
    [
        .. Graded(Level("near", "numbers-apart", 2), Level("one slip", "slip", 1)).SkipLast(1), YearsApart,
        new ComparisonLevel { Name = AGeneration, M = 0.02, U = 0.5 },
    ];

    private static ComparisonLevel YearsApart => Level("years apart", "numbers-apart", Generation - 1) with { U = 0.3 };

    /// <summary>The levels of identifiers that carry a check.</summary>
    public static IReadOnlyList<ComparisonLevel> Of(CheckedSlip check) => Graded(
        Near("one slip", check.Name, CheckedSlip.OneSlip), Level("two slips", check.Name, CheckedSlip.TwoSlips), Level("wrong in itself", check.Name, CheckedSlip.WrongInItself));

    /// <summary>The kind that cleans values of a role.</summary>
    public static string KindOf(ColumnRole role) => role switch
    {
        ColumnRole.GivenName or ColumnRole.MiddleName or ColumnRole.FamilyName or ColumnRole.FullName => "name",
        ColumnRole.Date => "date",
        ColumnRole.Year or ColumnRole.Month or ColumnRole.Day or ColumnRole.Number => "number",
        ColumnRole.Category => "category",
        ColumnRole.Address or ColumnRole.Town => "place",
        ColumnRole.HouseNumber or ColumnRole.Postcode or ColumnRole.Identifier => "identifier",
        ColumnRole.Phone => "phone",
        ColumnRole.Email => "email",
        ColumnRole.Set => "set",
        ColumnRole.Point => "point",
        _ => "text",
    };

    /// <summary>What blocking rules may take of a role.</summary>
    public static IReadOnlyList<ProposedKey> KeysOf(ColumnRole role) => role switch
    {
        ColumnRole.GivenName => [new(null, 0.7), new("first-1", 0.9), new("soundex", 0.8)],
        ColumnRole.FamilyName => [new(null, 0.75), new("first-2", 0.88), new("soundex", 0.85)],
        ColumnRole.FullName => [new("words", 0.85), new("sorted", 0.6)],
        ColumnRole.Date => [new(null, 0.75), new("year", 0.88), new("month-day", 0.82)],
        ColumnRole.Year or ColumnRole.Month or ColumnRole.Day => [new(null, 0.85)],
        ColumnRole.Category => [new(null, 0.9)],
        ColumnRole.HouseNumber => [new(null, 0.75)],
        ColumnRole.Postcode => [new(null, 0.75), new("first-3", 0.85)],
        ColumnRole.Address => [new(null, 0.6), new("first-4", 0.78)],
        ColumnRole.Town => [new(null, 0.7), new("first-3", 0.82)],
        ColumnRole.Text => [new(null, 0.65), new("first-3", 0.8)],
        ColumnRole.Phone => [new(null, 0.75), new("last-4", 0.82)],
        ColumnRole.Email => [new(null, 0.7), new("mailbox", 0.75)],
        ColumnRole.Identifier => [new(null, 0.75), new("first-4", 0.85), new("last-4", 0.85)],
        ColumnRole.Number => [new(null, 0.75)],
        ColumnRole.Set => [new("items", 0.8)],
        _ => [],
    };

    private static ComparisonLevel[] GivenNames() =>
    [
        Near("close", "jaro-winkler", 0.92) with { InUse = SlipsInUse },
        Near("one edit", "damerau-levenshtein", 1) with { InUse = SlipsInUse },
        Level("short form", "short-form", 1) with { Vague = true },
        Near("similar", "jaro-winkler", 0.8) with { InUse = SlipsInUse },
    ];

    private static ComparisonLevel[] Graded(params ComparisonLevel[] between)
    {
        var left = 0.15 / (between.Length + 1);
        return
        [
            new ComparisonLevel { Name = "equal", When = new LevelCondition { Measure = ExactMeasure.Word }, M = 0.85, U = 0.01, Frequency = 1 },
            .. between.Select(level => level with { M = left }),
            new ComparisonLevel { Name = "different", M = left, U = 0.9 },
        ];
    }

    private static ComparisonLevel Level(string name, string measure, double bound) =>
        new() { Name = name, When = new LevelCondition { Measure = measure, Bound = bound }, M = 0.05, U = 0.02 };

    private static ComparisonLevel Near(string name, string measure, double bound) =>
        Level(name, measure, bound) with { Frequency = FuzzyFrequency, FrequencyU = 0.01 };
}
