namespace Qingce.Linkage;

/// <summary>Insertions, deletions and replacements, without swaps.</summary>
internal sealed class PlainEditDistance : Measure
{
    public override string Name => "levenshtein";

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right) => Similarity.Levenshtein(left.Text, right.Text);
}

/// <summary>
/// Insertions, deletions, replacements and swaps, where what was swapped may be edited again: <c>ca</c> to <c>abc</c> is two. DuckDB's, and so Splink's,
/// but of what <see cref="Similarity"/> looks at of long texts.
/// </summary>
internal sealed class UnrestrictedDamerau : Measure
{
    public override string Name => "damerau-levenshtein-unrestricted";

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right)
    {
        var a = Similarity.LookedAt(left.Text);
        var b = Similarity.LookedAt(right.Text);
        var far = a.Length + b.Length;
        var last = new Dictionary<int, int>();
        var costs = new int[a.Length + 2, b.Length + 2];
        costs[0, 0] = far;
        for (var i = 0; i <= a.Length; i++)
        {
            (costs[i + 1, 0], costs[i + 1, 1]) = (far, i);
        }

        for (var j = 0; j <= b.Length; j++)
        {
            (costs[0, j + 1], costs[1, j + 1]) = (far, j);
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var lastInRow = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                var (i1, j1) = (last.GetValueOrDefault(b[j - 1]), lastInRow);
                var same = a[i - 1] == b[j - 1];
                lastInRow = same ? j : lastInRow;
                var edited = Math.Min(costs[i, j] + (same ? 0 : 1), Math.Min(costs[i + 1, j], costs[i, j + 1]) + 1);
                costs[i + 1, j + 1] = Math.Min(edited, costs[i1, j1] + (i - i1 - 1) + 1 + (j - j1 - 1));
            }

            last[a[i - 1]] = i;
        }

        return costs[a.Length + 1, b.Length + 1];
    }
}

/// <summary>Jaro similarity, 0 to 1.</summary>
internal sealed class PlainJaro : Measure
{
    public override string Name => "jaro";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right) => Similarity.Jaro(left.Text, right.Text);
}

/// <summary>Jaro-Winkler similarity that counts equal beginnings only above a Jaro similarity of 0.7: DuckDB's, and so Splink's.</summary>
internal sealed class BoostedJaroWinkler : Measure
{
    public override string Name => "jaro-winkler-boosted";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right) => Similarity.JaroWinkler(left.Text, right.Text);
}

/// <summary>Characters in both over characters in either, each counted once.</summary>
internal sealed class CharacterJaccard : Measure
{
    public override string Name => "jaccard-characters";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right)
    {
        var (one, two) = (left.Text.ToArray().ToHashSet(), right.Text.ToArray().ToHashSet());
        var common = one.Count(two.Contains);
        return common / (double)(one.Count + two.Count - common);
    }
}
