using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Qingce.Checks.Indicators;
using Qingce.Cli.Report;
using Qingce.Cli.Screens;
using Spectre.Console;

namespace Qingce.Cli.Commands;

/// <summary><c>indicators</c>: the catalogue of the twelve indicators with their parameters.</summary>
internal static class IndicatorsCommand
{
    public static Command Create(Screen screen)
    {
        Command command = new("indicators", screen.Say("列出十二项预警指标及其参数。", "List the twelve indicators and their parameters."))
        {
            CommonOptions.Json(screen),
        };
        command.SetAction(_ =>
        {
            IReadOnlyList<IndicatorDefinition> indicators = IndicatorCatalogue.National.Indicators;
            if (screen.Json)
            {
                screen.Write(JsonSerializer.Serialize(indicators, IndicatorListJson.Readable.IReadOnlyListIndicatorDefinition));
                return ExitCode.Done;
            }

            foreach (IndicatorDefinition indicator in indicators)
            {
                Print(screen, indicator);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Screen screen, IndicatorDefinition indicator)
    {
        string classes = string.Join(screen.Say("、", ", "), indicator.Classes.Select(word => $"{word} {screen.Say(ResultWords.Of(word))}"));
        screen.Write($"{indicator.Id}  {screen.Say(indicator.Chinese, indicator.English)}");
        screen.Write("     " + screen.Say(indicator.LooksAtChinese, indicator.LooksAtEnglish));
        screen.Write("     " + screen.Say($"类别：{classes}　任务：{ResultWords.Of(indicator.Task).Chinese}", $"class: {classes}; task: {ResultWords.Of(indicator.Task).English}"));
        if (indicator.Parameters.Count > 0)
        {
            Table table = new Table().Border(TableBorder.None).HideHeaders()
                .AddColumn(new TableColumn("").PadLeft(5)).AddColumn("", column => column.RightAligned()).AddColumn("").AddColumn("");
            foreach (IndicatorParameter parameter in indicator.Parameters)
            {
                table.AddRow(
                    new Text(parameter.Id + (parameter.PerProvince ? " *" : "")),
                    new Text(parameter.Default.ToString("0.####", CultureInfo.InvariantCulture)),
                    new Text(screen.Say(parameter.ChineseUnit, parameter.Unit)),
                    new Text(screen.Say(parameter.Chinese, parameter.English)));
            }

            screen.Render(table);
        }

        screen.Write("");
    }
}

[JsonSerializable(typeof(IReadOnlyList<IndicatorDefinition>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class IndicatorListJson : JsonSerializerContext
{
    public static IndicatorListJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
