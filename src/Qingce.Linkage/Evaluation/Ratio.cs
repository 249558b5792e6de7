namespace Qingce.Linkage;

/// <summary>Shares of which nothing is wrong when there is nothing to be shared.</summary>
internal static class Ratio
{
    public static double Of(double part, double whole) => whole > 0 ? part / whole : 1;
}
