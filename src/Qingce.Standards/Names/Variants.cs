using System.Text;
using Qingce.Standards.Tables;

namespace Qingce.Standards;

/// <summary>
/// Traditional and variant characters and the standard ones they count as. Loaded at first use; then nothing allocates.
/// </summary>
public static class Variants
{
    private static readonly Lazy<Dictionary<int, string>> Forms = new(FindForms);

    /// <summary>
    /// The standard simplified form of a traditional, variant or compatibility character. A character of the standard list of
    /// 8,105 is its own form even where it is also a traditional one (乾, 於, 锺), since people bear it today. Idempotent.
    /// </summary>
    public static Rune Simplify(Rune rune) => new(Simplify(rune.Value));

    /// <summary>
    /// The representative of all characters that clerks write for one another as the same character: those with the same
    /// simplified form and, beyond it, standard characters that are variants by origin (喆 哲, 堃 坤, 昇 升, 祐 佑). Coarser
    /// than <see cref="Simplify(Rune)"/>; idempotent. For comparing only.
    /// </summary>
    public static Rune Fold(Rune rune) => new(Fold(rune.Value));

    /// <summary>True when both are forms of one character.</summary>
    public static bool Are(Rune left, Rune right) => Fold(left.Value) == Fold(right.Value);

    /// <summary>True for the 8,105 characters of the standard list of 2013 (通用规范汉字表).</summary>
    public static bool IsStandard(Rune rune) => Loaded.Maps.Standard.Contains(rune.Value);

    /// <summary>
    /// The traditional and variant forms of a standard character, in the order of their code points; empty when it has none.
    /// </summary>
    public static string FormsOf(Rune standard) => Forms.Value.GetValueOrDefault(standard.Value, string.Empty);

    internal static int Simplify(int code)
    {
        if (code < 0x2E80)
        {
            return code;
        }

        var maps = Loaded.Maps;
        var form = code < 0x10000 ? maps.Simple[code] : 0;
        return form != 0 ? form : maps.Rare.GetValueOrDefault(code, code);
    }

    internal static int Fold(int code)
    {
        var folded = Loaded.Maps.Folded;
        if ((uint)code < (uint)folded.Length && folded[code] != 0)
        {
            return folded[code];
        }

        var simple = Simplify(code);
        return simple < 0x10000 && folded[simple] != 0 ? folded[simple] : simple;
    }

    /// <summary>The simplified form of a character of the basic plane when that lies there too, else the character.</summary>
    internal static char SimplifyBasic(char c) => Loaded.Maps.Simple[c] is not '\0' and var form ? form : c;

    private static Dictionary<int, string> FindForms()
    {
        var forms = new Dictionary<int, string>();
        for (var code = 0x3400; code < 0x30000; code++)
        {
            if (Rune.IsValid(code) && code is < 0xF900 or > 0xFAFF and < 0x2F800 or > 0x2FA1F && Simplify(code) is var simple && simple != code)
            {
                forms[simple] = forms.GetValueOrDefault(simple, string.Empty) + new Rune(code);
            }
        }

        return forms;
    }

    private static Maps Load()
    {
        var simple = new char[0x10000];
        var rare = new Dictionary<int, int>();
        var pairs = TableResource.Read("variants").EnumerateRunes();
        while (pairs.MoveNext())
        {
            var from = pairs.Current.Value;
            pairs.MoveNext();
            var to = pairs.Current.Value;
            if (from < 0x10000 && to < 0x10000)
            {
                simple[from] = (char)to;
            }
            else
            {
                rare[from] = to;
            }
        }

        var folded = new char[0x10000];
        foreach (var group in EquivalentCharacters.Groups.Split(' '))
        {
            foreach (var c in group[1..])
            {
                folded[c] = group[0];
            }
        }

        // Characters that stand for themselves are in the arrays too, so that most are looked up once and in no dictionary.
        for (var code = 1; code < simple.Length; code++)
        {
            simple[code] = simple[code] == '\0' && !rare.ContainsKey(code) ? (char)code : simple[code];
        }

        for (var code = 1; code < folded.Length; code++)
        {
            folded[code] = folded[code] != '\0' ? folded[code]
                : simple[code] == '\0' ? '\0'
                : folded[simple[code]] is not '\0' and var form ? form
                : simple[code];
        }

        var standard = new HashSet<int>(8200);
        foreach (var rune in TableResource.Read("standard-characters").EnumerateRunes())
        {
            standard.Add(rune.Value);
        }

        return new(simple, folded, rare, standard);
    }

    // A class of its own is loaded at first use and then costs no check at all.
    private static class Loaded
    {
        public static readonly Maps Maps = Load();
    }

    private sealed record Maps(char[] Simple, char[] Folded, Dictionary<int, int> Rare, HashSet<int> Standard);
}
