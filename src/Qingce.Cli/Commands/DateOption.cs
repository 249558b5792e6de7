using System.CommandLine.Parsing;
using System.Globalization;
using Qingce.Cli.Screens;

namespace Qingce.Cli.Commands;

/// <summary>Reads a day given as yyyy-MM-dd or yyyyMMdd.</summary>
internal static class DateOption
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyyMMdd"];

    public static DateOnly Parse(Screen screen, ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        string given = argument.Tokens[0].Value;
        argument.AddError(screen.Say($"“{given}”不是日期，应写作 2025-12-31。", $"'{given}' is no day: write it as 2025-12-31."));
        return default;
    }
}
