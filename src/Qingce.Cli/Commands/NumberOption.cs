using System.CommandLine.Parsing;
using System.Globalization;
using Qingce.Cli.Screens;

namespace Qingce.Cli.Commands;

/// <summary>Reads a share of one, whatever the language of the system.</summary>
internal static class NumberOption
{
    public static double Share(Screen screen, ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is >= 0 and <= 1)
        {
            return value;
        }

        argument.AddError(screen.Say($"“{text}”不是比例，应为 0 至 1 之间的数，如 0.05。", $"'{text}' is no share: write a number from 0 to 1, as 0.05."));
        return 0;
    }
}
