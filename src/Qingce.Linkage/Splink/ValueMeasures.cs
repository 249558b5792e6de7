using System.Globalization;

namespace Qingce.Linkage;

/// <summary>Difference of two numbers.</summary>
internal sealed class NumbersApart : Measure
{
    public const string Word = "numbers-apart";

    public override string Name => Word;

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right) =>
        double.TryParse(ValueText.Of(left), NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
        && double.TryParse(ValueText.Of(right), NumberStyles.Float, CultureInfo.InvariantCulture, out var two)
            ? Math.Abs(one - two)
            : double.NaN;
}

/// <summary>Difference of two numbers as a share of the larger: Splink's percentage difference. A negative larger one makes it negative, as there.</summary>
internal sealed class ShareApart : Measure
{
    public override string Name => "share-apart";

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right) =>
        double.TryParse(ValueText.Of(left), NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
        && double.TryParse(ValueText.Of(right), NumberStyles.Float, CultureInfo.InvariantCulture, out var two)
            ? Math.Abs(one - two) / Math.Max(one, two)
            : double.NaN;
}

/// <summary>Seconds between two dates; NaN unless both are days of the calendar.</summary>
internal sealed class SecondsApart : Measure
{
    private const double SecondsOfDay = 86_400;
    private static readonly DaysApart Days = new();

    public override string Name => "seconds-apart";

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right) => SecondsOfDay * Days.Between(left, right);
}

/// <summary>Distinct items that two lists have in common. Lists are written <c>[a, b]</c>, or with , ; or | between the items.</summary>
internal sealed class ItemsInCommon : Measure
{
    public override string Name => "items-in-common";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right) => Items(left).Intersect(Items(right)).Count();

    private static string[] Items(in CellValue value) =>
        ValueText.Of(value).Trim('[', ']', ' ').Split([',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Values as strings.</summary>
internal static class ValueText
{
    /// <summary>The text of a value.</summary>
    public static string Of(in CellValue value) => string.Concat(value.Text.ToArray().Select(char.ConvertFromUtf32));
}
