using Qingce.Standards;

namespace Qingce.Checks.Tests.Input;

/// <summary>Valid citizen numbers for tests.</summary>
internal static class Numbers
{
    public static string Man1980 { get; } = Of("1980-05-17", 11);

    public static string Of(string birth, int sequence) =>
        CitizenNumber.Create(110105, DateOnly.Parse(birth, System.Globalization.CultureInfo.InvariantCulture), sequence).ToString();
}
