using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Bulk;
using Qingce.Storage.Registrations;
using Qingce.Testing;

namespace Qingce.Storage.Tests;

public sealed class RegistrationRowsTests : EveryStore
{
    [Theory, MemberData(nameof(Kinds))]
    public async Task Registrations_InsertedInBulk_AreAsThoseSavedOneByOne(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        RegistrationContent[] contents = [.. Enumerable.Range(1, 100).Select(number => InventedRegistrations.One(number)), InventedRegistrations.One(
            101, (RegisterField.CitizenNumber, ""), (RegisterField.Phone, ""), (RegisterField.Address, ""), (RegisterField.Division, "99"), (RegisterField.Name, ""))];
        await InventedRegistrations.InsertAsync(test.Store, contents, Cancellation);

        await using RegisterContext context = test.Store.Read();
        Dictionary<string, Registration> stored = await context.Registrations.AsNoTracking().ToDictionaryAsync(row => row.RegistrationId, Cancellation);

        Assert.Equal(contents.Length, stored.Count);
        foreach (RegistrationContent content in contents)
        {
            Registration row = stored[content.RegistrationId];
            Registration one = new() { RegistrationId = content.RegistrationId };
            one.Take(content, test.Store.Keys);
            Assert.Equal(content, row.Content(test.Store.Keys));
            Assert.Equal(content, one.Content(test.Store.Keys));
            Assert.Equal(
                (one.Area, one.NumberKey, one.PhoneKey, one.AddressKey, one.NameKey, one.Pinyin, one.PersonId),
                (row.Area, row.NumberKey, row.PhoneKey, row.AddressKey, row.NameKey, row.Pinyin, row.PersonId));
            Assert.Equal((1, InventedRegistrations.Noon, false, null), (row.Version, row.KnownFrom, row.IsProvisional, row.DeliveryId));
        }

        Assert.Null(stored["R000101"].Sealed);
        Assert.Equal(("zhangsan", "wangwei"), (stored["R000001"].Pinyin, stored["R000002"].Pinyin));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Registrations_InsertedTwice_AreRefusedAndNothingIsHalfWritten(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await InventedRegistrations.InsertAsync(test.Store, [InventedRegistrations.One(1)], Cancellation);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => InventedRegistrations.InsertAsync(test.Store, [InventedRegistrations.One(2), InventedRegistrations.One(1)], Cancellation));

        await using RegisterContext context = test.Store.Read();
        Assert.Equal(1, await context.Registrations.CountAsync(Cancellation));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Bytes_OfAStore_HoldNoSealedValue(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await InventedRegistrations.InsertAsync(test.Store, [InventedRegistrations.One(7, (RegisterField.OtherAddress, "某处"))], Cancellation);

        await using RegisterContext context = test.Store.Read();
        Registration row = await context.Registrations.SingleAsync(Cancellation);
        string everything = System.Text.Json.JsonSerializer.Serialize(row) + System.Text.Encoding.UTF8.GetString(row.Sealed!);

        foreach (string secret in (string[])["33010619800102007X", "文三路", "13800000007", "某处"])
        {
            Assert.DoesNotContain(secret, everything);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task BulkTables_HaveTheColumnsOfTheModel(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await using RegisterContext context = test.Store.Read();

        foreach (BulkTable table in BulkTable.All)
        {
            IEnumerable<string> model = context.Model.GetEntityTypes().Single(entity => entity.GetTableName() == table.Name)
                .GetProperties().Select(property => property.GetColumnName());
            Assert.Equal(model.Order(), table.Columns.Select(column => column.Name).Order());
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Store_OpenedAgain_OpensWhatItSealed(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        RegistrationContent content = InventedRegistrations.One(1);
        await InventedRegistrations.InsertAsync(test.Store, [content], Cancellation);

        await test.ReopenAsync();

        await using RegisterContext context = test.Store.Read();
        Assert.Equal(content, (await context.Registrations.SingleAsync(Cancellation)).Content(test.Store.Keys));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Store_WhoseKeyFileIsLost_IsNotOpened(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        string keys = test.Store.Options.KeyFilePath;
        File.Move(keys, keys + ".away");

        StoreException lost = await Assert.ThrowsAsync<StoreException>(() => TestStore.OpenAsync(test.Store.Options));

        Assert.Equal("key-file-missing", lost.Code);
        Assert.False(File.Exists(keys));
        File.Move(keys + ".away", keys);
        await (await TestStore.OpenAsync(test.Store.Options)).DisposeAsync();
    }
}
