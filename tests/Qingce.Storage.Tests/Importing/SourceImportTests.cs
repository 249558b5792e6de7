using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Changes;
using Qingce.Storage.Households;
using Qingce.Storage.Importing;
using Qingce.Testing;

namespace Qingce.Storage.Tests.Importing;

public sealed class SourceImportTests : EveryStore, IDisposable
{
    private const string Header = "source_record_id,event_kind,event_date,citizen_number,name,division,recorded_at,address,status\n";

    private readonly ImportFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Theory, MemberData(nameof(Kinds))]
    public async Task Records_OfALaterFile_AreNewUnchangedOrAVersionMore(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        string Row(int id, string recorded) => $"S{id},contact,2024-03-01,11010519491231002X,王建国,110105,{recorded},,\n";
        await ImportFolder.TakeAsync(test.Store, _files.Write("12-health.csv", Header + Row(1, "2024-03-02") + Row(2, "2024-03-02")));
        DeliveryReceipt later = await ImportFolder.TakeAsync(
            test.Store, _files.Write("12-health.csv", Header + Row(1, "2024-03-02") + Row(2, "2024-04-02") + Row(3, "2024-03-02")));

        Assert.Equal((3L, 1L, 1L, 1L, 0L), (later.Read, later.Taken, later.Unchanged, later.Updated, later.Rejected));
        await using RegisterContext context = test.Store.Read();
        SourceRecord record = await context.SourceRecords.AsNoTracking().SingleAsync(one => one.SourceRecordId == "S2", Cancellation);
        Assert.Equal((12, 2, "2024-04-02", (long?)later.DeliveryId), (record.Category, record.Version, record.RecordedAt, record.DeliveryId));
        SourceRecordVersion former = await context.SourceRecordVersions.AsNoTracking().SingleAsync(Cancellation);
        Assert.Equal(("S2", 1), (former.SourceRecordId, former.Version));
        Assert.Contains("\"recorded_at\":\"2024-03-02\"", former.Plain, StringComparison.Ordinal);
        Assert.NotNull(former.Sealed);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Value_TheCategoryMustNotCarry_IsNowhereInTheStore(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        DeliveryReceipt receipt = await ImportFolder.TakeAsync(
            test.Store, _files.Write("12-health.csv", Header + "S1,contact,2024-03-01,11010519491231002X,王建国,110105,2024-03-02,秘密路1号,active\n"));

        Assert.Equal(1, receipt.Taken);
        Assert.Equal(["address", "status"], receipt.Notes.Where(note => note.Code == "value-refused").Select(note => note.Column));
        await using RegisterContext context = test.Store.Read();
        SourceRecord record = await context.SourceRecords.AsNoTracking().SingleAsync(Cancellation);
        Assert.Null(record.Status);
        Assert.DoesNotContain(
            "秘密路", System.Text.Encoding.UTF8.GetString(test.Store.Keys.Open(Sealing.EnvelopePurpose.SourceRecord, "S1", record.Sealed!)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Changes_OfThePast_AreKeptOnceAndOnlyOfRegistrationsThereAre(StoreKind kind)
    {
        const string ChangeHeader = "registration_id,changed_on,field,old_value,new_value\n";
        const string Rows = "R0a,2020-01-02,姓名,王国,王建国\nR0a,2020-01-02,姓名,王国,王建国\nR9x,2020-01-02,name,a,b\n";
        await using TestStore test = await TestStore.NewAsync(kind);
        await ImportFolder.TakeAsync(test.Store, _files.WriteRegister("register.csv", households: 2));

        DeliveryReceipt first = await ImportFolder.TakeAsync(test.Store, _files.Write("changes.csv", ChangeHeader + Rows));
        DeliveryReceipt second = await ImportFolder.TakeAsync(test.Store, _files.Write("changes.csv", ChangeHeader + Rows + "R1a,2021-01-02,sex,1,2\n"));

        Assert.Equal((3L, 1L, 0L, 2L), (first.Read, first.Taken, first.Unchanged, first.Rejected));
        Assert.Equal(["registration-unknown", "row-repeated"], first.Reasons.Select(reason => reason.Code).Order(StringComparer.Ordinal));
        Assert.Equal((4L, 1L, 2L, 1L), (second.Read, second.Taken, second.Unchanged, second.Rejected));
        await ImportFolder.AssertAddsUpAsync(test.Store, second);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Changes_OfThePast_AreShownAndGivePastStates(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await ImportFolder.TakeAsync(test.Store, _files.WriteRegister("register.csv", households: 1));
        await ImportFolder.TakeAsync(test.Store, _files.Write(
            "changes.csv",
            """
            registration_id,changed_on,field,old_value,new_value,reason,document_kind,document_number,handler,agent
            R0a,2020-01-02,姓名,王国,王建国,本人申请,household_booklet,HB-7,P1,代办
            R0a,2012-05-01,citizen_number,11010519491231001X,11010519491231002X,,,,P2,
            R0a,2010-01-02,registration,,,moved_in,real_estate_certificate,RE-1,P3,

            """));

        RegistrationHistory history = (await ShowHistory.OfAsync(test.Store, "R0a", Cancellation))!.History;

        Assert.Equal(
            [
                (new DateOnly(2010, 1, 2), null, "", "", "moved_in", "RE-1", "P3", ""),
                (new DateOnly(2012, 5, 1), RegisterField.CitizenNumber, "11010519491231001X", "11010519491231002X", "", "", "P2", ""),
                (new DateOnly(2020, 1, 2), RegisterField.Name, "王国", "王建国", "本人申请", "HB-7", "P1", "代办"),
            ],
            history.PastChanges.Select(change => (
                change.ChangedOn!.Value, change.Field, change.Old, change.New, change.Reason, change.DocumentNumber, change.Handler, change.Agent)));
        Assert.Equal(
            ["", "王国 11010519491231001X", "王国 11010519491231002X", "王建国 11010519491231002X"],
            new[] { 2009, 2011, 2015, 2021 }.Select(year => history.StateOn(new DateOnly(year, 1, 1)))
                .Select(state => state.Exists ? $"{state.Name} {state[RegisterField.CitizenNumber]}" : ""));
        Assert.Empty((await ShowHistory.OfAsync(test.Store, "R0b", Cancellation))!.History.PastChanges);
        Assert.Equal("R0b", Assert.Single(await ShowHousehold.AsOfAsync(test.Store, "H0", new DateOnly(2005, 1, 1), null, Cancellation)).RegistrationId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Coverage_IsKeptOnce(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        const string Text = "category,division,from,to\n5,110000,2000-01-01,\n05,110000,2000-01-01,\n6,110000,2000-01-01,2020-12-31\n";

        DeliveryReceipt receipt = await ImportFolder.TakeAsync(test.Store, _files.Write("coverage.csv", Text));
        DeliveryReceipt later = await ImportFolder.TakeAsync(test.Store, _files.Write("coverage.csv", Text + "7,110000,2000-01-01,\n"));

        Assert.Equal((3L, 2L, 1L), (receipt.Read, receipt.Taken, receipt.Rejected));
        Assert.Equal((4L, 1L, 3L), (later.Read, later.Taken, later.Unchanged));
    }
}
