using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Qingce.Storage.Events;
using Qingce.Storage.Sealing;
using Qingce.Storage.Searching;
using Qingce.Storage.Verifications;

namespace Qingce.Storage.Schema;

internal sealed class OperationTables
    : IEntityTypeConfiguration<StoredVerification>, IEntityTypeConfiguration<StoredFinding>, IEntityTypeConfiguration<FindingMention>, IEntityTypeConfiguration<InboxEvent>,
        IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<IdempotencyKey>, IEntityTypeConfiguration<DataKey>,
        IEntityTypeConfiguration<Resealing>, IEntityTypeConfiguration<IndexFilling>, IEntityTypeConfiguration<PersonView>
{
    public void Configure(EntityTypeBuilder<StoredVerification> builder)
    {
        builder.HasKey(verification => verification.VerificationId);
        builder.HasIndex(verification => verification.StartedAt);
    }

    public void Configure(EntityTypeBuilder<StoredFinding> builder)
    {
        builder.HasKey(finding => new { finding.VerificationId, finding.FindingId });
        builder.HasIndex(finding => finding.RegistrationId);
    }

    public void Configure(EntityTypeBuilder<FindingMention> builder) =>
        builder.HasKey(mention => new { mention.RegistrationId, mention.VerificationId, mention.FindingId });

    public void Configure(EntityTypeBuilder<InboxEvent> builder)
    {
        builder.HasKey(inbox => inbox.Sequence);
        builder.Property(inbox => inbox.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(inbox => new { inbox.EventId, inbox.Source }).IsUnique();
        builder.HasIndex(inbox => new { inbox.PersonKey, inbox.Sequence }).HasFilter("handled_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.HasKey(message => message.Sequence);
        builder.Property(message => message.Sequence).ValueGeneratedOnAdd();
        // In the order of telling: by the instant all unsent would be alike, and the index full of entries of those sent since.
        builder.HasIndex(message => message.Sequence).HasFilter("sent_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.HasKey(key => new { key.Actor, key.Key });
        builder.HasIndex(key => key.MadeAt);
    }

    public void Configure(EntityTypeBuilder<DataKey> builder)
    {
        builder.HasKey(key => key.KeyId);
        builder.Property(key => key.KeyId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Resealing> builder) => builder.HasKey(resealing => new { resealing.Table, resealing.ToKey });

    public void Configure(EntityTypeBuilder<IndexFilling> builder) => builder.HasKey(filling => filling.Table);

    public void Configure(EntityTypeBuilder<PersonView> builder)
    {
        builder.HasKey(view => view.Sequence);
        builder.Property(view => view.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(view => view.RegistrationId);
        builder.HasIndex(view => view.Actor);
    }
}
