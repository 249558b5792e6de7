using System.Text.Json.Nodes;
using Qingce.Cli.Report;
using Qingce.Cli.Results;

namespace Qingce.Cli.Tests.Samples;

/// <summary>The report of the invented result.</summary>
internal static class SampleReport
{
    public static string Write(string folder, bool masked = true, SampleResult? result = null, Language language = Language.Chinese, Action<JsonObject>? change = null)
    {
        (result ?? new SampleResult()).Write(folder);
        if (change is not null)
        {
            string file = Path.Combine(folder, ResultFolder.MetricsFile);
            JsonObject metrics = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            change(metrics);
            File.WriteAllText(file, metrics.ToJsonString());
        }

        string path = Path.Combine(folder, "report.html");
        File.WriteAllText(path, ReportWriter.Make(ResultFolder.Open(folder), masked, language, registration => registration.Length > 6 ? registration[..6] : null));
        return path;
    }
}
