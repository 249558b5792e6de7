using System.Text;
using CsCheck;

namespace Qingce.Tables.Tests;

public sealed class TextCodesTests
{
    [Fact]
    public void Add_ValueThatIsThere_GivesItsCode()
    {
        TextCodes codes = new();

        Assert.Equal(0, codes.Add("街道"));
        Assert.Equal(1, codes.Add(""));
        Assert.Equal(0, codes.Add("街道"u8));
        Assert.Equal(1, codes.Add(""));
        Assert.Equal(2, codes.Count);
    }

    [Fact]
    public void Add_AnyValues_KeepsEachOnce() => Gen.String[0, 20].Array[0, 200].Sample(values =>
    {
        byte[][] texts = [.. values.Concat(values).Select(Encoding.UTF8.GetBytes)];
        TextCodes codes = new();
        int[] given = [.. texts.Select(text => codes.Add(text))];

        Assert.Equal(texts.Select(Convert.ToHexString).Distinct().Count(), codes.Count);
        for (int i = 0; i < texts.Length; i++)
        {
            Assert.True(codes[given[i]].SequenceEqual(texts[i]));
        }
    });

    [Fact]
    public void Construct_ValueTwice_Throws() => Assert.Throws<ArgumentException>(() => new TextCodes(["男", "女", "男"]));
}
