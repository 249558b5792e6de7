using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class EntryOrderTests
{
    [Fact]
    public void Of_AnyEntries_IsTheirOrder()
    {
        var order = new EntryOrder();
        Gen.OneOf(Gen.ULong.Array[0, 300], Gen.ULong[0, 5].Array[0, 300], Gen.ULong[0, 3].Select(Gen.UInt, (high, row) => high << 40 | row).Array[0, 3000])
            .Sample(entries => entries.Order().SequenceEqual(order.Of(entries).ToArray()), threads: 1);
    }
}
