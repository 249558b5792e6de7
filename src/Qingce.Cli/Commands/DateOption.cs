using System.CommandLine.Parsing;
using System.Globalization;

namespace Qingce.Cli.Commands;

/// <summary>Reads a day given as yyyy-MM-dd or yyyyMMdd.</summary>
internal static class DateOption
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyyMMdd"];

    public static DateOnly Parse(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        argument.AddError($"'{argument.Tokens[0].Value}' is no day: write it as 2025-12-31.");
        return default;
    }
}
