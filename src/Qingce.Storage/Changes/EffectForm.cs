using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Qingce.Register;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Changes;

/// <summary>The fields of an effect as they are stored: a JSON object from the field's number to old and new text, those that are sensitive in an envelope.</summary>
internal static class EffectForm
{
    /// <summary>Writes the fields into an effect.</summary>
    public static StoredEffect Write(Keyring keys, long sequence, ChangeEffect effect)
    {
        FieldChange household = effect.Fields.FirstOrDefault(change => change.Field == RegisterField.HouseholdId && change.IsDifferent);
        byte[]? opened = Json(effect.Fields.Where(change => change.Field.IsSensitive));
        byte[]? plain = Json(effect.Fields.Where(change => !change.Field.IsSensitive));
        return new StoredEffect
        {
            RegistrationId = effect.RegistrationId,
            Sequence = sequence,
            HouseholdFrom = household.Old is { Length: > 0 } ? household.Old : null,
            HouseholdTo = household.New is { Length: > 0 } ? household.New : null,
            Plain = plain is null ? null : Encoding.UTF8.GetString(plain),
            Sealed = opened is null ? null : keys.Seal(EnvelopePurpose.Effect, effect.RegistrationId, opened),
        };
    }

    /// <summary>Reads the fields of an effect, in the order of their numbers.</summary>
    /// <exception cref="SealBrokenException">The envelope does not open.</exception>
    public static ImmutableArray<FieldChange> Read(Keyring keys, StoredEffect effect)
    {
        List<FieldChange> changes = [];
        if (effect.Plain is { } plain)
        {
            Add(changes, Encoding.UTF8.GetBytes(plain));
        }

        if (effect.Sealed is { } envelope)
        {
            Add(changes, keys.Open(EnvelopePurpose.Effect, effect.RegistrationId, envelope));
        }

        return [.. changes.OrderBy(change => change.Field)];
    }

    private static byte[]? Json(IEnumerable<FieldChange> changes)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            foreach (FieldChange change in changes)
            {
                json.WriteStartArray(((int)change.Field).ToString(CultureInfo.InvariantCulture));
                json.WriteStringValue(change.Old);
                json.WriteStringValue(change.New);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return stream.Length == 2 ? null : stream.ToArray();
    }

    private static void Add(List<FieldChange> changes, byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonProperty property in document.RootElement.EnumerateObject())
        {
            changes.Add(new FieldChange(
                (RegisterField)int.Parse(property.Name, CultureInfo.InvariantCulture), property.Value[0].GetString()!, property.Value[1].GetString()!));
        }
    }
}
