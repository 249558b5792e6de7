using System.Globalization;

namespace Qingce.Linkage;

/// <summary>The difference of two numbers as a percentage of the larger one's size.</summary>
internal sealed class PercentApart : Measure
{
    public override string Name => "percent-apart";

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right) =>
        TryRead(left, out var a) && TryRead(right, out var b)
            ? a == b ? 0 : 100 * Math.Abs(a - b) / Math.Max(Math.Abs(a), Math.Abs(b))
            : double.NaN;

    /// <summary>The number that a value is.</summary>
    public static bool TryRead(in CellValue value, out double number) => TryRead(value.Text, out number);

    /// <summary>The number that a text is.</summary>
    public static bool TryRead(ReadOnlySpan<int> text, out double number)
    {
        number = 0;
        Span<char> characters = stackalloc char[32];
        if (text.Length > characters.Length)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            characters[i] = (char)Math.Min(text[i], char.MaxValue);
        }

        return double.TryParse(characters[..text.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }
}

/// <summary>Kilometres between two points <c>latitude,longitude</c> on a sphere of Earth's mean radius.</summary>
internal sealed class KilometresApart : Measure
{
    private const double MeanRadius = 6371.0088;

    public const string Word = "kilometres-apart";

    public override string Name => Word;

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right)
    {
        if (!TryRead(left.Text, out var a) || !TryRead(right.Text, out var b))
        {
            return double.NaN;
        }

        var height = Math.Pow(Math.Sin(Math.Abs(a.Latitude - b.Latitude) / 2), 2)
            + Math.Cos(a.Latitude) * Math.Cos(b.Latitude) * Math.Pow(Math.Sin(Math.Abs(a.Longitude - b.Longitude) / 2), 2);
        return 2 * MeanRadius * Math.Asin(Math.Min(1, Math.Sqrt(height)));
    }

    private static bool TryRead(ReadOnlySpan<int> text, out (double Latitude, double Longitude) point)
    {
        var comma = text.IndexOf(',');
        point = default;
        if (comma < 0 || !PercentApart.TryRead(text[..comma], out var latitude) || !PercentApart.TryRead(text[(comma + 1)..], out var longitude))
        {
            return false;
        }

        point = (double.DegreesToRadians(latitude), double.DegreesToRadians(longitude));
        return true;
    }
}
