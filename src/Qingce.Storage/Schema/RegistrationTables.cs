using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Qingce.Storage.Registrations;

namespace Qingce.Storage.Schema;

/// <summary>
/// Few indexes, since every imported row pays for each. One serves names and readings alike: a name determines its reading, and the
/// beginning of a name the beginning of its reading. Birth dates lie behind, so that those of a common name are told by them without reading their rows.
/// </summary>
internal sealed class RegistrationTables : IEntityTypeConfiguration<Registration>, IEntityTypeConfiguration<RegistrationPhoto>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        // On PostgreSQL the table's own key has the area beside it, as partitions demand; the identifier alone is unique all the same.
        builder.HasKey(registration => registration.RegistrationId);
        builder.Property(registration => registration.Version).IsConcurrencyToken();
        builder.Ignore(registration => registration.Person);
        builder.HasIndex(registration => new { registration.Pinyin, registration.NameKey, registration.RegistrationId, registration.BirthDate });
        builder.HasIndex(registration => registration.NumberKey);
        builder.HasIndex(registration => registration.PhoneKey).HasFilter("phone_key IS NOT NULL");
        builder.HasIndex(registration => registration.AddressKey).HasFilter("address_key IS NOT NULL");
        builder.HasIndex(registration => registration.HouseholdId);
        builder.HasIndex(registration => registration.PersonId).HasFilter("person_id IS NOT NULL");
        builder.HasIndex(registration => registration.IsProvisional).HasFilter("is_provisional");
    }

    public void Configure(EntityTypeBuilder<RegistrationPhoto> builder) =>
        builder.HasKey(photo => new { photo.RegistrationId, photo.RecordedAt });
}
