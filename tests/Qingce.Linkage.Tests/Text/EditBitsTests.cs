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

    [Fact]
    public void Distances_LongTexts_AreThoseOfWholeRows()
    {
        var texts = Gen.OneOf(Gen.Int['0', '3'].Array[1, Similarity.Most], Gen.Int['a', 'z'].Array[1, 140], Gen.Int['a', 'b'].Array[60, 70]);

        // Most pairs of texts that are drawn apart are too far from each other to have swaps in common.
        var edited = Gen.Select(texts, Gen.Int[0, Similarity.Most - 1].Array[0, 6]).Select((text, places) => (text, Swapped(text, places)));
        Gen.OneOf(Gen.Select(texts, texts), edited).Sample((left, right) =>
        {
            var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
            return LongEditBits.Levenshtein(shorter, longer) == Similarity.LevenshteinRows(shorter, longer)
                && LongEditBits.WithSwaps(shorter, longer) == Similarity.EditDistanceRows(shorter, longer)
                && LongEditBits.Jaro(longer, shorter).Equals(Similarity.JaroRows(longer, shorter));
        });
    }

    private static int[] Swapped(int[] text, int[] places)
    {
        int[] swapped = [.. text];
        foreach (var place in places.Where(place => place + 1 < text.Length))
        {
            (swapped[place], swapped[place + 1]) = (swapped[place + 1], swapped[place]);
        }

        return swapped;
    }
}
