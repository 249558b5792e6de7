using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Qingce.Cli.Evaluation;

/// <summary>An evaluation as JSON: one member an indicator, and the counties.</summary>
internal static class EvaluationJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(EvaluationResult result)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            foreach ((string indicator, Score score) in result.Indicators.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(indicator);
                json.WriteNumber("tp", score.Right);
                json.WriteNumber("fp", score.Wrong);
                json.WriteNumber("fn", score.Missed);
                json.WriteNumber("precision", Math.Round(score.Precision, 6));
                json.WriteNumber("recall", Math.Round(score.Recall, 6));
                json.WriteEndObject();
            }

            json.WriteStartArray("counties");
            foreach (CountyRate county in result.Counties)
            {
                json.WriteStartObject();
                json.WriteString("code", county.Code);
                json.WriteString("name", county.Name);
                json.WriteNumber("truth", Math.Round(county.Truth, 6));
                json.WriteNumber("result", Math.Round(county.Result, 6));
                json.WriteNumber("difference", Math.Round(county.Difference, 6));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
