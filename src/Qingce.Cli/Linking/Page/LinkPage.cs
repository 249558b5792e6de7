using System.Text;
using System.Text.Json;
using Qingce.Cli.Pages;
using Qingce.Linkage;

namespace Qingce.Cli.Linking.Page;

/// <summary>Makes report.html of a linkage.</summary>
internal static class LinkPage
{
    public const string File = "report.html";

    // What matters to HTML is escaped by the encoder, whatever it is told to allow.
    private static readonly JsonWriterOptions Options = new() { Encoder = LinkJson.Options.Encoder };

    /// <summary>Makes the page.</summary>
    /// <param name="report">Figures and examples.</param>
    /// <param name="table">The rows.</param>
    /// <param name="personOf">What the person of a row is called.</param>
    /// <param name="masked">Whether personal values are hidden.</param>
    /// <param name="language">The language in which it opens.</param>
    public static string Make(LinkageReport report, LinkTable table, Func<int, string> personOf, bool masked, Language language)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            PageRows rows = new(table, personOf, masked);
            json.WriteStartObject();
            json.WriteString("language", SelfContainedPage.Code(language));
            json.WriteBoolean("masked", masked);
            json.WriteString("program", Program.Version);
            json.WriteString("model", report.Model.Version);
            PageFigures.Write(json, report, table, rows.Values);
            PageExamples.Write(json, report, rows);
            rows.Write(json);
            json.WriteEndObject();
        }

        return SelfContainedPage.Make("Link", new Phrase("清册 · 记录关联报告", "Qingce · Record linkage report").In(language), Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }
}
