using System.Text.Json;

namespace Qingce.Storage.Verifications;

/// <summary>What the envelope of a finding holds: a JSON object with text_zh, text_en and evidence.</summary>
public static class FindingContent
{
    /// <summary>Writes it.</summary>
    /// <param name="chinese">The sentence in Chinese.</param>
    /// <param name="english">The sentence in English.</param>
    /// <param name="evidence">The evidence, JSON.</param>
    public static byte[] Write(string chinese, string english, string evidence)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteString("text_zh", chinese);
            json.WriteString("text_en", english);
            json.WritePropertyName("evidence");
            json.WriteRawValue(evidence);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
