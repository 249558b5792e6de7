using System.Text;

namespace Qingce.Eng.Tables;

/// <summary>
/// Pairs of a character and the one it counts as when names are compared. A character of the standard list of 8,105 is never
/// changed, since it is a right character of today's names even where it is also the traditional form of another (乾, 於, 锺).
/// </summary>
internal static class VariantTable
{
    public static string Make(string folder, HashSet<Rune> standard, IReadOnlyDictionary<Rune, (int Male, int Female)> given)
    {
        var simplified = UnihanFile.Read(Path.Combine(folder, "kSimplifiedVariant.txt")).ToDictionary(e => e.Character, e => e.Variants);
        var others = new Dictionary<Rune, List<Rune>>();
        foreach (var name in (string[])["kZVariant.txt", "kSemanticVariant.txt"])
        {
            foreach (var (character, variants) in UnihanFile.Read(Path.Combine(folder, name)))
            {
                if (!others.TryGetValue(character, out var list))
                {
                    others[character] = list = [];
                }

                list.AddRange(variants);
            }
        }

        var pairs = new SortedDictionary<Rune, Rune>();
        foreach (var (character, variants) in simplified)
        {
            if (!standard.Contains(character) && Best(variants, standard, given) is { } target && target != character)
            {
                pairs[character] = target;
            }
        }

        // A variant leads to a standard character at once or through its traditional form; one that leads to none stays.
        foreach (var (character, variants) in others)
        {
            if (standard.Contains(character) || pairs.ContainsKey(character))
            {
                continue;
            }

            var direct = variants.Where(standard.Contains).ToArray();
            var through = variants.Where(v => !standard.Contains(v) && pairs.ContainsKey(v)).Select(v => pairs[v]).Where(standard.Contains).ToArray();
            if (Best(direct.Length > 0 ? direct : through, standard, given) is { } target)
            {
                pairs[character] = target;
            }
        }

        AddCompatibility(pairs, standard);
        foreach (var (character, target) in pairs.ToArray())
        {
            var last = target;
            for (var steps = 0; steps < 4 && pairs.TryGetValue(last, out var next); steps++)
            {
                last = next;
            }

            pairs[character] = last;
        }

        return string.Concat(pairs.Where(p => p.Key != p.Value).Select(p => $"{p.Key}{p.Value}"));
    }

    private static Rune? Best(Rune[] variants, HashSet<Rune> standard, IReadOnlyDictionary<Rune, (int Male, int Female)> given)
    {
        if (variants.Length == 0)
        {
            return null;
        }

        // Several simplified forms differ by meaning (鍾 钟 锺, 餘 余 馀): the one in use in names is meant.
        return variants.OrderByDescending(v => standard.Contains(v)).ThenByDescending(v => given.TryGetValue(v, out var n) ? n.Male + n.Female : 0)
            .ThenBy(v => v.Value).First();
    }

    private static void AddCompatibility(SortedDictionary<Rune, Rune> pairs, HashSet<Rune> standard)
    {
        foreach (var (character, unified) in CompatibilityCharacters.All())
        {
            if (!standard.Contains(character))
            {
                pairs[character] = unified;
            }
        }
    }
}
