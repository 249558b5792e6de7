namespace Qingce.Cli.Evaluation;

/// <summary>How many were found rightly, found wrongly, and missed.</summary>
/// <param name="Right">True and found.</param>
/// <param name="Wrong">Found and not true.</param>
/// <param name="Missed">True and not found.</param>
internal readonly record struct Score(long Right, long Wrong, long Missed)
{
    /// <summary>Share of what was found that is true; 1 when nothing was found.</summary>
    public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);

    /// <summary>Share of what is true that was found; 1 when nothing is true.</summary>
    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    /// <summary>Compares two sets.</summary>
    public static Score Of<T>(HashSet<T> truth, HashSet<T> found)
    {
        long right = found.LongCount(truth.Contains);
        return new Score(right, found.Count - right, truth.Count - right);
    }
}
