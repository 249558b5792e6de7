using System.Data.Common;
using Qingce.Storage.Bulk;
using Qingce.Storage.Schema;

namespace Qingce.Storage.Registrations;

/// <summary>
/// Rows of registrations from an answer of the database. Searches ask in SQL of their own, which Entity Framework would translate anew for each, at more than
/// the database's work.
/// </summary>
internal static class RegistrationReader
{
    /// <summary>What to select, in the order in which it is read.</summary>
    public static string Columns { get; } = BulkTable.Registrations.ColumnList;

    /// <summary>The row that the answer stands at.</summary>
    public static Registration Read(DbDataReader answer)
    {
        // In the order of the columns: an object initializer is evaluated as it is written.
        int column = 0;
        return new Registration
        {
            RegistrationId = answer.GetString(column++),
            Area = answer.GetInt32(column++),
            HouseholdId = Text(),
            HouseholdType = Text(),
            Relation = Text(),
            Name = Text(),
            FormerName = Text(),
            Sex = Text(),
            Ethnicity = Text(),
            BirthDate = Text(),
            Division = Text(),
            Birthplace = Text(),
            NativePlace = Text(),
            MaritalStatus = Text(),
            Education = Text(),
            Occupation = Text(),
            Employer = Text(),
            RegisteredOn = Text(),
            RegisteredFor = Text(),
            MovedInOn = Text(),
            MovedInFrom = Text(),
            MovedInFor = Text(),
            CardIssuedOn = Text(),
            CancelledOn = Text(),
            CancelledFor = Text(),
            MovedOutTo = Text(),
            Sealed = Bytes(),
            NumberKey = Key(),
            PhoneKey = Key(),
            AddressKey = Key(),
            NameKey = Text(),
            Pinyin = Text(),
            PersonId = Text(),
            Version = answer.GetInt32(column++),
            Digest = answer.GetInt64(column++),
            DeliveryId = Key(),
            KnownFrom = Instant(),
            IsProvisional = answer.GetBoolean(column),
        };

        string? Text()
        {
            int at = column++;
            return answer.IsDBNull(at) ? null : answer.GetString(at);
        }

        long? Key()
        {
            int at = column++;
            return answer.IsDBNull(at) ? null : answer.GetInt64(at);
        }

        byte[]? Bytes()
        {
            int at = column++;
            return answer.IsDBNull(at) ? null : answer.GetFieldValue<byte[]>(at);
        }

        // SQLite has no type for instants.
        DateTimeOffset Instant() => answer.GetFieldType(column) == typeof(long)
            ? MicrosecondConverter.Read(answer.GetInt64(column++))
            : answer.GetFieldValue<DateTimeOffset>(column++);
    }
}
