using CsCheck;
using Qingce.Checks.Registrations;

namespace Qingce.Checks.Tests.Registrations;

public sealed class NumberIndexTests
{
    [Fact]
    public void Find_ManyNumbers_GivesTheFirstRowOfEach() =>
        Gen.Select(Gen.ULong[0, 300].Array[0, 400], Gen.ULong[0, 400].Array[0, 200]).Sample((register, sought) =>
        {
            NumberIndex index = new(register);
            int[] rows = new int[sought.Length];
            index.Find(sought, rows);

            Assert.Equal(sought.Select(number => number == 0 ? -1 : Array.IndexOf(register, number)), rows);
            Assert.Equal(sought.Select(index.Find), rows);
        });
}
