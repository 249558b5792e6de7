using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class RuleKeysTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Shared_AnyKeys_IsTheSameByWordsAndByVectors(int width)
    {
        var row = Gen.UInt[0, 3].Array[width];
        Gen.Select(row, row).Sample((left, right) =>
        {
            var words = RuleKeys.SharedWords(in left[0], in right[0], width);
            Assert.Equal(words, RuleKeys.SharedVectors(in left[0], in right[0], width));
            Assert.Equal(words, Enumerable.Range(0, width).Where(i => left[i] != 0 && left[i] == right[i]).Aggregate(0UL, (mask, i) => mask | 1UL << i));
        });
    }

    [Fact]
    public void Of_RowsOfSeveralRules_AreTheKeysOfEachRule()
    {
        var people = new InventedPeople(700, 0.3, 11);
        var table = people.ToTable([.. Enumerable.Range(0, people.Count)]);
        var blocking = new RowBlocking(InventedPeople.Model, table.Columns, LinkageVocabulary.General);

        var keys = RuleKeys.Of(table, blocking, new ParallelOptions { MaxDegreeOfParallelism = 2 });

        Span<ulong> whole = stackalloc ulong[RowBlocking.MostKeysOfRule];
        foreach (var rule in blocking.RulesOfOneKey)
        {
            for (var row = 0; row < table.Rows; row++)
            {
                var expected = blocking.Keys(rule, table.View(row), whole) == 0 ? 0 : KeyMix.Fold(whole[0]);
                Assert.Equal(expected, keys.At(row, keys.SlotOf(rule)));
            }
        }

        Assert.NotEmpty(blocking.RulesOfOneKey);
    }
}
