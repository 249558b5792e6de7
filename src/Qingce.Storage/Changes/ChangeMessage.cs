using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Qingce.Register;

namespace Qingce.Storage.Changes;

/// <summary>What subscribers are told of a change: which registrations, not what they say.</summary>
internal static class ChangeMessage
{
    public static string Of(Change change, ImmutableSortedDictionary<string, int> versions)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteString("change_id", change.Id);
            json.WriteNumber("sequence", change.Sequence);
            json.WriteString("kind", ChangeKinds.List.Token(change.Kind));
            json.WriteString("valid_from", change.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("recorded_at", change.RecordedAt);
            json.WriteBoolean("is_provisional", change.IsProvisional);
            json.WriteStartObject("registrations");
            foreach ((string id, int version) in versions)
            {
                json.WriteNumber(id, version);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
