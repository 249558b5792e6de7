namespace Qingce.Linkage.Tests;

public sealed class JointBoundTests
{
    private const int Seeds = 40;

    [Fact]
    public void Falls_AnyPairOfRows_LeavesAtLeastWhatTheLevelGives()
    {
        var told = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var model = JointComparisons.ModelOf(seed);
            var table = new InventedPeople(40, 0.5, seed).ToTable();
            var comparer = new RowComparer(model, table.Columns, LinkageVocabulary.General);
            var frequencies = new TermFrequencies(model, table.Columns, comparer);
            var joint = model.IndexOf(JointComparisons.First);
            var step = new BoundStep(joint, comparer, new PatternWeights(model, table.Rows), frequencies, new TableTerms(table, frequencies.Columns, 1, new WordRoom()));
            var bound = new JointBound(step, comparer);
            for (var left = 0; left < table.Rows; left++)
            {
                for (var right = left + 1; right < table.Rows; right++)
                {
                    var gives = step.Most(comparer.Level(joint, table.View(left), table.View(right)));
                    for (var c = 0; c < joint; c++)
                    {
                        var level = comparer.Level(c, table.View(left), table.View(right));
                        var falls = bound.Falls(c, level);

                        Assert.True(falls >= 0 && gives <= step.WhenUnequal - falls + 1e-9, $"Seed {seed}: comparison {c}, level {level}.");
                        Assert.All(Enumerable.Range(1, Math.Max(level, 1)), from => Assert.True(level == 0 || bound.FallsFrom(c, from) <= falls));
                        told += falls > 0 ? 1 : 0;
                    }
                }
            }
        }

        Assert.True(told > 10000, $"{told} times a level told something.");
    }
}
