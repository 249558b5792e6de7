using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Inputs;
using Qingce.Register;
using Qingce.Storage.Changes;
using Qingce.Storage.Households;
using Qingce.Storage.Importing;
using Qingce.Storage.Registrations;
using Qingce.Storage.Tests.Changes;
using Qingce.Testing;

namespace Qingce.Storage.Tests.Importing;

public sealed class DeliveredValuesTests : EveryStore, IDisposable
{
    private const string WithoutPhone = "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\n";

    private readonly ImportFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Theory, MemberData(nameof(Kinds))]
    public async Task OfficersWord_ValidBeforeAFilesValue_StandsOverItAndLaterFiles(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,初一,2,1980-05-17,,330102,,\n");
        await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,初二,2,1980-05-17,,330102,,\n");

        Change corrected = Village.Accepted(await AcceptChange.RunAsync(test.Store, Correction(RegisterField.Name, "官定"), new ChangeTerms(Guid.CreateVersion7()), Cancellation)).Change;
        Assert.Equal("官定", (await PresentAsync(test)).Name);

        await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,初三,2,1980-05-17,,330102,,\n");
        Assert.Equal("官定", (await PresentAsync(test)).Name);

        Village.Accepted(await TakeBackChange.UndoAsync(test.Store, corrected.Id, Village.Grounds, new ChangeTerms(Guid.CreateVersion7()), Cancellation));
        // What the file said beneath the word was kept, and is not news when it comes again.
        Assert.Equal("初三", (await PresentAsync(test)).Name);
        DeliveryReceipt again = await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,初三,2,1980-05-17,,330102,,\nR2,H1,10,另一人,1,1979-02-03,,330102,,\n");
        Assert.Equal((1L, 1L, 0L), (again.Taken, again.Unchanged, again.Updated));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task File_UnderAnOfficersWord_IsKeptOnceWithAllItSays(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,某,2,1980-05-17,,330102,旧路1号,\n");
        Change corrected = Village.Accepted(await AcceptChange.RunAsync(test.Store, Correction(RegisterField.Phone, "13900000000"), new ChangeTerms(Guid.CreateVersion7()), Cancellation)).Change;

        DeliveryReceipt first = await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,某,2,1980-05-17,,330102,新路2号,13800000000\n");
        DeliveryReceipt again = await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,某,2,1980-05-17,,330102,新路2号,13800000000\n\n");

        Assert.Equal((1L, 0L), (first.Updated, again.Updated));
        RegistrationContent present = await PresentAsync(test);
        Assert.Equal(("新路2号", "13900000000"), (present[RegisterField.Address], present[RegisterField.Phone]));
        Village.Accepted(await TakeBackChange.UndoAsync(test.Store, corrected.Id, Village.Grounds, new ChangeTerms(Guid.CreateVersion7()), Cancellation));
        Assert.Equal("13800000000", (await PresentAsync(test))[RegisterField.Phone]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Cell_EmptyWhereARegistrationHasToSaySomething_EmptiesNothingAndIsTold(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,某,2,1980-05-17,,330102,旧路1号,\nR2,H1,10,别人,?,1979-02-03,,330102,,\n");

        DeliveryReceipt receipt = await TakeAsync(test, ImportFolder.RegisterHeader + "R2,H1,10,别人,?,1979-02-03,,330102,,\nR1,H1,,,,,,330102,新路2号,\n");

        Assert.Equal((1L, 1L, 0L), (receipt.Unchanged, receipt.Updated, receipt.Rejected));
        RegistrationContent present = await PresentAsync(test);
        Assert.Equal(
            ("02", "某", "2", "1980-05-17", "新路2号"),
            (present[RegisterField.Relation], present.Name, present[RegisterField.Sex], present[RegisterField.BirthDate], present[RegisterField.Address]));
        Assert.Equal(
            ["birth_date", "name", "relation", "sex"],
            receipt.Notes.Where(note => note.Code == "value-kept").Select(note => note.Column.Split(',')[1]).Order());
        Assert.All(receipt.Notes.Where(note => note.Code == "value-kept"), note => Assert.EndsWith("1 个空格，登记不能没有此项，已保留原值，请补填。行号：2", note.Chinese, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Registration_ThatCountsAsNeverMade_IsMadeAnewByAFile(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        Change birth = Village.Accepted(await AcceptChange.RunAsync(test.Store, Founding(), new ChangeTerms(Guid.CreateVersion7()), Cancellation)).Change;
        Village.Accepted(await TakeBackChange.UndoAsync(test.Store, birth.Id, Village.Grounds, new ChangeTerms(Guid.CreateVersion7()), Cancellation));

        DeliveryReceipt first = await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H3,02,某,2,1960-05-17,,330102,旧路1号,\nR2,H3,10,别人,1,1979-02-03,,330102,,\n");

        Assert.Equal((2L, 0L, 0L, 0L), (first.Taken, first.Unchanged, first.Updated, first.Rejected));
        await AssertIsKnownAsync(test, version: 3, "旧路1号");
        DeliveryReceipt second = await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H3,02,某,2,1960-05-17,,330102,新路2号,\nR2,H3,10,别人,1,1979-02-03,,330102,,\n");
        Assert.Equal((0L, 1L, 1L), (second.Taken, second.Unchanged, second.Updated));
        await AssertIsKnownAsync(test, version: 4, "新路2号");

        RegistrationHistory history = (await ShowHistory.OfAsync(test.Store, "R1", Cancellation))!.History;
        Assert.Equal([ChangeKind.MoveIn, ChangeKind.Undo, ChangeKind.Delivery, ChangeKind.Delivery], history.Entries.Select(entry => entry.Change.Kind));
        Assert.Contains(new FieldChange(RegisterField.RegistrationId, "", "R1"), history.Entries[2].Fields);

        // It may be altered as from any day that one delivered for the first time may.
        Village.Accepted(await AcceptChange.RunAsync(test.Store, Correction(RegisterField.Phone, "13900000000"), new ChangeTerms(Guid.CreateVersion7()), Cancellation));
        await AssertIsKnownAsync(test, version: 5, "新路2号");
    }

    [Fact]
    public async Task Row_OfARegistrationThatAnOfficerChangesMeanwhile_IsTakenByWhatItSaysThen()
    {
        await using TestStore test = await TestStore.NewAsync(StoreKind.Postgres);
        await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,初一,2,1980-05-17,,330102,,\n");
        await using StoreWrite officer = await test.Store.WriteAsync(Cancellation);
        await officer.Context.Database.ExecuteSqlAsync($"UPDATE registrations SET version = version + 1 WHERE registration_id = 'R1'", Cancellation);

        Task<DeliveryReceipt> taking = TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,初二,2,1980-05-17,,330102,,\n");
        await using (RegisterContext watching = test.Store.Read())
        {
            while (!taking.IsCompleted && !await watching.Database.SqlQuery<bool>(
                $"""SELECT EXISTS (SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()) AS "Value" """).SingleAsync(Cancellation))
            {
                await Task.Yield();
            }
        }

        await officer.CommitAsync(Cancellation);

        DeliveryReceipt receipt = await taking;
        Assert.Equal(1, receipt.Updated);
        Assert.Equal("初二", (await PresentAsync(test)).Name);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Column_ThatAFileDoesNotHave_IsNotTakenForEmpty(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,某,2,1980-05-17,,330102,,13800000000\n");
        await TakeAsync(test, WithoutPhone + "R1,H1,02,某某,2,1980-05-17,,330102\n");
        RegistrationContent present = await PresentAsync(test);
        Assert.Equal(("某某", "13800000000"), (present.Name, present[RegisterField.Phone]));

        await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,某某,2,1980-05-17,,330102,,\n");
        Assert.Equal("", (await PresentAsync(test))[RegisterField.Phone]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task CitizenNumber_RoundedByASpreadsheet_DoesNotReplaceAValidOne(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await TakeAsync(test, WithoutPhone + "R1,H1,02,某,2,1949-12-31,11010519491231002X,330102\n");

        await TakeAsync(test, WithoutPhone + "R1,H1,02,某某,2,1949-12-31,1.10105E+17,330102\n");
        await TakeAsync(test, WithoutPhone + "R1,H1,02,某,2,1949-12-31,110105194912310000,330102\n");

        RegistrationContent present = await PresentAsync(test);
        Assert.Equal(("某", "11010519491231002X"), (present.Name, present[RegisterField.CitizenNumber]));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task File_OfADayToCome_IsRefused(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        string path = _files.WriteRegister("register.csv", households: 1);

        InputFaultException refused = await Assert.ThrowsAsync<InputFaultException>(() => new ImportDelivery(test.Store, TimeProvider.System).ExecuteAsync(
            new DeliveryRequest(path, Exchange.Deliveries.DeliveryKind.OfFile(path)!.Value, "王警官") { DescribedDay = new DateOnly(2099, 1, 1) }, null, Cancellation));

        Assert.Contains("2099-01-01", Assert.Single(refused.Faults).Chinese, StringComparison.Ordinal);
    }

    private Task<DeliveryReceipt> TakeAsync(TestStore test, string text) => ImportFolder.TakeAsync(test.Store, _files.Write("register.csv", text));

    private static CorrectFields Correction(RegisterField field, string text) => new("R1", new Dictionary<RegisterField, string> { [field] = text }, new DateOnly(2024, 5, 1))
    {
        ActedBy = Village.Officer,
        Reason = "登记时写错",
        Evidence = Village.Paper,
    };

    private static RegisterMoveIn Founding() => new(
        RegistrationContent.FromFields(
        [
            new(RegisterField.RegistrationId, "R1"), new(RegisterField.HouseholdId, "H1"), new(RegisterField.Relation, "02"), new(RegisterField.Name, "王小雷"),
            new(RegisterField.Sex, "1"), new(RegisterField.BirthDate, "1980-05-02"), new(RegisterField.Division, "330102"), new(RegisterField.Occupation, "农民"),
        ]),
        new DateOnly(2025, 5, 10), RegistrationReason.Employment, "上海市")
    {
        ActedBy = Village.Officer,
        Evidence = Village.Paper,
    };

    private static async Task AssertIsKnownAsync(TestStore test, int version, string address)
    {
        await using RegisterContext context = test.Store.Read();
        Registration row = (await context.Registrations.FindAsync(["R1"], Cancellation))!;
        RegistrationHistory history = (await ShowHistory.OfAsync(test.Store, "R1", Cancellation))!.History;
        Assert.Equal((version, address, ""), (row.Version, row.Content(test.Store.Keys)[RegisterField.Address], row.Content(test.Store.Keys)[RegisterField.Occupation]));
        Assert.Equal(row.Content(test.Store.Keys), history.Present);
        Assert.True(history.StateOn(new DateOnly(2010, 1, 1)).IsLiving);
        Assert.Equal(["R1", "R2"], (await ShowHousehold.AsOfAsync(test.Store, "H3", DateOnly.MaxValue, null, Cancellation)).Select(member => member.RegistrationId));
    }

    private static async Task<RegistrationContent> PresentAsync(TestStore test)
    {
        await using RegisterContext context = test.Store.Read();
        return (await context.Registrations.FindAsync(["R1"], Cancellation))!.Content(test.Store.Keys);
    }
}
