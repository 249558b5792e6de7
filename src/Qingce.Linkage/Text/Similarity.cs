namespace Qingce.Linkage;

/// <summary>Similarities of texts as code points, so that a character counts as one whatever its encoding.</summary>
/// <remarks>
/// The work grows with the square of the length, so of a longer text the first 512 code points are looked at: similarities are of these, and distances
/// add by how many more code points one text has beyond them, at least one where the rest is not equal.
/// </remarks>
public static class Similarity
{
    private const int LongestOnStack = 128;

    /// <summary>Code points of a text that are looked at.</summary>
    internal const int Most = 512;
    private const double Boosted = 0.7, PrefixWeight = 0.1;
    private const int LongestPrefix = 4;

    /// <summary>Insertions, deletions and replacements that turn one text into the other. Symmetric.</summary>
    public static int Levenshtein(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var beyond = CutLong(ref left, ref right);
        TrimEqual(ref left, ref right);
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.Length + right.Length + beyond;
        }

        if (left.Length > right.Length)
        {
            var longer = left;
            left = right;
            right = longer;
        }

        return beyond + (left.Length <= 64 ? EditBits.Levenshtein(left, right) : LongEditBits.Levenshtein(left, right));
    }

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other (optimal string
    /// alignment). Symmetric.
    /// </summary>
    public static int EditDistance(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var beyond = CutLong(ref left, ref right);
        TrimEqual(ref left, ref right);
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.Length + right.Length + beyond;
        }

        if (left.Length > right.Length)
        {
            var longer = left;
            left = right;
            right = longer;
        }

        return beyond + (left.Length <= 64 ? EditBits.WithSwaps(left, right) : LongEditBits.WithSwaps(left, right));
    }

    /// <summary>
    /// Jaro-Winkler similarity, 0 to 1: where the Jaro similarity is above 0.7, each of up to four equal characters at the beginning closes a
    /// tenth of the distance to 1. That bound is Winkler's own, and DuckDB's and so Splink's. Symmetric.
    /// </summary>
    public static double JaroWinkler(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var jaro = Jaro(left, right);
        return jaro > Boosted ? jaro + Math.Min(LongestPrefix, left.CommonPrefixLength(right)) * PrefixWeight * (1 - jaro) : jaro;
    }

    /// <summary>
    /// Jaro similarity, 0 to 1, with half the number of characters out of order rounded down. Which of several equal characters are matched
    /// depends on the side that is gone through: it is the longer one here, of equally long ones the later in order. Symmetric.
    /// </summary>
    public static double Jaro(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.IsEmpty && right.IsEmpty ? 1 : 0;
        }

        CutLong(ref left, ref right);
        if (left.Length < right.Length || (left.Length == right.Length && left.SequenceCompareTo(right) < 0))
        {
            var longer = right;
            right = left;
            left = longer;
        }

        return right.Length <= 64 && left.Length <= 64 ? EditBits.Jaro(left, right) : LongEditBits.Jaro(left, right);
    }

    /// <summary><see cref="Levenshtein"/> for texts of any length.</summary>
    internal static int LevenshteinRows(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var width = right.Length + 1;
        var row = width <= LongestOnStack ? stackalloc int[width] : new int[width];
        for (var j = 0; j < width; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(diagonal, row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    /// <summary><see cref="EditDistance"/> for texts of any length.</summary>
    internal static int EditDistanceRows(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
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

    /// <summary><see cref="Jaro"/> for texts of any length; goes through the left one.</summary>
    internal static double JaroRows(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        Span<bool> used = right.Length <= LongestOnStack ? stackalloc bool[right.Length] : new bool[right.Length];
        Span<int> matched = left.Length <= LongestOnStack ? stackalloc int[left.Length] : new int[left.Length];
        used.Clear();
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

        var moved = 0;
        for (int j = 0, k = 0; j < right.Length; j++)
        {
            if (used[j])
            {
                moved += matched[k++] == right[j] ? 0 : 1;
            }
        }

        return JaroOf(common, moved, left.Length, right.Length);
    }

    internal static double JaroOf(int common, int moved, int left, int right) =>
        common == 0 ? 0 : (common / (double)left + common / (double)right + (common - moved / 2) / (double)common) / 3;

    /// <summary>The part of a text that is looked at.</summary>
    internal static ReadOnlySpan<int> LookedAt(ReadOnlySpan<int> text) => text.Length <= Most ? text : text[..Most];

    // What the rest adds to a distance.
    private static int CutLong(ref ReadOnlySpan<int> left, ref ReadOnlySpan<int> right)
    {
        if (left.Length <= Most && right.Length <= Most)
        {
            return 0;
        }

        var one = left[LookedAt(left).Length..];
        var other = right[LookedAt(right).Length..];
        left = LookedAt(left);
        right = LookedAt(right);
        return Math.Max(Math.Abs(one.Length - other.Length), one.SequenceEqual(other) ? 0 : 1);
    }

    private static void TrimEqual(ref ReadOnlySpan<int> left, ref ReadOnlySpan<int> right)
    {
        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }
    }
}
