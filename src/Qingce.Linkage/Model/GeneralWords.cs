namespace Qingce.Linkage;

/// <summary>The kinds of columns, measures and derivations that fit any language.</summary>
internal static class GeneralWords
{
    public static readonly ColumnKind[] Kinds =
    [
        new VerbatimKind(), new IsoDateKind(), new TextKind(), new NameKind(), new NamePartKind(isFamily: false), new NamePartKind(isFamily: true), new PlaceKind(), new CategoryKind(), new IdentifierKind(), new PhoneKind(),
        new EmailKind(), new SetKind(), new NumberKind(), new PointKind(), new DateKind("date", monthFirst: false),
        new DateKind("date-month-first", monthFirst: true),
    ];

    public static readonly Measure[] Measures =
    [
        new ExactMeasure(), new JaroWinklerMeasure(), new EditDistanceMeasure(), .. SqlMeasures.All, .. WordMeasure.All, new SortedWords(), new SoundsAlike(),
        new Beginning(), new ShortForm(), new InitialsMeasure(), new UmlautMeasure(), new MailboxMeasure(), new IdentifierSlip(), .. CheckedSlip.All, new DateSlip(), new DateAsKnown(), new DaysApart(), new MonthsApart(),
        new YearsApart(), new PercentApart(), new KilometresApart(),
    ];

    public static readonly GeneralColumnProposer Proposer = new();

    public static readonly Derivation[] Derivations =
    [
        new FirstCharacters(), new LastCharacters(), new YearOfDate(), new MonthAndDay(), new Mailbox(), new Domain(), new WordKeys("words", ' '),
        new WordKeys("items", (char)SetKind.Separator), new SoundexKey(), new SoundKey("metaphone", Metaphone.Of), new SoundKey("cologne", Cologne.Of), new SortedCharacters(),
    ];
}
