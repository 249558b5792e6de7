using CsCheck;

namespace Qingce.Linkage.Chinese.Tests;

public sealed class NumberSketchTests
{
    private static readonly string[] Numbers = ["44052418800101001", "44052418800101009", "11010519491231002", "44052419491231001", "44052418800101101"];

    // Numbers that share much, with up to four digits changed, so that every grade is met.
    private static readonly Gen<int[]> Number = Gen.Select(Gen.Int[0, Numbers.Length - 1], Gen.Bool, Gen.Select(Gen.Int[0, 16], Gen.Int['0', '9']).Array[0, 4])
        .Select((which, isRight, slips) =>
        {
            var digits = Numbers[which].Select(c => (int)c).Append('0').ToArray();
            foreach (var (at, digit) in slips)
            {
                digits[at] = digit;
            }

            digits[^1] = isRight ? "0123456789X".First(check => NumberMeasure.HasRightCheck([.. digits[..^1], check])) : '0';
            return digits;
        });

    [Fact]
    public void Best_AnyNumbers_IsNeverBeaten()
    {
        var measure = new NumberMeasure();
        Gen.Select(Number, Gen.OneOf(Number, Number.Select(n => n[..^1]))).Sample((left, right) =>
        {
            var a = new CellValue(1, left);
            var b = new CellValue(2, right);
            var best = measure.Best(measure.Sketch(in a), measure.Sketch(in b), out var isExact);
            return left.SequenceEqual(right) || (isExact ? best == measure.Between(in a, in b) : best >= measure.Between(in a, in b));
        });
    }

    [Fact]
    public void CheckOf_AnyBody_IsTheLastOfARightNumber() => Number.Sample(number =>
    {
        var body = number[..^1].Aggregate(0UL, (sum, code) => sum * 10 + (ulong)(code - '0'));
        Assert.True(NumberMeasure.HasRightCheck([.. number[..^1], "0123456789X"[FourDigits.CheckOf(body)]]));
        Assert.Equal(string.Concat(number[..16].Select(c => (char)c)), FourDigits.Code(body / 10).ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
    });
}
