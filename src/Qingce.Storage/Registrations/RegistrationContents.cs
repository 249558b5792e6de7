using System.Text;
using Qingce.Register;
using Qingce.Standards;
using Qingce.Storage.Sealing;
using Qingce.Storage.Searching;

namespace Qingce.Storage.Registrations;

/// <summary>A registration's row as its content, and the other way round: plain columns, the envelope, and the keys it is found by.</summary>
public static class RegistrationContents
{
    /// <summary>What the registration says now.</summary>
    /// <param name="registration">The row.</param>
    /// <param name="keys">Opens its envelope.</param>
    /// <exception cref="SealBrokenException">The envelope does not open.</exception>
    public static RegistrationContent Content(this Registration registration, Keyring keys)
    {
        ArgumentNullException.ThrowIfNull(registration);
        ArgumentNullException.ThrowIfNull(keys);
        string[] texts = new string[RegisterFields.Count];
        Array.Fill(texts, "");
        for (int i = 0; i < RegisterFields.InFile; i++)
        {
            texts[i] = Plain(registration, (RegisterField)i) ?? "";
        }

        texts[(int)RegisterField.PersonId] = registration.Person;
        if (registration.Sealed is { } envelope)
        {
            ReadOnlySpan<byte> rest = keys.Open(EnvelopePurpose.Registration, registration.RegistrationId, envelope);
            while (SealedFields.TryRead(ref rest, out byte field, out ReadOnlySpan<byte> text))
            {
                texts[field] = Encoding.UTF8.GetString(text);
            }
        }

        return RegistrationContent.FromKept(texts);
    }

    /// <summary>Brings the row to a content. Version, digest and the rest that is no content stay.</summary>
    /// <param name="registration">The row.</param>
    /// <param name="content">The content, of the same registration.</param>
    /// <param name="keys">Seals and keys it.</param>
    public static void Take(this Registration registration, RegistrationContent content, Keyring keys)
    {
        ArgumentNullException.ThrowIfNull(registration);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(keys);
        for (int i = 1; i < RegisterFields.InFile; i++)
        {
            SetPlain(registration, (RegisterField)i, content[(RegisterField)i] is { Length: > 0 } text ? text : null);
        }

        registration.PersonId = content.PersonId == registration.RegistrationId || content.PersonId.Length == 0 ? null : content.PersonId;
        byte[] address = Encoding.UTF8.GetBytes(content[RegisterField.Address]);
        byte[] division = Encoding.UTF8.GetBytes(content[RegisterField.Division]);
        registration.Area = SearchKeys.AreaOf(division);
        registration.Sealed = Seal(content, keys);
        registration.NumberKey = SearchKeys.OfNumber(keys, Encoding.UTF8.GetBytes(content[RegisterField.CitizenNumber]));
        registration.PhoneKey = SearchKeys.OfPhone(keys, Encoding.UTF8.GetBytes(content[RegisterField.Phone]));
        registration.AddressKey = address.Length == 0 ? null : SearchKeys.OfAddress(keys, Address.Read(address, DivisionCode.Read(division).Code));
        (registration.NameKey, registration.Pinyin) = OfName(content.Name);
    }

    /// <summary>Key and reading of a name; null for none.</summary>
    internal static (string? Key, string? Pinyin) OfName(string name)
    {
        Span<byte> key = stackalloc byte[SearchKeys.NameRoom];
        Span<byte> pinyin = stackalloc byte[SearchKeys.PinyinRoom];
        (int keyLength, int pinyinLength) = SearchKeys.OfName(Encoding.UTF8.GetBytes(name), key, pinyin);
        return (keyLength == 0 ? null : Encoding.UTF8.GetString(key[..keyLength]), pinyinLength == 0 ? null : Encoding.UTF8.GetString(pinyin[..pinyinLength]));
    }

