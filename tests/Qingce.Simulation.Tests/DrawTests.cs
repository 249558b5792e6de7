using CsCheck;

using Qingce.Simulation.Chance;

namespace Qingce.Simulation.Tests;

public sealed class DrawTests
{
    [Fact]
    public void Between_AnyBounds_StaysWithinThem() => Gen.Select(Gen.ULong, Gen.Int[-100_000, 100_000], Gen.Int[0, 100_000]).Sample((seed, least, span) =>
    {
        Draw draw = Draw.For(seed, Stage.Rows, least, span);
        int value = draw.Between(least, least + span);
        return value >= least && value <= least + span;
    });

    [Fact]
    public void For_OneAddress_GivesOneStream() => Gen.Select(Gen.ULong, Gen.Long[0, 1000], Gen.Long[0, 1_000_000]).Sample((seed, county, person) =>
    {
        Draw one = Draw.For(seed, Stage.Rows, county, person);
        Draw same = Draw.For(seed, Stage.Rows, county, person);
        Draw next = Draw.For(seed, Stage.Rows, county, person + 1);
        ulong first = one.Next();
        return first == same.Next() && first != next.Next();
    });

    [Fact]
    public void Pick_Totals_FollowsTheWeights()
    {
        Draw draw = Draw.For(1, Stage.Names);
        int[] counts = new int[3];
        for (int i = 0; i < 60_000; i++)
        {
            counts[draw.Pick([1, 3, 6])]++;
        }

        Assert.InRange(counts[0], 9_400, 10_600);
        Assert.InRange(counts[1], 19_300, 20_700);
        Assert.InRange(counts[2], 29_200, 30_800);
    }
}
