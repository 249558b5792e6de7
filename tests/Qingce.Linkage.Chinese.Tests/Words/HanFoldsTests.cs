using System.Text;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese.Tests;

public sealed class HanFoldsTests
{
    private const int EveryOf = 101;

    [Fact]
    public void MayBeAlike_CharactersThatSoundOrLookAlike_IsTrue()
    {
        int[] folded = [.. Enumerable.Range(0x4E00, 0x9FFF - 0x4E00 + 1).Select(HanFolds.Fold).Distinct()];
        int alike = 0, told = 0;
        foreach (int left in folded.Where((_, at) => at % EveryOf == 0))
        {
            foreach (int right in folded)
            {
                bool mayBe = HanFolds.MayBeAlike(left, right);
                told += mayBe ? 0 : 1;
                if (left != right && (Pinyin.SoundAlike(new Rune(left), new Rune(right)) || LookAlike.Are(new Rune(left), new Rune(right))))
                {
                    alike++;
                    Assert.True(mayBe, $"{new Rune(left)} {new Rune(right)}");
                }
            }
        }

        Assert.True(alike > 10_000, $"{alike}");
        Assert.True(told > 0.6 * folded.Length * (folded.Length / EveryOf), $"{told}");
    }
}