    private static byte[]? Seal(RegistrationContent content, Keyring keys)
    {
        byte[] plain = [];
        int length = 0;
        foreach (RegisterField field in RegisterFields.All().Where(field => field.IsSensitive))
        {
            byte[] text = Encoding.UTF8.GetBytes(content[field]);
            Array.Resize(ref plain, length + SealedFields.Room(1, text.Length));
            length += SealedFields.Write(plain.AsSpan(length), (byte)field, text);
        }

        return length == 0 ? null : keys.Seal(EnvelopePurpose.Registration, content.RegistrationId, plain.AsSpan(0, length));
    }

    private static string? Plain(Registration row, RegisterField field) => field switch
    {
        RegisterField.RegistrationId => row.RegistrationId,
        RegisterField.HouseholdId => row.HouseholdId,
        RegisterField.HouseholdType => row.HouseholdType,
        RegisterField.Relation => row.Relation,
        RegisterField.Name => row.Name,
        RegisterField.FormerName => row.FormerName,
        RegisterField.Sex => row.Sex,
        RegisterField.Ethnicity => row.Ethnicity,
        RegisterField.BirthDate => row.BirthDate,
        RegisterField.Division => row.Division,
        RegisterField.Birthplace => row.Birthplace,
        RegisterField.NativePlace => row.NativePlace,
        RegisterField.MaritalStatus => row.MaritalStatus,
        RegisterField.Education => row.Education,
        RegisterField.Occupation => row.Occupation,
        RegisterField.Employer => row.Employer,
        RegisterField.RegisteredOn => row.RegisteredOn,
        RegisterField.RegisteredFor => row.RegisteredFor,
        RegisterField.MovedInOn => row.MovedInOn,
        RegisterField.MovedInFrom => row.MovedInFrom,
        RegisterField.MovedInFor => row.MovedInFor,
        RegisterField.CardIssuedOn => row.CardIssuedOn,
        RegisterField.CancelledOn => row.CancelledOn,
        RegisterField.CancelledFor => row.CancelledFor,
        RegisterField.MovedOutTo => row.MovedOutTo,
        _ => null,
    };

    private static void SetPlain(Registration row, RegisterField field, string? text)
    {
        switch (field)
        {
            case RegisterField.HouseholdId:
                row.HouseholdId = text;
                break;
            case RegisterField.HouseholdType:
                row.HouseholdType = text;
                break;
            case RegisterField.Relation:
                row.Relation = text;
                break;
            case RegisterField.Name:
                row.Name = text;
                break;
            case RegisterField.FormerName:
                row.FormerName = text;
                break;
            case RegisterField.Sex:
                row.Sex = text;
                break;
            case RegisterField.Ethnicity:
                row.Ethnicity = text;
                break;
            case RegisterField.BirthDate:
                row.BirthDate = text;
                break;
            case RegisterField.Division:
                row.Division = text;
                break;
            case RegisterField.Birthplace:
                row.Birthplace = text;
                break;
            case RegisterField.NativePlace:
                row.NativePlace = text;
                break;
            case RegisterField.MaritalStatus:
                row.MaritalStatus = text;
                break;
            case RegisterField.Education:
                row.Education = text;
                break;
            case RegisterField.Occupation:
                row.Occupation = text;
                break;
            case RegisterField.Employer:
                row.Employer = text;
                break;
            case RegisterField.RegisteredOn:
                row.RegisteredOn = text;
                break;
            case RegisterField.RegisteredFor:
                row.RegisteredFor = text;
                break;
            case RegisterField.MovedInOn:
                row.MovedInOn = text;
                break;
            case RegisterField.MovedInFrom:
                row.MovedInFrom = text;
                break;
            case RegisterField.MovedInFor:
                row.MovedInFor = text;
                break;
            case RegisterField.CardIssuedOn:
                row.CardIssuedOn = text;
                break;
            case RegisterField.CancelledOn:
                row.CancelledOn = text;
                break;
            case RegisterField.CancelledFor:
                row.CancelledFor = text;
                break;
            case RegisterField.MovedOutTo:
                row.MovedOutTo = text;
                break;
            default:
                break;
        }
    }
}
