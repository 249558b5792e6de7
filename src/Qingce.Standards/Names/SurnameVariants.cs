using System.Text;

namespace Qingce.Standards;

/// <summary>Surnames that are written for one another: 萧 肖, 阎 闫, 傅 付, 戴 代 and their like.</summary>
public static class SurnameVariants
{
    private static readonly FoldTable Representatives = new(Make());

    /// <summary>The surname that stands for all written for one another; the character itself where there are none.</summary>
    public static Rune Fold(Rune surname) => new(Fold(surname.Value));

    /// <summary>True when the surnames are one or are written for one another.</summary>
    public static bool Are(Rune left, Rune right) => Fold(Variants.Fold(left.Value)) == Fold(Variants.Fold(right.Value));

    internal static int Fold(int code) => Representatives.Of(code);

    private static Dictionary<int, int> Make()
    {
        var map = new Dictionary<int, int>();
        foreach (var group in EquivalentCharacters.Surnames.Split(' '))
        {
            foreach (var c in group)
            {
                map.TryAdd(Variants.Fold(c), Variants.Fold(group[0]));
            }
        }

        return map;
    }
}
