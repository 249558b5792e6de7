using System.Text;

namespace Qingce.Standards;

/// <summary>Names of several parts, transliterated into Chinese by different hands.</summary>
public static class MinorityNames
{
    private static readonly FoldTable Representatives = new(Make());

    /// <summary>The character that stands for all that transliterate one sound; the character itself where there are none.</summary>
    public static Rune Fold(Rune rune) => new(Fold(rune.Value));

    /// <summary>True when the names, without dots, are equal in the characters that stand for each sound.</summary>
    internal static bool AreOneSound(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (Fold(left[i]) != Fold(right[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when one name, dots and all, is the other's first part or parts, in characters of the same sound.</summary>
    internal static bool IsPart(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left.Length > right.Length)
        {
            return IsPart(right, left);
        }

        if (left.Length < 2 || left.Length == right.Length || right[left.Length] != NameText.Dot)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (Fold(Variants.Fold(left[i])) != Fold(Variants.Fold(right[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static int Fold(int code) => Representatives.Of(code);

    private static Dictionary<int, int> Make()
    {
        var map = new Dictionary<int, int>();
        foreach (var group in EquivalentCharacters.Transliteration.Split(' '))
        {
            foreach (var c in group)
            {
                map.TryAdd(c, group[0]);
            }
        }

        return map;
    }
}
