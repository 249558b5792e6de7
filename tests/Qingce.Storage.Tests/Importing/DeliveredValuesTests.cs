using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Inputs;
using Qingce.Register;
using Qingce.Storage.Changes;
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

        CorrectFields correction = new("R1", new Dictionary<RegisterField, string> { [RegisterField.Name] = "官定" }, new DateOnly(2024, 5, 1))
        {
            ActedBy = Village.Officer,
            Reason = "登记时写错",
            Evidence = Village.Paper,
        };
        Change corrected = Village.Accepted(await AcceptChange.RunAsync(test.Store, correction, new ChangeTerms(Guid.CreateVersion7()), Cancellation)).Change;
        Assert.Equal("官定", (await PresentAsync(test)).Name);

        await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,初三,2,1980-05-17,,330102,,\n");
        Assert.Equal("官定", (await PresentAsync(test)).Name);

        Village.Accepted(await TakeBackChange.UndoAsync(test.Store, corrected.Id, Village.Grounds, new ChangeTerms(Guid.CreateVersion7()), Cancellation));
        Assert.Equal("初二", (await PresentAsync(test)).Name);

        // The row that the word kept out has not become one that is known.
        await TakeAsync(test, ImportFolder.RegisterHeader + "R1,H1,02,初三,2,1980-05-17,,330102,,\nR2,H1,10,另一人,1,1979-02-03,,330102,,\n");
        Assert.Equal("初三", (await PresentAsync(test)).Name);
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

    private static async Task<RegistrationContent> PresentAsync(TestStore test)
    {
        await using RegisterContext context = test.Store.Read();
        return (await context.Registrations.FindAsync(["R1"], Cancellation))!.Content(test.Store.Keys);
    }
}
