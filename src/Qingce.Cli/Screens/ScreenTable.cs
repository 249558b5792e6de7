using System.Globalization;
using Spectre.Console;

namespace Qingce.Cli.Screens;

/// <summary>Tables of one look.</summary>
internal static class ScreenTable
{
    public static Table Make(params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Markup(column.EscapeMarkup())));
        }

        return table;
    }

    public static Table AddNumbers(this Table table, params string[] columns)
    {
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Markup(column.EscapeMarkup())).RightAligned().NoWrap());
        }

        return table;
    }

    public static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of things in English: one of them in the singular.</summary>
    public static string Count(long value, string one) => value == 1 ? $"1 {one}" : $"{Whole(value)} {one}s";

    public static string Percent(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + "%";
}
