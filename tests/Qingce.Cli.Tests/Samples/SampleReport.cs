using Qingce.Cli.Report;
using Qingce.Cli.Results;

namespace Qingce.Cli.Tests.Samples;

/// <summary>The report of the invented result.</summary>
internal static class SampleReport
{
    public static string Write(string folder, bool masked = true, SampleResult? result = null, Language language = Language.Chinese)
    {
        (result ?? new SampleResult()).Write(folder);
        string path = Path.Combine(folder, "report.html");
        File.WriteAllText(path, ReportWriter.Make(ResultFolder.Open(folder), masked, language, registration => registration.Length > 6 ? registration[..6] : null));
        return path;
    }
}
