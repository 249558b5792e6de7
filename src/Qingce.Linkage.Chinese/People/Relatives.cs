namespace Qingce.Linkage.Chinese;

/// <summary>
/// A comparison of what members of a family share: phone, address, surname, of twins the birth date as well. The model takes them for independent
/// evidence, which they are not; this one takes back what they bring together, by judgement.
/// </summary>
internal static class Relatives
{
    public const string Name = "relatives";

    // Eighty bits against: more than twice what phone, address, birth date and a like name bring, so that a poor record of one twin, which
    // may be the other's, does not make a bridge between the two when clusters are refined.
    private const double Certainly = 1e-24;
    private const double Probably = 1e-12;
    private const double NumberOfAnother = 1e-8;

    // Numbers of one sequence in counties of neighbouring codes differ by one digit, and hold one birth date: what the two birth dates say is in the numbers
    // already, and twelve bits of it are taken back.
    private const double CommonBirth = 2.5e-4;

    // Twenty bits where the model itself takes back what a household shares and numbers tell most twins: enough to keep two such records apart, and
    // little enough that a third record with the number of one and the name of the other joins them.
    private const double LeftByHousehold = 1e-6;

    // Of one name and contact, born on one day or on days that a slip tells apart, hardly anybody is another: of what two valid numbers say against it
    // seven bits are left, as many as one person of a hundred in a register has two.
    private const double SecondNumber = 1e-4;
    private const double SecondBirth = 1e-8;

    /// <summary>The comparison; null where too little is known to tell relatives.</summary>
    /// <param name="headers">The columns.</param>
    /// <param name="weighsHouseholds">Whether the model has <see cref="LinkageModel.Shared"/>.</param>
    public static Comparison? Of(PersonHeaders headers, bool weighsHouseholds)
    {
        if (headers.Name is null || (headers.Phone ?? headers.Address ?? headers.Number ?? headers.Birth) is null)
        {
            return null;
        }

        var levels = new List<ComparisonLevel>();
        var near = Near(headers, AddressGrade.Building);
        if (headers is { Number: { } held, Birth: { } born })
        {
            levels.Add(Judged("number of another", NumberOfAnother, All(
                PersonLevels.When("citizen-number", NumberGrade.SlipRechecked, held), Not(Named(headers, NameGrade.OneOfTwo)), PersonLevels.When("chinese-date", 0, born),
                Not(PersonLevels.When("chinese-date", DateGrade.UnknownDay, born)), Not(PersonLevels.InNumber(born, held)))));
        }

        if (headers is { Number: { } rechecked, Birth: { } common })
        {
            levels.Add(Judged("neighbouring numbers", CommonBirth, All(
                [.. Graded(rechecked, NumberGrade.SlipRechecked, NumberGrade.Slip), PersonLevels.When("exact", column: common), Not(Named(headers, NameGrade.Variant))])));
        }

        if (near is not null && headers.Number is { } number)
        {
            levels.Add(Judged("twins", Certainly, All(
                near, PersonLevels.When("citizen-number", NumberGrade.OneSequenceFaulty, number), Not(OneNumber(headers)), Not(Named(headers, NameGrade.Variant)))));
            levels.Add(Judged("household", Certainly, All(
                near, Not(Named(headers, NameGrade.Missing)), PersonLevels.When("citizen-number", 0, number), Not(PersonLevels.When("citizen-number", NumberGrade.Faulty, number)))));
        }

        if (near is not null)
        {
            // Another character that neither looks nor sounds like it is hardly ever a slip, and with one birth date what twins have.
            levels.Add(Judged("probably of one household", weighsHouseholds && headers.Number is not null ? LeftByHousehold : Probably, All(near, Not(OneNumber(headers)), Any(
                OtherName(headers),
                headers.Sex is null ? null : All(Not(Named(headers, NameGrade.Variant)), OtherSex(headers))))));
        }

        if (near is not null && headers is { Number: null, Birth: { } shared })
        {
            // Born on one day, and of one of them it is not known where to find them: nothing says that they do not live together as twins do.
            levels.Add(Judged("perhaps twins", LeftByHousehold, All(PersonLevels.When("exact", column: shared), OtherName(headers), Not(Found(headers)))));
        }

        if (near is null && headers is { Number: null, Birth: { } day })
        {
            // Nothing tells of a home, so that one surname and one birth date must do.
            levels.Add(Judged("twins", Probably, All(PersonLevels.When("exact", column: day), OtherName(headers))));
        }

        if (near is not null && headers.Birth is { } birth)
        {
            // Brothers and sisters share a character of the name, and of many the other sounds alike.
            levels.Add(Judged("siblings", LeftByHousehold, All(
                near, Not(Named(headers, NameGrade.Variant)), PersonLevels.When("chinese-date", 0, birth), Not(PersonLevels.When("chinese-date", DateGrade.Year, birth)), Not(OneNumber(headers)))));
            levels.Add(Judged("parent and child", Certainly, All(near, Named(headers, NameGrade.OneOfTwo), Generation(headers), Not(OneNumber(headers)))));
        }

        if (near is not null && headers.Number is { } own)
        {
            // Of one name and perhaps one birthday, with numbers of their own and no contact in common: what is known of one of them without a number fits
            // the other as well, and must not join the two.
            levels.Add(Judged("namesakes", Probably, All(
                Any(
                    All(PersonLevels.When("citizen-number", NumberGrade.OneBirth, own), Not(PersonLevels.When("citizen-number", NumberGrade.Faulty, own))),
                    All(PersonLevels.When("citizen-number", NumberGrade.OneSequence, own), Not(PersonLevels.When("citizen-number", NumberGrade.OtherBirth, own)))),
                Not(near))));
            if (headers.Birth is { } registered)
            {
                LevelCondition?[] self = [Near(headers, AddressGrade.Door), Named(headers, NameGrade.Variant), PersonLevels.When("chinese-date", DateGrade.Lunar, registered)];
                levels.Add(Judged("registered twice", 1, All([.. self, .. Graded(own, NumberGrade.OneBirth, NumberGrade.Faulty)])) with { U = SecondNumber });
                levels.Add(Judged("registered twice, other birth", 1, All([.. self, .. Graded(own, 0, NumberGrade.FaultyOther)])) with { U = SecondBirth });
            }
        }

        // Of a column that no rule blocks by, where there is one, so that training never leaves it out.
        return levels.Count == 0 ? null : new Comparison
        {
            Name = Name,
            Column = headers.Sex ?? headers.Phone ?? headers.Address ?? headers.Name,
            Alternatives = [headers.Name],
            Levels = [.. levels, new ComparisonLevel { Name = "none", M = 1, U = 1, Fixed = true }],
        };
    }

