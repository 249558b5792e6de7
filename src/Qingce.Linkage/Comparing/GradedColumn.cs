namespace Qingce.Linkage;

/// <summary>
/// A comparison whose level depends on the two values of its column alone, made ready for many pairs: what a sketch of the values rules out is
/// not measured.
/// </summary>
internal sealed class GradedColumn
{
    private const int Scratch = 96;
    private readonly int _otherwise;
    private readonly Step[] _steps;

    /// <summary>Prepares a plain comparison.</summary>
    /// <param name="comparison">Its place in the model.</param>
    /// <param name="column">Its column.</param>
    /// <param name="levels">Its conditions; null for otherwise.</param>
    /// <param name="whenEqual">The level of equal values, 1-based.</param>
    /// <param name="sketches">How many sketches a row has so far; those of this comparison are added.</param>
    public GradedColumn(int comparison, int column, CompiledCondition?[] levels, int whenEqual, ref int sketches)
    {
        Comparison = comparison;
        Column = column;
        WhenEqual = whenEqual;
        var reached = levels.TakeWhile(l => l is not null).Count();
        _otherwise = reached < levels.Length ? reached + 1 : 0;
        var steps = new List<Step>();
        for (var i = 0; i < reached; i++)
        {
            if (levels[i]!.Measure is { } measure)
            {
                var place = steps.Count > 0 && steps[^1].Condition.Measure == measure ? steps[^1].Sketch : measure.HasSketch ? sketches++ : -1;
                steps.Add(new Step(i + 1, levels[i]!, place));
            }
        }

        _steps = [.. steps];
    }

    public int Comparison { get; }

    public int Column { get; }

    /// <summary>The level of equal values, 1-based.</summary>
    public int WhenEqual { get; }

    /// <summary>The levels that values which are not equal can have.</summary>
    public IEnumerable<int> WhenUnequal => _steps.Select(s => s.Level).Append(_otherwise);

    /// <summary>Whether a level other than that of no agreement can hold of values that are not equal.</summary>
    public bool IsGraded => _steps.Length > 0;

    /// <summary>The level of two members whose values are there and not equal.</summary>
    /// <param name="members">The gathered rows.</param>
    /// <param name="left">A member.</param>
    /// <param name="right">Another member.</param>
    /// <param name="memo">What is known of the two; what is found is added.</param>
    public int Level(Members members, int left, int right, PairMemo memo)
    {
        Measure? measure = null;
        var isMeasured = false;
        var value = 0d;
        foreach (var step in _steps)
        {
            var its = step.Condition.Measure!;
            if (its != measure)
            {
                measure = its;
                isMeasured = step.Sketch < 0;
                if (isMeasured)
                {
                    value = Measured(its, members, left, right);
                    memo.SetMeasured(step.Condition.Place, value);
                }
                else
                {
                    value = its.Best(Sketch(its, members, left, step.Sketch), Sketch(its, members, right, step.Sketch));
                    memo.SetBest(step.Condition.Place, value);
                }
            }

            if (!step.Condition.Reached(value))
            {
                continue;
            }

            if (!isMeasured)
            {
                isMeasured = true;
                value = Measured(its, members, left, right);
                memo.SetMeasured(step.Condition.Place, value);
                if (!step.Condition.Reached(value))
                {
                    continue;
                }
            }

            return step.Level;
        }

        return _otherwise;
    }

    private ulong Sketch(Measure measure, Members members, int member, int place)
    {
        ref var sketch = ref members.Sketch(member, place);
        if (sketch == 0)
        {
            var (cell, row) = (members.CellOf(member, Column), members.Row(member));
            sketch = Cell.IsLong(cell) ? measure.Sketch(members.Table.View(row).LongText(Column)) : 0;
            sketch = sketch == 0 ? SketchOfText(measure, cell, members.Table.View(row)) : sketch;
        }

        return sketch;
    }

    private ulong SketchOfText(Measure measure, ulong cell, in RowView row)
    {
        Span<int> scratch = stackalloc int[Cell.IsLong(cell) ? Scratch : Cell.MostInline];
        return measure.Sketch(new CellValue(cell, row.Text(Column, scratch)));
    }

    private double Measured(Measure measure, Members members, int left, int right) =>
        RowComparer.Measured(measure, members.Table.View(members.Row(left)), Column, members.Table.View(members.Row(right)), Column);

    private readonly record struct Step(int Level, CompiledCondition Condition, int Sketch);
}
