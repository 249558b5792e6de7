namespace Qingce.Linkage.Chinese;

/// <summary>
/// The levels by which columns of persons are compared, with the probabilities from which training starts. Levels whose weight is fixed say
/// what training cannot find out: what tells two people apart however much else they share.
/// </summary>
internal static class PersonLevels
{
    /// <summary>Two valid numbers that differ by more than a slip: 33 bits against one person, more than name, birth date and one contact bring.</summary>
    private const double OtherNumber = 1e-10;

    /// <summary>
    /// Two valid numbers of different divisions but one birth date, or nearly: 20 bits. Somebody registered a second time has just that, and is
    /// known by a name, a birth date and one contact, which strangers of one name and day lack.
    /// </summary>
    private const double SecondNumber = 1e-6;

    /// <summary>Numbers of one sequence of which one is wrong in itself: 12 bits, as much as a birth date, which twins have in common beside.</summary>
    private const double SequenceFaulty = 2.5e-4;

    public static IReadOnlyList<ComparisonLevel> Name { get; } = Names(null);

    /// <summary>The levels of a name, beside a column of former ones.</summary>
    /// <param name="headers">The columns; <see cref="PersonHeaders.Name"/> among them.</param>
    public static IReadOnlyList<ComparisonLevel> NameOf(PersonHeaders headers) => headers.FormerName is null ? Name : Names(FormerName(headers));

    /// <summary>When the name of one record is the former name of the other; null where no former names are known.</summary>
    /// <param name="headers">The columns.</param>
    public static LevelCondition? FormerName(PersonHeaders headers) => headers is { Name: { } name, FormerName: { } former }
        ? new LevelCondition
        {
            Any =
            [
                new LevelCondition { Measure = "exact", Column = name, Other = former },
                new LevelCondition { Measure = "exact", Column = former, Other = name },
            ],
        }
        : null;

    private static IReadOnlyList<ComparisonLevel> Names(LevelCondition? former) =>
    [
        Level("exact", When("exact"), 0.78, 1e-5) with { Frequency = 1 },
        .. former is null ? [] : new[] { Level("former name", former, 0.02, 2e-6) },
        Level("variant", When("chinese-name", NameGrade.Variant), 0.02, 1e-6) with { Frequency = 1 },
        Level("lost character", When("chinese-name", NameGrade.LostCharacter), 0.02, 1e-5) with { Vague = true },
        Level("look-alike", When("chinese-name", NameGrade.LookAlike), 0.02, 1e-5) with { Frequency = 0.5 },
        Level("homophone", When("chinese-name", NameGrade.Homophone), 0.05, 3e-5) with { Frequency = 0.5 },
        Level("reordered", When("chinese-name", NameGrade.Reordered), 0.01, 3e-6),
        Level("part", When("chinese-name", NameGrade.Part), 0.005, 1e-6) with { Vague = true },
        Level("missing character", When("chinese-name", NameGrade.Missing), 0.01, 5e-5) with { Vague = true },
        Level("one character", When("chinese-name", NameGrade.OneCharacter), 0.04, 1e-3),
        Level("one of two characters", When("chinese-name", NameGrade.OneOfTwo), 0.02, 3e-3),
        Level("surname", When("chinese-name", NameGrade.Surname), 0.02, 0.02),
        Level("different", null, 0.005, 0.978),
    ];

