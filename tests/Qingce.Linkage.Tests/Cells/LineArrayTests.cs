using System.Runtime.CompilerServices;

namespace Qingce.Linkage.Tests;

public sealed class LineArrayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(3_000_000)]
    public void Of_Elements_AreThoseOfTheArray(int length)
    {
        ulong[] elements = [.. Enumerable.Range(0, length).Select(i => (ulong)i)];

        var made = LineArray<ulong>.Of(elements);

        Assert.Equal(length, made.Length);
        Assert.True(made.Span.SequenceEqual(elements));
        Assert.True(made.AsSpan(length / 2, length - length / 2).SequenceEqual(elements.AsSpan(length / 2)));
    }

    [Fact]
    public void Allocate_LargeArray_BeginsOnACacheLine()
    {
        var made = LineArray<uint>.Allocate(4_000_000);

        Assert.Equal(0, Unsafe.ByteOffset(ref Unsafe.NullRef<uint>(), ref made[0]) % 64);
    }
}
