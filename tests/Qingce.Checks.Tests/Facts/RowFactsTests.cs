using CsCheck;
using Qingce.Checks.Facts;

namespace Qingce.Checks.Tests.Facts;

public sealed class RowFactsTests
{
    [Fact]
    public void Facts_InAnyLaneAndOrder_AreThoseOfTheirRowSorted() =>
        Gen.Select(Gen.Select(Gen.Int[0, 40], Gen.Int[0, 9]).List[0, 300], Gen.Int[1, 4], Gen.Int[0, 1000]).Sample((items, lanes, shuffle) =>
        {
            RowFacts<Fact> facts = new(lanes);
            List<(int Row, int Value)> mixed = [.. items.Select((item, i) => (item, Key: unchecked((i + shuffle) * 7919 % 1009))).OrderBy(pair => pair.Key).Select(pair => pair.item)];
            for (int i = 0; i < mixed.Count; i++)
            {
                facts.Add(i % lanes, new Fact(mixed[i].Row, mixed[i].Value));
            }

            facts.Settle(41);
            for (int row = 0; row < 41; row++)
            {
                Assert.Equal(items.Where(item => item.Item1 == row).Select(item => item.Item2).Order(), facts.Of(row).ToArray().Select(fact => fact.Value));
            }
        });

    [Fact]
    public void Facts_MoreThanAChunk_AreAllKept()
    {
        RowFacts<Fact> facts = new(2);
        for (int i = 0; i < 50_000; i++)
        {
            facts.Add(i % 2, new Fact(i % 10, i));
        }

        facts.Settle(10);
        Assert.Equal(50_000, facts.All.Length);
        Assert.Equal(5_000, facts.Of(3).Length);
    }

    [Fact]
    public void Facts_None_AreEmptyForEveryRow()
    {
        RowFacts<Fact> facts = new(2);
        facts.Settle(5);
        Assert.True(facts.Of(4).IsEmpty);
    }

    private readonly record struct Fact(int Row, int Value) : IRowFact, IComparable<Fact>
    {
        public int CompareTo(Fact other) => Value.CompareTo(other.Value);
    }
}
