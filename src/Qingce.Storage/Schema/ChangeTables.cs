using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Qingce.Storage.Changes;
using Qingce.Storage.Divisions;
using Qingce.Storage.Persons;

namespace Qingce.Storage.Schema;

internal sealed class ChangeTables
    : IEntityTypeConfiguration<StoredChange>, IEntityTypeConfiguration<StoredEffect>, IEntityTypeConfiguration<StoredPastChange>,
        IEntityTypeConfiguration<ChangePaper>, IEntityTypeConfiguration<PersonDecision>, IEntityTypeConfiguration<Proposal>, IEntityTypeConfiguration<AppliedDivision>
{
    public void Configure(EntityTypeBuilder<StoredChange> builder)
    {
        builder.HasKey(change => change.Sequence);
        builder.Property(change => change.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(change => change.ChangeId).IsUnique();
        builder.HasIndex(change => change.RefersTo).HasFilter("refers_to IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<StoredEffect> builder)
    {
        builder.HasKey(effect => new { effect.RegistrationId, effect.Sequence });
        builder.HasIndex(effect => effect.Sequence);
        builder.HasIndex(effect => effect.HouseholdFrom).HasFilter("household_from IS NOT NULL");
        builder.HasIndex(effect => effect.HouseholdTo).HasFilter("household_to IS NOT NULL");
        builder.HasOne<StoredChange>().WithMany().HasForeignKey(effect => effect.Sequence).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("fk_change_effects_changes");
    }

    public void Configure(EntityTypeBuilder<StoredPastChange> builder)
    {
        builder.HasKey(change => new { change.DeliveryId, change.Row });
        builder.HasIndex(change => new { change.RegistrationId, change.Digest });
        builder.HasIndex(change => change.PaperKey).HasFilter("paper_key IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<ChangePaper> builder)
    {
        builder.HasKey(paper => new { paper.PaperKey, paper.Sequence });
        builder.HasIndex(paper => paper.Sequence);
    }

    public void Configure(EntityTypeBuilder<PersonDecision> builder)
    {
        builder.HasKey(decision => decision.Sequence);
        builder.Property(decision => decision.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(decision => new { decision.LeftId, decision.RightId });
        builder.HasIndex(decision => decision.RightId);
    }

    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.HasKey(proposal => proposal.ProposalId);
        builder.HasIndex(proposal => proposal.RegistrationId);
        builder.HasIndex(proposal => proposal.OtherId).HasFilter("other_id IS NOT NULL");
        builder.HasIndex(proposal => proposal.MadeAt).HasFilter("decided_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<AppliedDivision> builder) => builder.HasKey(division => new { division.Code, division.From });
}
