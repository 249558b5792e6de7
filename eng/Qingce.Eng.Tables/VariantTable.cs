using System.Text;

namespace Qingce.Eng.Tables;

/// <summary>
/// Pairs of a character and the one it counts as when names are compared. A character of the standard list of 8,105 is never
/// changed, since it is a right character of today's names even where it is also the traditional form of another (乾, 於, 锺).
/// </summary>
internal static class VariantTable
{
    /// <summary>Variants met in names that the tables of Unihan here do not lead to their standard character, by hand.</summary>
    private const string Listed =
        "遊游 嶽岳 榦干 逺远 浄净 凃涂 巖岩 嵒岩 鑑鉴 鉅巨 儁俊 徳德 恵惠 靑青 淸清 彔录 蒐搜 薀蕴 囶国 圀国 皐皋 豔艳 豓艳 鷰燕 琍璃 眾众 峩峨 菓果 翆翠 髙高 﨑崎 桒桑 槗桥 " +
        "寛宽 栄荣 広广 沢泽 浜滨 斎斋 渋涩 竜龙 辺边 関关 県县 亜亚 悪恶 圧压 囲围 応应 桜樱 価价 楽乐 気气 経经 軽轻 剣剑 権权 験验 厳严 黒黑 実实 寿寿 従从 縦纵 焼烧 乗乘 浄净 " +
        "畳叠 嬢娘 譲让 醸酿 真真 粋粹 歳岁 済济 蔵藏 対对 滝泷 択择 担担 聴听 鉄铁 転转 徳德 読读 売卖 発发 髪发 抜拔 払拂 変变 満满 訳译 塁垒 戻戾 霊灵 錬炼 録录 " +
        "呉吴 呑吞 吶呐 咊和 惪德 慙惭 昻昂 暁晓 曽曾 歩步 毎每 渉涉 渇渇 焔焰 瑶瑶 産产 礽礽 穏稳 絵绘 継继 続续 総总 緑绿 縁缘 繊纤 聡聪 荘庄 薫薰 蘓苏 観观 覚觉 誉誉 豊丰 隠隐 隣邻 頼赖 顔颜 駅驿 駆驱 騒骚 鶏鸡 麹曲 黙默";

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

                // The relation goes both ways, but is often listed in one only.
                foreach (var variant in variants)
                {
                    if (!others.TryGetValue(variant, out var back))
                    {
                        others[variant] = back = [];
                    }

                    back.Add(character);
                }
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
            if (standard.Contains(character) || (pairs.TryGetValue(character, out var form) && standard.Contains(form)))
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
        var listed = Listed.Replace(" ", string.Empty, StringComparison.Ordinal).EnumerateRunes().ToArray();
        for (var i = 0; i < listed.Length; i += 2)
        {
            pairs[listed[i]] = listed[i + 1];
        }

        foreach (var (character, target) in pairs.ToArray())
        {
            var last = target;
            for (var steps = 0; steps < 4 && pairs.TryGetValue(last, out var next); steps++)
            {
                last = next;
            }

            pairs[character] = last;
        }

        return string.Concat(pairs.Where(p => p.Key != p.Value && !standard.Contains(p.Key)).Select(p => $"{p.Key}{p.Value}"));
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