    private static ComparisonLevel Judged(string name, double m, LevelCondition when) => new() { Name = name, When = when, M = m, U = 1, Fixed = true };

    private static LevelCondition? Near(PersonHeaders headers, double grade)
    {
        LevelCondition[] near =
        [
            .. headers.Phone is { } phone ? [PersonLevels.When("exact", column: phone)] : Array.Empty<LevelCondition>(),
            .. headers.Address is { } address ? [PersonLevels.When("chinese-address", grade, address)] : Array.Empty<LevelCondition>(),
        ];
        return near.Length == 0 ? null : near.Length == 1 ? near[0] : Any(near);
    }

    // A contact that both have, be it the same or another.
    private static LevelCondition Found(PersonHeaders headers) => Any(
        headers.Phone is { } phone ? PersonLevels.When("chinese-phone", PhoneMeasure.Different, phone) : null,
        headers.Address is { } address ? PersonLevels.When("chinese-address", 0, address) : null);

    private static LevelCondition? OtherSex(PersonHeaders headers) => headers.Sex is { } sex
        ? All(PersonLevels.When("damerau-levenshtein", 9, sex), Not(PersonLevels.When("exact", column: sex)))
        : null;

    private static LevelCondition Generation(PersonHeaders headers) => All(
        PersonLevels.When("chinese-date", 0, headers.Birth), Not(PersonLevels.When("chinese-date", DateGrade.Generation, headers.Birth)));

    private static LevelCondition? OneNumber(PersonHeaders headers) =>
        headers.Number is { } number ? PersonLevels.When("citizen-number", NumberGrade.SlipRechecked, number) : null;

    // Two numbers from one grade on and below another.
    private static LevelCondition?[] Graded(string number, double from, double below) =>
        [PersonLevels.When("citizen-number", from, number), Not(PersonLevels.When("citizen-number", below, number))];

    // A former name is as good as the name it was.
    private static LevelCondition Named(PersonHeaders headers, double grade) => PersonLevels.FormerName(headers) is { } former
        ? Any(PersonLevels.When("chinese-name", grade, headers.Name), former)
        : PersonLevels.When("chinese-name", grade, headers.Name);

    // Both names are known: of one that is missing nothing is.
    private static LevelCondition OtherName(PersonHeaders headers) => All(PersonLevels.When("chinese-name", 0, headers.Name), Not(Named(headers, NameGrade.Missing)));

    private static LevelCondition All(params LevelCondition?[] parts) => new() { All = [.. parts.OfType<LevelCondition>()] };

    private static LevelCondition Any(params LevelCondition?[] parts) => new() { Any = [.. parts.OfType<LevelCondition>()] };

    private static LevelCondition? Not(LevelCondition? part) => part is null ? null : new LevelCondition { Not = part };
}
