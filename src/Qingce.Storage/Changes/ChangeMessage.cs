using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Qingce.Register;

namespace Qingce.Storage.Changes;

/// <summary>What subscribers are told of a change: which registrations, not what they say.</summary>
internal static class ChangeMessage
{
    public static string Of(Change change, ImmutableSortedDictionary<string, int> versions) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["change_id"] = change.Id,
        ["sequence"] = change.Sequence,
        ["kind"] = ChangeKinds.List.Token(change.Kind),
        ["valid_from"] = change.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["recorded_at"] = change.RecordedAt,
        ["is_provisional"] = change.IsProvisional,
        ["registrations"] = versions,
    });
}
