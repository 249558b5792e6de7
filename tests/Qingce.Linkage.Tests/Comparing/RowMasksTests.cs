using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class RowMasksTests
{
    [Fact]
    public void Vectors_AnyRows_GiveWhatWordsGive() =>
        Gen.Select(Gen.Int[1, 8], Gen.ULong[0, 3].Array[32], Gen.ULong[0, 3].Array[32], Gen.ULong, Gen.ULong)
            .Sample((fours, left, right, mine, other) =>
            {
                var width = 4 * fours;
                (left[0], right[0]) = (mine & uint.MaxValue, other & uint.MaxValue);
                var expected = RowMasks.Words(in left[0], in right[0], width, out var present);
                var equal = RowMasks.Vectors(in left[0], in right[0], width, out var alsoPresent);
                return equal == expected && present == alsoPresent && RowMasks.Equal(in left[0], in right[0], width, out _) == expected;
            });
}
