using System.Globalization;
using System.Text.Json;
using Qingce.Checks.Verification;
using Qingce.Cli.Screens;
using Spectre.Console;

namespace Qingce.Cli.Verifying;

/// <summary>What each stage and indicator of a verification cost.</summary>
internal static class Timings
{
    public const string FileName = "timings.json";

    private const double MiB = 1 << 20;

    public static void Print(Screen screen, IReadOnlyList<StageTiming> timings)
    {
        Table table = ScreenTable.Make(screen.Say("阶段", "stage")).AddNumbers(screen.Say("毫秒", "ms"), screen.Say("分配 MiB", "allocated MiB"));
        foreach (StageTiming timing in timings)
        {
            table.AddRow(
                Name(screen, timing.Name).EscapeMarkup(),
                timing.Milliseconds.ToString("N0", CultureInfo.InvariantCulture),
                timing.AllocatedBytes == 0 ? "" : (timing.AllocatedBytes / MiB).ToString("N1", CultureInfo.InvariantCulture));
        }

        screen.Render(table);
    }

    private static string Name(Screen screen, string stage) => stage switch
    {
        "open files" => screen.Say("打开文件", stage),
        "read register" => screen.Say("读取登记", stage),
        "prepare" => screen.Say("准备", stage),
        "read changes" => screen.Say("读取变更", stage),
        "read sources" => screen.Say("读取数据源", stage),
        "decide" => screen.Say("判定", stage),
        "sort findings" => screen.Say("疑点排序", stage),
        "fetch evidence" => screen.Say("收集证据", stage),
        "count" => screen.Say("统计", stage),
        _ => stage,
    };

    public static void Write(string path, IReadOnlyList<StageTiming> timings)
    {
        using FileStream stream = File.Create(path);
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (StageTiming timing in timings)
        {
            json.WriteStartObject();
            json.WriteString("name", timing.Name);
            json.WriteNumber("milliseconds", Math.Round(timing.Milliseconds, 1));
            json.WriteNumber("allocatedBytes", timing.AllocatedBytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
