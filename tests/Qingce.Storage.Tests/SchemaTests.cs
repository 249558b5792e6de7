using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Changes;
using Qingce.Storage.Persons;
using Qingce.Storage.Postgres;
using Qingce.Storage.Registrations;
using Qingce.Storage.Schema;
using Qingce.Testing;

namespace Qingce.Storage.Tests;

public sealed class SchemaTests : EveryStore
{
    private static readonly DateTimeOffset Noon = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory, MemberData(nameof(Kinds))]
    public async Task Model_OfEachProvider_HasItsMigrations(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await using RegisterContext context = test.Store.Read();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancellation));
    }

    [Fact]
    public async Task Store_ReachedThroughItsSocket_IsTheSame()
    {
        PostgresServer postgres = await PostgresServer.SharedAsync();
        string database = await postgres.NewDatabaseAsync();
        string folder = Directory.CreateTempSubdirectory("qingce-test-").FullName;
        await using (Store store = await PostgresStore.OpenAsync(new StoreOptions { DataFolder = folder, Database = database }, Cancellation))
        {
            await WriteChangeAsync(store);
        }

        await using (Store store = await PostgresStore.OpenAsync(new StoreOptions { DataFolder = folder, Database = postgres.ThroughSocket(database) }, Cancellation))
        {
            await using RegisterContext context = store.Read();
            Assert.Equal("moved", (await context.Changes.SingleAsync(Cancellation)).Reason);
        }

        Directory.Delete(folder, recursive: true);
        await postgres.DropAsync(database);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task AppendOnlyTables_ListEveryColumn(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await using RegisterContext context = test.Store.Read();

        Assert.Empty(AppendOnlyTables.Escaping(context.Model));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Change_OnceWritten_CanNeitherBeUpdatedNorDeleted(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await WriteChangeAsync(test.Store);

        foreach (string sql in (string[])
            [
                "UPDATE changes SET reason = 'x'", "DELETE FROM changes", "UPDATE change_effects SET plain = ''", "DELETE FROM change_effects",
                "UPDATE person_decisions SET verdict = 2", "DELETE FROM person_decisions",
            ])
        {
            await using StoreWrite write = await test.Store.WriteAsync(Cancellation);
            DbException error = await Assert.ThrowsAnyAsync<DbException>(() => write.Context.Database.ExecuteSqlRawAsync(sql, Cancellation));
            Assert.Contains("append only", error.Message);
        }

        await using RegisterContext context = test.Store.Read();
        Assert.Equal("moved", (await context.Changes.SingleAsync(Cancellation)).Reason);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Registration_WrittenByTwoAtOnce_IsRefusedToTheSecond(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await using (StoreWrite write = await test.Store.WriteAsync(Cancellation))
        {
            write.Context.Add(new Registration { RegistrationId = "R1", Area = 3301, Name = "王伟", KnownFrom = Noon });
            await write.CommitAsync(Cancellation);
        }

        await using RegisterContext reader = test.Store.Read();
        Registration seen = await reader.Registrations.AsNoTracking().SingleAsync(Cancellation);
        foreach (bool isFirst in (bool[])[true, false])
        {
            await using StoreWrite write = await test.Store.WriteAsync(Cancellation);
            Registration mine = await write.Context.Registrations.SingleAsync(Cancellation);
            write.Context.Entry(mine).Property(registration => registration.Version).OriginalValue = seen.Version;
            (mine.Version, mine.Area) = (seen.Version + 1, 3302);
            if (isFirst)
            {
                await write.CommitAsync(Cancellation);
            }
            else
            {
                await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => write.CommitAsync(Cancellation));
            }
        }

        await using RegisterContext after = test.Store.Read();
        Registration kept = await after.Registrations.SingleAsync(Cancellation);
        Assert.Equal((2, 3302, Noon), (kept.Version, kept.Area, kept.KnownFrom));
    }

    private static async Task WriteChangeAsync(Store store)
    {
        await using StoreWrite write = await store.WriteAsync(Cancellation);
        StoredChange change = new()
        {
            ChangeId = Guid.CreateVersion7(Noon),
            Kind = 1,
            ValidFrom = new DateOnly(2025, 3, 1),
            RecordedAt = Noon,
            ActedBy = "张三",
            Reason = "moved",
        };
        write.Context.Add(change);
        await write.Context.SaveChangesAsync(Cancellation);
        write.Context.Add(new StoredEffect { RegistrationId = "R1", Sequence = change.Sequence, Plain = """{"3":["a","b"]}""" });
        write.Context.Add(new PersonDecision { LeftId = "R1", RightId = "R2", Verdict = PersonVerdict.Same, DecidedBy = "李四", RecordedAt = Noon });
        await write.CommitAsync(Cancellation);
    }
}
