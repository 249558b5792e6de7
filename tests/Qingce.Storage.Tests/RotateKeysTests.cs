using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Registrations;
using Qingce.Storage.Sealing;
using Qingce.Testing;

namespace Qingce.Storage.Tests;

public sealed class RotateKeysTests : EveryStore
{
    [Theory, MemberData(nameof(Kinds))]
    public async Task Rotation_StoppedAndGoneOnWithWhileOthersWrite_LeavesNothingUnderTheOldKey(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        RegistrationContent[] contents = [.. Enumerable.Range(1, 4_500).Select(number => InventedRegistrations.One(number))];
        await InventedRegistrations.InsertAsync(test.Store, contents, Cancellation);
        int oldKey = test.Store.Keys.CurrentKey;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        StopAfterOneBatch stopping = new(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RotateKeys.RunAsync(test.Store, SealingCipher.Sm4Gcm, stopping, stop.Token));
        await using Store other = await TestStore.OpenAsync(test.Store.Options);
        await InventedRegistrations.InsertAsync(other, [InventedRegistrations.One(9_999)], Cancellation);
        await test.ReopenAsync();
        long resealed = await RotateKeys.RunAsync(test.Store, null, null, Cancellation);

        Assert.InRange(resealed, 1, 4_499);
        await using RegisterContext context = other.Read();
        List<Registration> rows = await context.Registrations.AsNoTracking().OrderBy(row => row.RegistrationId).ToListAsync(Cancellation);
        Assert.Equal(oldKey + 1, Assert.Single(rows.Select(row => Keyring.KeyOf(row.Sealed!)).Distinct()));
        Assert.Equal([.. contents, InventedRegistrations.One(9_999)], rows.Select(row => row.Content(other.Keys)));
        Assert.NotNull((await context.DataKeys.SingleAsync(key => key.KeyId == oldKey, Cancellation)).RetiredAt);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Rotation_StoppedBeforeItRetiresTheOldKey_GoesOnWithTheSameKey(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await InventedRegistrations.InsertAsync(test.Store, [InventedRegistrations.One(1)], Cancellation);
        int oldKey = test.Store.Keys.CurrentKey;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => RotateKeys.RunAsync(test.Store, null, new StopAtTable(SealedTable.All[^1].Table, stop), stop.Token));
        await test.ReopenAsync();

        long resealed = await RotateKeys.RunAsync(test.Store, null, null, Cancellation);

        Assert.Equal(0, resealed);
        await using RegisterContext context = test.Store.Read();
        List<DataKey> keys = await context.DataKeys.Where(key => key.Use == DataKeyUse.Envelope).OrderBy(key => key.KeyId).ToListAsync(Cancellation);
        Assert.Equal([(oldKey, true), (oldKey + 1, false)], keys.Select(key => (key.KeyId, key.RetiredAt is not null)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Rewrapping_KeepsWhatIsSealed(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await InventedRegistrations.InsertAsync(test.Store, [InventedRegistrations.One(1)], Cancellation);

        await RotateKeys.RewrapAsync(test.Store, Cancellation);
        await test.ReopenAsync();

        await using RegisterContext context = test.Store.Read();
        Assert.Equal(InventedRegistrations.One(1), (await context.Registrations.SingleAsync(Cancellation)).Content(test.Store.Keys));
        Assert.Single(await context.DataKeys.Select(key => key.WrappedBy).Distinct().ToListAsync(Cancellation));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Rewrapping_ThenRotation_IsFollowedByAnotherWhoHasTheStoreOpen(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await InventedRegistrations.InsertAsync(test.Store, [InventedRegistrations.One(1)], Cancellation);
        await using Store other = await TestStore.OpenAsync(test.Store.Options);

        await RotateKeys.RewrapAsync(test.Store, Cancellation);
        await RotateKeys.RunAsync(test.Store, null, null, Cancellation);

        await using RegisterContext context = other.Read();
        Assert.Equal(InventedRegistrations.One(1), (await context.Registrations.SingleAsync(Cancellation)).Content(other.Keys));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Rewrapping_ByTwoInTurn_KeepsTheKeysOfBoth(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await using Store other = await TestStore.OpenAsync(test.Store.Options);

        await RotateKeys.RewrapAsync(other, Cancellation);
        await RotateKeys.RewrapAsync(test.Store, Cancellation);

        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(await File.ReadAllTextAsync(test.Store.Options.KeyFilePath, Cancellation), "\"id\""));
    }

    private sealed class StopAfterOneBatch(CancellationTokenSource stop) : IProgress<(string Table, long Resealed)>
    {
        public void Report((string Table, long Resealed) value) => stop.Cancel();
    }

    private sealed class StopAtTable(string table, CancellationTokenSource stop) : IProgress<(string Table, long Resealed)>
    {
        public void Report((string Table, long Resealed) value)
        {
            if (value.Table == table)
            {
                stop.Cancel();
            }
        }
    }
}
