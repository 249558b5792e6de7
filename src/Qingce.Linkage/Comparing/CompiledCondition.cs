using System.Text;

namespace Qingce.Linkage;

/// <summary>A level's condition with its columns and measure looked up.</summary>
internal sealed class CompiledCondition
{
    private readonly LevelCondition _source;
    private readonly CompiledCondition[] _inner;
    private readonly Joint _joint;
    private readonly bool _isSimilarity;
    private readonly double _bound;
    private readonly bool _isOfCells;
    private readonly int _joined = -1;
    private readonly ulong _literal;
    private readonly int[] _literalText = [];

    /// <param name="condition">The condition.</param>
    /// <param name="column">The column of its comparison.</param>
    /// <param name="columns">All columns.</param>
    /// <param name="vocabulary">What models may name.</param>
    /// <param name="places">The places of measurements so far, by measure and columns; those of this condition are added.</param>
    public CompiledCondition(
        LevelCondition condition, int column, IReadOnlyList<ModelColumn> columns, LinkageVocabulary vocabulary, Dictionary<(Measure, int, int), int> places)
    {
        _source = condition;
        _joint = condition.Measure is not null ? Joint.None : condition.Not is not null ? Joint.Not : condition.All is not null ? Joint.All : Joint.Any;
        _bound = condition.Bound;
        _inner = [.. condition.Parts.Select(c => new CompiledCondition(c, column, columns, vocabulary, places))];
        if (condition.Measure is { } measure)
        {
            Measure = measure == ExactMeasure.Word ? null : vocabulary.Measure(measure);
            Column = condition.Column is { } own ? ModelColumn.IndexOf(columns, own) : column;
            Other = condition.Other is { } other ? ModelColumn.IndexOf(columns, other) : Column;
            Transform = condition.Take is { } take ? TextTransform.Of(take) : null;
            _joined = condition.Joined is { } joined ? ModelColumn.IndexOf(columns, joined) : -1;
            if (condition.Value is { } value)
            {
                var utf8 = Encoding.UTF8.GetBytes(value);
                utf8 = Transform is null && _joined < 0 ? Cleaned(vocabulary.Kind(columns[Column].Kind), utf8) : utf8;
                (_literal, _literalText) = (Cell.Of(utf8), CodePointsOf(utf8));
            }

            _isSimilarity = Measure?.IsSimilarity == true;
            _isOfCells = Transform is null && _joined < 0 && condition.Value is null;
            IsPlain = Column == column && Other == column && _isOfCells;
            if (Measure is not null && _isOfCells)
            {
                places.TryAdd((Measure, Column, Other), places.Count);
                Place = places[(Measure, Column, Other)];
            }
        }
    }

    /// <summary>A measure of the comparison's own column, so that it holds for equal values and one measurement serves several levels.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether it never holds of values of the comparison's own column that are there and not equal.</summary>
    public bool IsForEqual => _joint switch
    {
        Joint.None => IsPlain && Measure is null,
        Joint.All => Array.Exists(_inner, c => c.IsForEqual),
        Joint.Any => Array.TrueForAll(_inner, c => c.IsForEqual),
        _ => false,
    };

    /// <summary>The measure of a plain condition; null for equality.</summary>
    public Measure? Measure { get; }

    /// <summary>The place of its measurement in a <see cref="PairMemo"/>; -1 when it has none.</summary>
    public int Place { get; } = -1;

    private TextTransform? Transform { get; }

    private int Column { get; }

    private int Other { get; }

    /// <summary>The columns that it looks at.</summary>
    public IEnumerable<int> Columns => _source.Measure is null ? _inner.SelectMany(c => c.Columns) : _joined < 0 ? [Column, Other] : [Column, Other, _joined];

    /// <summary>The bound of the measure.</summary>
    public double Bound => _bound;

    /// <summary>Whether a measurement reaches the bound.</summary>
    public bool Reached(double measured) => _isSimilarity ? measured >= _bound : measured <= _bound;

    /// <summary>Whether it is a measure of the values of one column, as they are.</summary>
    public bool IsOf(int column) => _isOfCells && Column == column && Other == column;

    /// <summary>Whether the condition holds, by what is known of its parts; null where that does not tell.</summary>
    /// <param name="part">Whether a condition without parts holds.</param>
    public bool? Told(Func<CompiledCondition, bool?> part)
    {
        if (_joint is Joint.None or Joint.Not)
        {
            return _joint == Joint.None ? part(this) : !_inner[0].Told(part);
        }

        // One part settles it that does not hold of all that must, or holds of any that may.
        var settling = _joint == Joint.Any;
        bool?[] parts = [.. _inner.Select(inner => inner.Told(part))];
        return Array.Exists(parts, told => told == settling) ? settling : Array.Exists(parts, told => told is null) ? null : !settling;
    }

    /// <summary>Whether the condition holds for two rows. A part whose value is missing does not hold.</summary>
    /// <param name="left">A row.</param>
    /// <param name="right">Another row.</param>
    /// <param name="memo">What is known of them; null for nothing.</param>
    public bool Holds(in RowView left, in RowView right, PairMemo? memo)
    {
        if (_joint != Joint.None)
        {
            return _joint == Joint.Not ? !_inner[0].Holds(in left, in right, memo)
                : _joint == Joint.All ? CountOf(in left, in right, memo, until: false) == _inner.Length
                : CountOf(in left, in right, memo, until: true) < _inner.Length;
        }

        var (a, b) = (left.CellOf(Column), right.CellOf(Other));
        if (a == Cell.Missing || b == Cell.Missing)
        {
            return false;
        }

        if (_isOfCells)
        {
            return a == b || (Measure is not null && Reaches(in left, in right, memo));
        }

        if (_source.Value is not null)
        {
            var literal = new CellValue(_literal, _literalText);
            return TryValue(in left, Column, out var one) && Agree(in one, in literal) && TryValue(in right, Other, out var two) && Agree(in two, in literal);
        }

        return TryValue(in left, Column, out var its) && TryValue(in right, Other, out var others) && Agree(in its, in others);
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

    private bool Agree(in CellValue one, in CellValue two) => one.Cell == two.Cell || (Measure is not null && Reached(Measure.Between(in one, in two)));

    // The value as it is measured; false where there is none.
    private bool TryValue(in RowView row, int column, out CellValue value)
    {
        if (Transform is not null)
        {
            return Transform.TryText(in row, column, out value);
        }

        var cell = row.CellOf(column);
        value = default;
        if (_joined >= 0)
        {
            if (row.CellOf(_joined) == Cell.Missing)
            {
                return false;
            }

            value = Valued([.. row.Text(column, new int[Cell.MostInline]), ',', .. row.Text(_joined, new int[Cell.MostInline])]);
            return true;
        }

        value = new CellValue(cell, row.Text(column, new int[Cell.MostInline]));
        return true;
    }

    private static CellValue Valued(int[] text) => new(Cell.Of(Encoding.UTF8.GetBytes(string.Concat(text.Select(char.ConvertFromUtf32)))), text);

    private static byte[] Cleaned(ColumnKind kind, byte[] value)
    {
        var cleaned = new byte[kind.MostBytes(value.Length)];
        return cleaned[..kind.Clean(value, cleaned)];
    }

    private static int[] CodePointsOf(byte[] utf8) => [.. Encoding.UTF8.GetString(utf8).EnumerateRunes().Select(r => r.Value)];

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

    /// <summary>How conditions of one are joined.</summary>
    private enum Joint : byte
    {
        None,
        Not,
        All,
        Any,
    }
}
