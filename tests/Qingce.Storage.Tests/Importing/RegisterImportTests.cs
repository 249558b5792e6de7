using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Changes;
using Qingce.Storage.Households;
using Qingce.Storage.Importing;
using Qingce.Storage.Registrations;
using Qingce.Testing;

namespace Qingce.Storage.Tests.Importing;

public sealed class RegisterImportTests : EveryStore, IDisposable
{
    private readonly ImportFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Theory, MemberData(nameof(Kinds))]
    public async Task Register_Imported_HoldsEveryRowOnceAndTheReceiptAddsUp(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        string path = _files.WriteRegister("register.csv", households: 15_000, rejectEvery: 1000);
        List<ImportProgress> told = [];

        DeliveryReceipt receipt = await ImportFolder.TakeAsync(test.Store, path, new Told(told.Add));

        Assert.Equal((30_000L, 29_985L, 15L), (receipt.Read, receipt.Taken, receipt.Rejected));
        RejectCount reason = Assert.Single(receipt.Reasons);
        Assert.Equal(("id-missing", "registration_id", 15L), (reason.Code, reason.Column, reason.Count));
        Assert.Equal(64, receipt.Sha256.Length);
        Assert.NotNull(receipt.FinishedAt);
        Assert.True(told.Count >= 3 && told[^1].Read == 30_000 && told[^1].RowsPerSecond > 0);
        await ImportFolder.AssertAddsUpAsync(test.Store, receipt);
        await using RegisterContext context = test.Store.Read();
        Assert.Equal(29_985, await context.Registrations.CountAsync(Cancellation));
        Registration row = await context.Registrations.AsNoTracking().SingleAsync(one => one.RegistrationId == "R1a", Cancellation);
        RegistrationContent content = row.Content(test.Store.Keys);
        Assert.Equal(("王建国", "11010519491231002X", "北京路2号1室", 1101), (content.Name, content[RegisterField.CitizenNumber], content[RegisterField.Address], row.Area));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task File_GivenTwice_ChangesNothingAndGivesTheEarlierReceipt(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        string path = _files.WriteRegister("register.csv", households: 100, rejectEvery: 10);

        DeliveryReceipt first = await ImportFolder.TakeAsync(test.Store, path);
        DeliveryReceipt second = await ImportFolder.TakeAsync(test.Store, path);

        Assert.False(first.WasTakenBefore);
        Assert.True(second.WasTakenBefore);
        Assert.Equal((first.DeliveryId, first.Read, first.Taken, first.FinishedAt), (second.DeliveryId, second.Read, second.Taken, second.FinishedAt));
        await using RegisterContext context = test.Store.Read();
        Assert.Equal((1, 190, 0), (await context.Deliveries.CountAsync(Cancellation), await context.Registrations.CountAsync(Cancellation), await context.Changes.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Row_WithOtherValuesInALaterFile_IsAChangeWithItsHistory(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await ImportFolder.TakeAsync(test.Store, _files.WriteRegister("register.csv", households: 50));
        DeliveryReceipt later = await ImportFolder.TakeAsync(
            test.Store, _files.WriteRegister("register.parquet".Replace("parquet", "csv"), households: 51, nameOf: i => i == 7 ? "王建新" : "王建国"));

        Assert.Equal((102L, 2L, 99L, 1L, 0L), (later.Read, later.Taken, later.Unchanged, later.Updated, later.Rejected));
        await using RegisterContext context = test.Store.Read();
        Registration row = await context.Registrations.AsNoTracking().SingleAsync(one => one.RegistrationId == "R7a", Cancellation);
        Assert.Equal(("王建新", 2, "wangjianxin"), (row.Name, row.Version, row.Pinyin));
        StoredChange change = await context.Changes.AsNoTracking().SingleAsync(Cancellation);
        Assert.Equal(((int)ChangeKind.Delivery, "王警官", (long?)later.DeliveryId), (change.Kind, change.ActedBy, change.DeliveryId));
        RegistrationHistory history = Assert.Single(await StoredHistories.LoadAsync(context, test.Store.Keys, ["R7a"], Cancellation)).History;
        Assert.Equal("王建新", history.Present.Name);
        Assert.Equal("王建国", history.StateAt(DateOnly.MaxValue, change.RecordedAt.AddMilliseconds(-1)).Name);
        Assert.Equal(history.Present, row.Content(test.Store.Keys));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Household_OfADayBeforeTheFile_IsThoseWhoWereThere(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await ImportFolder.TakeAsync(test.Store, _files.Write(
            "register.csv",
            "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,registered_on,cancelled_on,cancelled_for\n"
            + "R1,H1,02,王一,1,1950-01-02,,330102,,2020-01-01,death\nR2,H1,10,李二,2,1952-01-02,,330102,,,\nR3,H1,20,王三,1,2015-01-02,,330102,2015-01-10,,\n"));

        async Task<string[]> On(int year) =>
            [.. (await ShowHousehold.AsOfAsync(test.Store, "H1", new DateOnly(year, 6, 1), null, Cancellation)).Select(member => member.RegistrationId)];

        Assert.Equal(["R1", "R2"], await On(2010));
        Assert.Equal(["R1", "R2", "R3"], await On(2018));
        Assert.Equal(["R2", "R3"], await On(2021));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Address_ThatChanged_IsSealedInTheHistoryToo(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        const string Row = "R1,H1,02,王建国,1,1980-05-17,,330102,{0},\n";
        await ImportFolder.TakeAsync(test.Store, _files.Write("register.csv", ImportFolder.RegisterHeader + string.Format(Row, "秘密路1号")));
        await ImportFolder.TakeAsync(test.Store, _files.Write("register.csv", ImportFolder.RegisterHeader + string.Format(Row, "秘密路2号")));

        await using RegisterContext context = test.Store.Read();
        StoredEffect effect = await context.ChangeEffects.AsNoTracking().SingleAsync(Cancellation);
        Assert.Null(effect.Plain);
        FieldChange change = Assert.Single(EffectForm.Read(test.Store.Keys, effect));
        Assert.Equal(new FieldChange(RegisterField.Address, "秘密路1号", "秘密路2号"), change);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Row_WithoutAnId_OverwritesNothing(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await ImportFolder.TakeAsync(test.Store, _files.WriteRegister("register.csv", households: 2));
        DeliveryReceipt receipt = await ImportFolder.TakeAsync(test.Store, _files.Write(
            "register.csv", ImportFolder.RegisterHeader + ",H0,02,别人,1,1980-05-17,,330102,,\n \u3000,H1,02,别人,1,1980-05-17,,330102,,\n"));

        Assert.Equal((2L, 0L, 2L), (receipt.Read, receipt.Updated, receipt.Rejected));
        await using RegisterContext context = test.Store.Read();
        Assert.False(await context.Registrations.AnyAsync(one => one.Name == "别人" || one.RegistrationId == "", Cancellation));
        Assert.Equal(4, await context.Registrations.CountAsync(Cancellation));
        string rejects = Path.Combine(test.Folder, "rejects.csv");
        Assert.Equal(2, await RejectFile.WriteAsync(test.Store, receipt.DeliveryId, rejects, Cancellation));
        Assert.Contains("2,registration_id,id-missing,", File.ReadAllText(rejects), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Household_WithTwoHeads_IsTold(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        DeliveryReceipt receipt = await ImportFolder.TakeAsync(test.Store, _files.Write("register.csv", ImportFolder.RegisterHeader.Replace("address", "cancelled_on")
            + "R1,H1,02,王一,1,1980-05-17,,330102,,\nR2,H1,户主,王二,1,1981-05-17,,330102,,\nR3,H2,02,王三,1,1982-05-17,,330102,2020-01-01,\nR4,H2,02,王四,1,1983-05-17,,330102,,\n"));

        DeliveryNote note = Assert.Single(receipt.Notes);
        Assert.Equal("several-heads", note.Code);
        Assert.Contains("H1", note.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("H2", note.English, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Import_StoppedOnTheWay_GoesOnWhereItStopped(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        string path = _files.WriteRegister("register.csv", households: 40_000, rejectEvery: 777);
        using CancellationTokenSource stop = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportFolder.TakeAsync(
            test.Store, path, new Told(progress => { if (progress.Read > 0) { stop.Cancel(); } }), stop.Token));
        await using (RegisterContext context = test.Store.Read())
        {
            Delivery open = await context.Deliveries.AsNoTracking().SingleAsync(Cancellation);
            Assert.Equal(DeliveryState.Open, open.State);
            Assert.InRange(open.RowsRead, 1, 79_999);
            Assert.Equal(open.RowsRead, open.Taken + open.Rejected);
        }

        await test.ReopenAsync();
        DeliveryReceipt receipt = await ImportFolder.TakeAsync(test.Store, path);

        Assert.Equal((80_000L, 52L, 1L), (receipt.Read, receipt.Rejected, receipt.DeliveryId));
        await ImportFolder.AssertAddsUpAsync(test.Store, receipt);
        await using RegisterContext after = test.Store.Read();
        Assert.Equal(79_948, await after.Registrations.CountAsync(Cancellation));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Import_WhileAnotherRuns_IsRefused(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        string path = _files.WriteRegister("register.csv", households: 2);
        await using (await test.Store.TakeImportTurnAsync(Cancellation))
        {
            StoreException refused = await Assert.ThrowsAsync<StoreException>(() => ImportFolder.TakeAsync(test.Store, path));
            Assert.Equal("import-running", refused.Code);
        }

        Assert.Equal(4, (await ImportFolder.TakeAsync(test.Store, path)).Taken);
    }
}
