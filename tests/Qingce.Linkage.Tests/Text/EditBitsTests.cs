using CsCheck;

namespace Qingce.Linkage.Tests;

/// <summary>The quick ways and the plain ones say the same, by vectors and without.</summary>
public sealed class EditBitsTests
{
    private static readonly Gen<int[]> Text = Gen.OneOf(Gen.Int['0', '3'].Array[1, 64], Gen.Int['a', 'z'].Array[1, 30], Gen.Int[0x4E00, 0x4E08].Array[1, 64]);

    [Fact]
    public void Places_AnyText_AreTheSameByVectorsAndOneByOne() => Gen.Select(Text, Gen.Int['0', '3'])
        .Sample((text, code) => EditBits.PlacesByVectors(text, code) == EditBits.PlacesOneByOne(text, code, 0));

    [Fact]
    public void Distances_AnyTexts_AreThoseOfWholeRows() => Gen.Select(Text, Text).Sample((left, right) =>
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return EditBits.Levenshtein(shorter, longer) == Similarity.LevenshteinRows(shorter, longer)
            && EditBits.WithSwaps(shorter, longer) == Similarity.EditDistanceRows(shorter, longer)
            && EditBits.Jaro(longer, shorter).Equals(Similarity.JaroRows(longer, shorter));
    });
}
