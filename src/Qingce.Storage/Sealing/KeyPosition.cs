using System.Globalization;
using System.Text.Json;

namespace Qingce.Storage.Sealing;

/// <summary>The key of a row as text: a JSON list of texts, numbers and instants.</summary>
internal static class KeyPosition
{
    private const string InstantMark = "@";

    public static string Write(object[] key)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartArray();
            foreach (object value in key)
            {
                switch (value)
                {
                    case string text:
                        json.WriteStringValue(text);
                        break;
                    case DateTime instant:
                        json.WriteStartArray();
                        json.WriteStringValue(InstantMark);
                        json.WriteStringValue(instant.ToString("O", CultureInfo.InvariantCulture));
                        json.WriteEndArray();
                        break;
                    default:
                        json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                        break;
                }
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public static object[] Read(string position)
    {
        using JsonDocument json = JsonDocument.Parse(position);
        return
        [
            .. json.RootElement.EnumerateArray().Select(value => value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Array => DateTime.Parse(value[1].GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                _ => (object)value.GetInt64(),
            }),
        ];
    }
}
