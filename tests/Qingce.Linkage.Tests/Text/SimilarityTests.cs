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

    [Fact]
    public void LongTexts_WhatIsBeyondTheFirst512_CountsByItsLength()
    {
        int[] text = [.. Enumerable.Range(0, 600).Select(i => 'a' + i % 26)];
        int[] other = [.. text[..550], '-', .. text[551..]];
        int[] first = ['-', .. text[1..]];

        Assert.Equal(0, Similarity.EditDistance(text, [.. text]));
        Assert.Equal(1, Similarity.EditDistance(text, other));
        Assert.Equal(1, Similarity.Levenshtein(text, other));
        Assert.Equal(50, Similarity.EditDistance(text, text.AsSpan(..550)));
        Assert.Equal(51, Similarity.EditDistance(first, text.AsSpan(..550)));
        Assert.Equal(1, Similarity.JaroWinkler(text, other));
        Assert.True(Similarity.JaroWinkler(text, first) < 1);
    }

    [Fact]
    public void VeryLongTexts_AreDoneAtOnce()
    {
        int[] one = [.. Enumerable.Range(0, 2_000_000).Select(i => i % 97)];
        int[] two = [.. Enumerable.Range(0, 2_000_000).Select(i => i % 89)];

        Assert.True(Similarity.EditDistance(one, two) > 0);
        Assert.True(Similarity.JaroWinkler(one, two) < 1);
    }

    private static int[] Points(string text) => [.. text.EnumerateRunes().Select(r => r.Value)];
}
