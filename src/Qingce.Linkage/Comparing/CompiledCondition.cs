namespace Qingce.Linkage;

/// <summary>A level's condition with its columns and measure looked up.</summary>
internal sealed class CompiledCondition
{
    private readonly LevelCondition _source;
    private readonly CompiledCondition[] _inner;

    /// <param name="condition">The condition.</param>
    /// <param name="column">The column of its comparison.</param>
    /// <param name="columns">All columns.</param>
    /// <param name="vocabulary">What models may name.</param>
    /// <param name="places">The places of measurements so far, by measure and columns; those of this condition are added.</param>
    public CompiledCondition(
        LevelCondition condition, int column, IReadOnlyList<ModelColumn> columns, LinkageVocabulary vocabulary, Dictionary<(Measure, int, int), int> places)
    {
        _source = condition;
        _inner = [.. (condition.All ?? condition.Any ?? (condition.Not is { } not ? [not] : [])).Select(c => new CompiledCondition(c, column, columns, vocabulary, places))];
        if (condition.Measure is { } measure)
        {
            Measure = measure == ExactMeasure.Word ? null : vocabulary.Measure(measure);
            Column = condition.Column is { } own ? ModelColumn.IndexOf(columns, own) : column;
            Other = condition.Other is { } other ? ModelColumn.IndexOf(columns, other) : Column;
            Transform = condition.Take is { } take ? TextTransform.Of(take) : null;
            IsPlain = Column == column && Other == column && Transform is null;
            if (Measure is not null && Transform is null)
            {
                places.TryAdd((Measure, Column, Other), places.Count);
                Place = places[(Measure, Column, Other)];
            }
        }
    }

    /// <summary>A measure of the comparison's own column, so that it holds for equal values and one measurement serves several levels.</summary>
    public bool IsPlain { get; }

    /// <summary>The measure of a plain condition; null for equality.</summary>
    public Measure? Measure { get; }

    /// <summary>The place of its measurement in a <see cref="PairMemo"/>; -1 when it has none.</summary>
    public int Place { get; } = -1;

    private TextTransform? Transform { get; }

    private int Column { get; }

    private int Other { get; }

    /// <summary>Whether a measurement reaches the bound.</summary>
    public bool Reached(double measured) => Measure!.IsSimilarity ? measured >= _source.Bound : measured <= _source.Bound;

    /// <summary>Whether the condition holds for two rows. A part whose value is missing does not hold.</summary>
    /// <param name="left">A row.</param>
    /// <param name="right">Another row.</param>
    /// <param name="memo">What is known of them; null for nothing.</param>
    public bool Holds(in RowView left, in RowView right, PairMemo? memo)
    {
        if (_source.Measure is null)
        {
            return _source.Not is not null ? !_inner[0].Holds(in left, in right, memo)
                : _source.All is not null ? CountOf(in left, in right, memo, until: false) == _inner.Length
                : CountOf(in left, in right, memo, until: true) < _inner.Length;
        }

        var (a, b) = (left.CellOf(Column), right.CellOf(Other));
        if (a == Cell.Missing || b == Cell.Missing)
        {
            return false;
        }

        if (Transform is not null)
        {
            return Transform.TryText(in left, Column, out var one) && Transform.TryText(in right, Other, out var two)
                && (one.Cell == two.Cell || Measure is not null && Reached(Measure.Between(one, two)));
        }

        return a == b || Measure is not null && Reaches(in left, in right, memo);
    }

    private bool Reaches(in RowView left, in RowView right, PairMemo? memo)
    {
        if (memo is null)
        {
            return Reached(RowComparer.Measured(Measure!, in left, Column, in right, Other));
        }

        if (memo.TryMeasured(Place, out var measured))
        {
            return Reached(measured);
        }

        if (memo.TryBest(Place, out var best) && !Reached(best))
        {
            return false;
        }

        measured = RowComparer.Measured(Measure!, in left, Column, in right, Other);
        memo.SetMeasured(Place, measured);
        return Reached(measured);
    }

    // How many parts come before the first that holds, or that does not.
    private int CountOf(in RowView left, in RowView right, PairMemo? memo, bool until)
    {
        var count = 0;
        while (count < _inner.Length && _inner[count].Holds(in left, in right, memo) != until)
        {
            count++;
        }

        return count;
    }
}
