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
        RowCursor row = new(answer);
        return new Registration
        {
            RegistrationId = row.Word(),
            Area = row.Int32(),
            HouseholdId = row.Text(),
            HouseholdType = row.Text(),
            Relation = row.Text(),
            Name = row.Text(),
            FormerName = row.Text(),
            Sex = row.Text(),
            Ethnicity = row.Text(),
            BirthDate = row.Text(),
            Division = row.Text(),
            Birthplace = row.Text(),
            NativePlace = row.Text(),
            MaritalStatus = row.Text(),
            Education = row.Text(),
            Occupation = row.Text(),
            Employer = row.Text(),
            RegisteredOn = row.Text(),
            RegisteredFor = row.Text(),
            MovedInOn = row.Text(),
            MovedInFrom = row.Text(),
            MovedInFor = row.Text(),
            CardIssuedOn = row.Text(),
            CancelledOn = row.Text(),
            CancelledFor = row.Text(),
            MovedOutTo = row.Text(),
            Sealed = row.Bytes(),
            NumberKey = row.Key(),
            PhoneKey = row.Key(),
            AddressKey = row.Key(),
            NameKey = row.Text(),
            Pinyin = row.Text(),
            PersonId = row.Text(),
            Version = row.Int32(),
            Digest = row.Int64(),
            DeliveryId = row.Key(),
            KnownFrom = row.Instant(),
            IsProvisional = row.Boolean(),
        };
    }
}