    public static IReadOnlyList<ComparisonLevel> Number { get; } =
    [
        Level("equal", When("exact"), 0.88, 1e-7) with { Frequency = 1 },
        Level("slip", When("citizen-number", NumberGrade.Slip), 0.07, 1e-7),
        Level("slip rechecked", When("citizen-number", NumberGrade.SlipRechecked), 0.01, 1e-6),
        Level("other birth date", When("citizen-number", NumberGrade.OtherBirth), 0.01, 1e-5),
        Level("of one sequence", When("citizen-number", NumberGrade.OneSequence), OtherNumber, 1) with { Fixed = true, Certain = true },
        Level("of one sequence, faulty", When("citizen-number", NumberGrade.OneSequenceFaulty), SequenceFaulty, 1) with { Fixed = true },
        Level("faulty", When("citizen-number", NumberGrade.Faulty), 0.01, 1e-5),
        Level("other of one birth", When("citizen-number", NumberGrade.OneBirth), SecondNumber, 1) with { Fixed = true },
        Level("different and faulty", When("citizen-number", NumberGrade.FaultyOther), 0.005, 0.05),
        Level("different", null, OtherNumber, 1) with { Fixed = true, Certain = true },
    ];

    public static IReadOnlyList<ComparisonLevel> Sex { get; } = [Level("equal", When("exact"), 0.99, 0.5), Level("different", null, 0.01, 0.5)];

    public static IReadOnlyList<ComparisonLevel> Phone { get; } =
    [
        Level("equal", When("exact"), 0.8, 1e-5) with { Frequency = 1 },
        Level("slip", When("chinese-phone", 1), 0.03, 1e-5),
        Level("different", null, 0.17, 1),
    ];

    public static IReadOnlyList<ComparisonLevel> Address { get; } =
    [
        Level("exact", When("exact"), 0.6, 1e-5) with { Frequency = 1 },
        Level("same door", When("chinese-address", AddressGrade.Door), 0.08, 1e-5),
        Level("shortened", When("chinese-address", AddressGrade.Shortened), 0.06, 1e-4) with { Vague = true },
        Level("nearly the same door", When("chinese-address", AddressGrade.NearlyDoor), 0.03, 1e-6),
        Level("same building", When("chinese-address", AddressGrade.Building), 0.02, 1e-4),
        Level("same place", When("chinese-address", AddressGrade.Community), 0.03, 1e-3),
        Level("same division", When("chinese-address", AddressGrade.Township), 0.05, 0.05),
        Level("different", null, 0.13, 0.95),
    ];

    /// <summary>The levels of a birth date, beside the number that repeats it.</summary>
    /// <param name="birth">The column.</param>
    /// <param name="number">The column of numbers; null for none.</param>
    public static IReadOnlyList<ComparisonLevel> Birth(string birth, string? number) =>
    [
        Level("equal", When("exact"), 0.88, 5e-5) with { Frequency = 1 },
        .. number is null ? [] : new[] { Level("equal in the number", InNumber(birth, number), 0.03, 1e-4) },
        Level("partial", When("chinese-date", DateGrade.Partial), 0.01, 1e-3) with { Vague = true },
        Level("slip", When("chinese-date", DateGrade.Slip), 0.05, 3e-3),
        Level("lunar", When("chinese-date", DateGrade.Lunar), 0.01, 1e-4),
        Level("same day of the year", When("chinese-date", DateGrade.DayOfYear), 0.005, 1e-3),
        Level("unknown day", When("chinese-date", DateGrade.UnknownDay), 0.01, 1e-4) with { Vague = true },
        Level("same year", When("chinese-date", DateGrade.Year), 0.01, 0.01),
        Level("years apart", When("chinese-date", DateGrade.Generation), 0.01, 0.3),
        Level("a generation apart", null, 0.002, 0.7),
    ];

    public static ComparisonLevel Level(string name, LevelCondition? when, double m, double u) => new() { Name = name, When = when, M = m, U = u };

    public static LevelCondition When(string measure, double bound = 0, string? column = null) => new() { Measure = measure, Bound = bound, Column = column };

    public static LevelCondition InNumber(string birth, string number) => new()
    {
        Any =
        [
            new LevelCondition { Measure = "birth-in-number", Column = birth, Other = number, Bound = 1 },
            new LevelCondition { Measure = "birth-in-number", Column = number, Other = birth, Bound = 1 },
        ],
    };
}
