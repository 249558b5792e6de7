using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Qingce.Storage.Importing;

namespace Qingce.Storage.Schema;

internal sealed class DeliveryTables
    : IEntityTypeConfiguration<Delivery>, IEntityTypeConfiguration<DeliveryReject>, IEntityTypeConfiguration<SourceRecord>,
        IEntityTypeConfiguration<SourceRecordVersion>, IEntityTypeConfiguration<CoveredArea>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.HasKey(delivery => delivery.DeliveryId);
        builder.Property(delivery => delivery.DeliveryId).ValueGeneratedOnAdd();
        builder.HasIndex(delivery => delivery.Sha256);
    }

    public void Configure(EntityTypeBuilder<DeliveryReject> builder) =>
        builder.HasKey(reject => new { reject.DeliveryId, reject.Row, reject.Column });

    public void Configure(EntityTypeBuilder<SourceRecord> builder)
    {
        builder.HasKey(record => new { record.Category, record.SourceRecordId });
        builder.HasIndex(record => record.NumberKey).HasFilter("number_key IS NOT NULL");
        builder.HasIndex(record => record.CounterpartKey).HasFilter("counterpart_key IS NOT NULL");
        builder.HasIndex(record => record.PaperKey).HasFilter("paper_key IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<SourceRecordVersion> builder) =>
        builder.HasKey(version => new { version.Category, version.SourceRecordId, version.Version });

    public void Configure(EntityTypeBuilder<CoveredArea> builder) =>
        builder.HasKey(area => new { area.Category, area.Division, area.From, area.To });
}
