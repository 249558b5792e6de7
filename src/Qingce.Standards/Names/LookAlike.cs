using System.Text;
using Qingce.Standards.Tables;

namespace Qingce.Standards;

/// <summary>Characters easily taken for one another by eye. Loaded at first use; comparing allocates nothing.</summary>
public static class LookAlike
{
    /// <summary>True when one is easily taken for the other, in any of their forms. Symmetric; false for one and the same character.</summary>
    public static bool Are(Rune left, Rune right) => Are(left.Value, right.Value);

    /// <summary>The characters for which one is easily taken, in a fixed order; empty when none are known.</summary>
    public static string Of(Rune rune) => Known.Loaded.Others.GetValueOrDefault(Variants.Simplify(rune.Value), string.Empty);

    internal static bool Are(int left, int right)
    {
        if (left == right)
        {
            return false;
        }

        var (one, other) = (Variants.Simplify(left), Variants.Simplify(right));
        return ArePair(left, right) || ((one != left || other != right) && ArePair(one, other));
    }

    private static bool ArePair(int left, int right)
    {
        var loaded = Known.Loaded;
        return ((uint)left >= (uint)loaded.Partners.Length || (loaded.Partners[left] & Bit(right)) != 0) && loaded.Pairs.Contains(Pair(left, right));
    }

    // One of 32 bits for a character, so that most pairs are told from one word.
    private static uint Bit(int code) => 1u << (int)(unchecked((uint)code * 0x9E3779B1) >> 27);

    private static ulong Pair(int left, int right) => (ulong)(uint)Math.Min(left, right) << 32 | (uint)Math.Max(left, right);

    private static (HashSet<ulong> Pairs, uint[] Partners, Dictionary<int, string> Others) Load()
    {
        var pairs = new HashSet<ulong>(40_000);
        var others = new Dictionary<int, StringBuilder>(8000);
        foreach (var line in TableResource.Read("look-alikes").AsSpan().EnumerateLines())
        {
            var first = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (first == 0)
                {
                    first = rune.Value;
                }
                else if (rune.Value != first && pairs.Add(Pair(first, rune.Value)))
                {
                    Add(others, first, rune.Value);
                    Add(others, rune.Value, first);
                }
            }
        }

        foreach (var group in EquivalentCharacters.LookAlikes.Split(' '))
        {
            for (var i = 0; i < group.Length; i++)
            {
                for (var j = i + 1; j < group.Length; j++)
                {
                    if (pairs.Add(Pair(group[i], group[j])))
                    {
                        Add(others, group[i], group[j]);
                        Add(others, group[j], group[i]);
                    }
                }
            }
        }

        var partners = new uint[0x10000];
        foreach (var pair in pairs)
        {
            var (one, other) = ((int)(pair >> 32), (int)(pair & uint.MaxValue));
            AddPartner(partners, one, other);
            AddPartner(partners, other, one);
        }

        return (pairs, partners, others.ToDictionary(e => e.Key, e => e.Value.ToString()));
    }

    private static void AddPartner(uint[] partners, int code, int partner)
    {
        if (code < partners.Length)
        {
            partners[code] |= Bit(partner);
        }
    }

    private static void Add(Dictionary<int, StringBuilder> others, int code, int other)
    {
        if (!others.TryGetValue(code, out var text))
        {
            others[code] = text = new StringBuilder();
        }

        text.Append(new Rune(other).ToString());
    }

    // A class of its own is loaded at first use and then costs no check at all.
    private static class Known
    {
        public static readonly (HashSet<ulong> Pairs, uint[] Partners, Dictionary<int, string> Others) Loaded = Load();
    }
}
