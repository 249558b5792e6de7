namespace Qingce.Linkage;

/// <summary>
/// The words that a model may use: kinds of columns, measures and derivations. <see cref="General"/> has those that fit any language; a
/// package for a language adds its own with <see cref="With"/>. Immutable.
/// </summary>
public sealed class LinkageVocabulary
{
    private static readonly Wording Derived = new("derivation", "派生键");
    private readonly Dictionary<string, ColumnKind> _kinds;
    private readonly Dictionary<string, Measure> _measures;
    private readonly Dictionary<string, Derivation> _derivations;

    private LinkageVocabulary(
        IEnumerable<ColumnKind> kinds, IEnumerable<Measure> measures, IEnumerable<Derivation> derivations, IReadOnlyList<ColumnProposer> proposers)
    {
        _kinds = kinds.ToDictionary(k => k.Name, StringComparer.Ordinal);
        _measures = measures.ToDictionary(m => m.Name, StringComparer.Ordinal);
        _derivations = derivations.ToDictionary(d => d.Name, StringComparer.Ordinal);
        Proposers = proposers;
    }

    /// <summary>What fits any language.</summary>
    public static LinkageVocabulary General { get; } = new(GeneralWords.Kinds, GeneralWords.Measures, GeneralWords.Derivations, []);

    /// <summary>What recognises columns, in the order in which it is asked; the general proposer, which comes last, is not among them.</summary>
    public IReadOnlyList<ColumnProposer> Proposers { get; }

    /// <summary>This vocabulary and further words.</summary>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    public LinkageVocabulary With(
        IEnumerable<ColumnKind> kinds, IEnumerable<Measure> measures, IEnumerable<Derivation> derivations, IEnumerable<ColumnProposer>? proposers = null) =>
        new(_kinds.Values.Concat(kinds), _measures.Values.Concat(measures), _derivations.Values.Concat(derivations), [.. Proposers, .. proposers ?? []]);

    /// <summary>The kind of column with this name.</summary>
    /// <exception cref="LinkageModelException">There is none.</exception>
    public ColumnKind Kind(string name) => Find(_kinds, name, new Wording("kind of column", "列类型"));

    /// <summary>What cleans the values of a column: its kind, to which further values are missing where the column says so.</summary>
    /// <exception cref="LinkageModelException">There is no such kind.</exception>
    internal ColumnKind KindOf(ModelColumn column) => Kind(column.Kind) is var kind && column.Missing is { Count: > 0 } missing ? new KindWithDefaults(kind, missing) : kind;

    /// <summary>The measure with this name.</summary>
    /// <exception cref="LinkageModelException">There is none.</exception>
    public Measure Measure(string name) => Find(_measures, name, new Wording("measure", "度量"));

    /// <summary>The derivation and its argument, from a text such as <c>first-3</c>.</summary>
    /// <exception cref="LinkageModelException">There is none of this name.</exception>
    public (Derivation Derivation, int Argument) Derivation(string take)
    {
        ArgumentNullException.ThrowIfNull(take);
        var dash = take.LastIndexOf('-');
        return dash > 0 && int.TryParse(take.AsSpan(dash + 1), out var argument)
            ? (Find(_derivations, take[..dash], Derived), argument)
            : (Find(_derivations, take, Derived), 0);
    }

    /// <summary>What a level of a proposed model is called in Chinese.</summary>
    /// <param name="level">Its name in the model.</param>
    /// <returns>The name itself where no proposer knows it.</returns>
    public string LevelInChinese(string level) => Proposers.Select(p => p.LevelInChinese(level)).FirstOrDefault(name => name is not null) ?? LevelNames.InChinese(level);

    private static T Find<T>(Dictionary<string, T> words, string name, Wording what) =>
        words.TryGetValue(name, out var word)
            ? word
            : throw new LinkageModelException(
                $"There is no {what.English} '{name}'; there are {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}.",
                $"没有名为“{name}”的{what.Chinese}；有：{string.Join("、", words.Keys.Order(StringComparer.Ordinal))}。");
}
