using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Qingce.Checks.Results;

namespace Qingce.Cli.Verifying;

/// <summary>The summary of a verification as JSON; every figure is in metrics.json.</summary>
internal static class SummaryJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(Metrics metrics, string folder)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("result", folder);
            json.WriteString("asOf", metrics.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("read", metrics.Files.Sum(file => file.Rows));
            json.WriteNumber("checked", metrics.Files.Sum(file => file.Checked));
            json.WriteNumber("rejected", metrics.Files.Sum(file => file.Rejected));
            json.WriteNumber("living", metrics.Register.Living);
            if (metrics.Only is { } only)
            {
                json.WriteStartArray("only");
                foreach (string indicator in only)
                {
                    json.WriteStringValue(indicator);
                }

                json.WriteEndArray();
            }

            // A count of some of the errors would be taken for that of all.
            if (metrics.Total.Rate is null)
            {
                json.WriteNull("suspected");
            }
            else
            {
                json.WriteNumber("suspected", metrics.Total.Suspected);
            }

            json.WriteStartObject("findings");
            foreach (IndicatorMetrics indicator in metrics.Indicators)
            {
                json.WriteNumber(indicator.Id, indicator.Reportable);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
