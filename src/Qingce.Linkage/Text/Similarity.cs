namespace Qingce.Linkage;

/// <summary>Similarities of texts as code points, so that a character counts as one whatever its encoding.</summary>
public static class Similarity
{
    private const int LongestOnStack = 128;

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other (optimal string
    /// alignment). Symmetric.
    /// </summary>
    public static int EditDistance(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        if (left.IsEmpty || right.IsEmpty)
        {
            return left.Length + right.Length;
        }

        var width = right.Length + 1;
        var rows = width <= LongestOnStack ? stackalloc int[3 * width] : new int[3 * width];
        var before = rows[..width];
        var above = rows[width..(2 * width)];
        var current = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j < width; j++)
            {
                var replaced = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var best = Math.Min(replaced, Math.Min(above[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                current[j] = best;
            }

            var free = before;
            before = above;
            above = current;
            current = free;
        }

        return above[^1];
    }

    /// <summary>Jaro-Winkler similarity, 0 to 1, with weight 0.1 for up to four equal characters at the beginning. Symmetric.</summary>
    public static double JaroWinkler(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var jaro = (Jaro(left, right) + Jaro(right, left)) / 2;
        return jaro + Math.Min(4, left.CommonPrefixLength(right)) * 0.1 * (1 - jaro);
    }

    // Which of several equal characters are matched depends on the side that is gone through.
    /// <summary>Jaro similarity, 0 to 1. Rarely differs by a little when the sides change places.</summary>
    public static double Jaro(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.IsEmpty && right.IsEmpty ? 1 : 0;
        }

        Span<bool> used = right.Length <= LongestOnStack ? stackalloc bool[right.Length] : new bool[right.Length];
        Span<int> matched = left.Length <= LongestOnStack ? stackalloc int[left.Length] : new int[left.Length];
        var reach = Math.Max(0, Math.Max(left.Length, right.Length) / 2 - 1);
        var common = 0;
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = Math.Max(0, i - reach); j < Math.Min(right.Length, i + reach + 1); j++)
            {
                if (!used[j] && left[i] == right[j])
                {
                    used[j] = true;
                    matched[common++] = left[i];
                    break;
                }
            }
        }

        if (common == 0)
        {
            return 0;
        }

        var moved = 0;
        for (int j = 0, k = 0; j < right.Length; j++)
        {
            if (used[j])
            {
                moved += matched[k++] == right[j] ? 0 : 1;
            }
        }

        return (common / (double)left.Length + common / (double)right.Length + (common - moved / 2.0) / common) / 3;
    }
}
