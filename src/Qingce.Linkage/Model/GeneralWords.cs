namespace Qingce.Linkage;

/// <summary>The kinds of columns, measures and derivations that fit any language.</summary>
internal static class GeneralWords
{
    public static readonly ColumnKind[] Kinds = [new VerbatimKind(), new IsoDateKind(), new TextKind()];

    public static readonly Measure[] Measures = [new ExactMeasure(), new JaroWinklerMeasure(), new EditDistanceMeasure(), .. SqlMeasures.All];

    public static readonly Derivation[] Derivations = [new FirstCharacters()];
}
