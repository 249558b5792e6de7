using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class SimilarityTests
{
    private static readonly Gen<int[]> Words = Gen.Int[1, 4].Array[0, 9];

    [Theory]
    [InlineData("martha", "marhta", 0.9611)]
    [InlineData("dixon", "dicksonx", 0.8133)]
    [InlineData("", "", 1)]
    [InlineData("a", "", 0)]
    public void JaroWinkler_KnownPairs_HaveTheirValue(string left, string right, double expected) =>
        Assert.Equal(expected, Similarity.JaroWinkler(Points(left), Points(right)), 3);

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("320503", "320530", 1)]
    [InlineData("张𠮷", "张吉", 1)]
    [InlineData("", "abc", 3)]
    public void EditDistance_KnownPairs_HaveTheirValue(string left, string right, int expected) =>
        Assert.Equal(expected, Similarity.EditDistance(Points(left), Points(right)));

    [Fact]
    public void EditDistance_AnyTexts_IsSymmetricAndBounded() => Gen.Select(Words, Words).Sample((a, b) =>
    {
        var distance = Similarity.EditDistance(a, b);
        return distance == Similarity.EditDistance(b, a) && distance >= Math.Abs(a.Length - b.Length)
            && distance <= Math.Max(a.Length, b.Length) && (distance == 0) == a.SequenceEqual(b);
    });

    [Fact]
    public void JaroWinkler_AnyTexts_IsSymmetricAndAtMostOne() => Gen.Select(Words, Words).Sample((a, b) =>
    {
        var similarity = Similarity.JaroWinkler(a, b);
        return similarity == Similarity.JaroWinkler(b, a) && similarity is >= 0 and <= 1 + 1e-12;
    });

    private static int[] Points(string text) => [.. text.EnumerateRunes().Select(r => r.Value)];
}
