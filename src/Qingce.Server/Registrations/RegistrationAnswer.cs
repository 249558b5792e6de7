using Qingce.Exchange.Masking;
using Qingce.Register;
using Qingce.Storage.Registrations;
using Qingce.Storage.Sealing;

namespace Qingce.Server.Registrations;

/// <summary>A registration as it is valid and known now.</summary>
internal sealed record RegistrationAnswer
{
    /// <summary>The registration.</summary>
    public required string RegistrationId { get; init; }

    /// <summary>The person: the registration's own id, or that of the registration it was merged into.</summary>
    public required string PersonId { get; init; }

    /// <summary>Its version; If-Match wants it, in quotes.</summary>
    public required int Version { get; init; }

    /// <summary>Whether it stands: it is not cancelled.</summary>
    public required bool IsLiving { get; init; }

    /// <summary>Whether a change that waits for a person counts in what it says.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>When it was first recorded here.</summary>
    public required DateTimeOffset KnownFrom { get; init; }

    /// <summary>What it says, by the headers of the register; sensitive values are masked unless reveal=true.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public static RegistrationAnswer Of(Registration registration, Keyring keys, bool reveal)
    {
        RegistrationContent content = registration.Content(keys);
        return new RegistrationAnswer
        {
            RegistrationId = registration.RegistrationId,
            PersonId = registration.Person,
            Version = registration.Version,
            IsLiving = content.IsLiving,
            IsProvisional = registration.IsProvisional,
            KnownFrom = registration.KnownFrom,
            Fields = ShownFields.Of(content, reveal),
        };
    }
}

/// <summary>Fields as they are shown.</summary>
internal static class ShownFields
{
    /// <summary>The fields that say something, by their headers.</summary>
    public static Dictionary<string, string> Of(RegistrationContent content, bool reveal) => RegisterFields.All()
        .Where(field => field != RegisterField.PersonId && content[field].Length > 0)
        .ToDictionary(field => field.Shape.Name, field => Shown(field, content[field], reveal), StringComparer.Ordinal);

    /// <summary>A value as it is shown: sensitive ones masked unless they are to be revealed.</summary>
    public static string Shown(RegisterField field, string text, bool reveal) => reveal ? text : field switch
    {
        RegisterField.CitizenNumber => Mask.Number(text),
        RegisterField.FormerNumbers => string.Join(' ', RegistrationContent.SplitNumbers(text).Select(Mask.Number)),
        RegisterField.Phone => Mask.Phone(text),
        RegisterField.Address or RegisterField.OtherAddress => Mask.Address(text),
        RegisterField.Birthplace or RegisterField.NativePlace or RegisterField.MovedInFrom or RegisterField.MovedOutTo => Mask.Place(text),
        _ => text,
    };
}
