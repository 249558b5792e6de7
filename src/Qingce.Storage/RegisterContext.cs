using Microsoft.EntityFrameworkCore;
using Qingce.Storage.Changes;
using Qingce.Storage.Divisions;
using Qingce.Storage.Events;
using Qingce.Storage.Importing;
using Qingce.Storage.Persons;
using Qingce.Storage.Registrations;
using Qingce.Storage.Schema;
using Qingce.Storage.Sealing;
using Qingce.Storage.Searching;
using Qingce.Storage.Verifications;

namespace Qingce.Storage;

/// <summary>The register of record, the same on SQLite and PostgreSQL. One unit of work: make one for each, and dispose of it. Not safe for several threads.</summary>
/// <param name="options">Made by the store.</param>
public sealed class RegisterContext(DbContextOptions<RegisterContext> options) : DbContext(options)
{
    /// <summary>Registrations as they are valid and known now.</summary>
    public DbSet<Registration> Registrations => Set<Registration>();

    /// <summary>Photos of the registered.</summary>
    public DbSet<RegistrationPhoto> RegistrationPhotos => Set<RegistrationPhoto>();

    /// <summary>Accepted changes; append only.</summary>
    public DbSet<StoredChange> Changes => Set<StoredChange>();

    /// <summary>What the changes did; append only.</summary>
    public DbSet<StoredEffect> ChangeEffects => Set<StoredEffect>();

    /// <summary>Delivered past changes; append only.</summary>
    public DbSet<StoredPastChange> PastChanges => Set<StoredPastChange>();

    /// <summary>The papers that settlements among the changes rested on; append only.</summary>
    public DbSet<ChangePaper> ChangePapers => Set<ChangePaper>();

    /// <summary>Reviewers' words on who is one person; append only.</summary>
    public DbSet<PersonDecision> PersonDecisions => Set<PersonDecision>();

    /// <summary>What waits for a person's decision.</summary>
    public DbSet<Proposal> Proposals => Set<Proposal>();

    /// <summary>Changes of division codes that were applied.</summary>
    public DbSet<AppliedDivision> Divisions => Set<AppliedDivision>();

    /// <summary>Deliveries and their receipts.</summary>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <summary>Rows of deliveries that could not be used.</summary>
    public DbSet<DeliveryReject> DeliveryRejects => Set<DeliveryReject>();

    /// <summary>Source records as last delivered.</summary>
    public DbSet<SourceRecord> SourceRecords => Set<SourceRecord>();

    /// <summary>Earlier versions of source records; append only.</summary>
    public DbSet<SourceRecordVersion> SourceRecordVersions => Set<SourceRecordVersion>();

    /// <summary>Where source categories are complete.</summary>
    public DbSet<CoveredArea> Coverage => Set<CoveredArea>();

    /// <summary>Verifications.</summary>
    public DbSet<StoredVerification> Verifications => Set<StoredVerification>();

    /// <summary>Findings.</summary>
    public DbSet<StoredFinding> Findings => Set<StoredFinding>();

    /// <summary>What findings name beside their first registration.</summary>
    public DbSet<FindingMention> FindingMentions => Set<FindingMention>();

    /// <summary>Events that came in.</summary>
    public DbSet<InboxEvent> Events => Set<InboxEvent>();

    /// <summary>What subscribers are to be told.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Answers to requests that may be repeated.</summary>
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();

    /// <summary>Wrapped data keys.</summary>
    public DbSet<DataKey> DataKeys => Set<DataKey>();

    /// <summary>How far a rotation of keys is.</summary>
    public DbSet<Resealing> Resealing => Set<Resealing>();

    /// <summary>Blind indexes that rows of before them are still to be brought into.</summary>
    public DbSet<IndexFilling> IndexFillings => Set<IndexFilling>();

    /// <summary>Looks at persons' values; append only.</summary>
    public DbSet<PersonView> Views => Set<PersonView>();

    /// <summary>Whether it is PostgreSQL rather than SQLite.</summary>
    internal bool IsPostgres => Database.ProviderName!.Contains("PostgreSQL", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        if (IsPostgres)
        {
            // Ordinal order everywhere: cursors, prefixes and the merge of partitions rest on it.
            configurationBuilder.Properties<string>().UseCollation("C");
        }
        else
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondConverter>();
        }
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RegisterContext).Assembly);
        SnakeCase.Apply(modelBuilder);
    }
}
