using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Codes;
using Qingce.Register;
using Qingce.Storage.Importing;
using Qingce.Storage.Sealing;
using Qingce.Storage.Searching;
using Qingce.Storage.Tests.Changes;
using Qingce.Storage.Tests.Importing;
using Qingce.Testing;

namespace Qingce.Storage.Tests;

public sealed class FillPaperKeysTests : EveryStore, IDisposable
{
    private const string BeforePapers = "20261126000000_Initial";
    private const string RecordHeader = "source_record_id,event_kind,event_date,name,citizen_number,division,document_kind,document_number,issued_on,recorded_at,address,status,counterpart_name\n";
    private const string ChangeHeader = "registration_id,changed_on,field,old_value,new_value,reason,document_kind,document_number\n";

    private readonly ImportFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Theory, MemberData(nameof(Kinds))]
    public async Task Papers_OfRecordsAndSettlements_AreFoundByTheirNumber(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await FillAsync(village);

        Assert.Equal(
            ["20 E1 京(2019)1", "20 E3 京（2019）3", "15 C1 HT-1", "R1 京(2019)1", "R2 HT-1", "R4 HT-4", "R4 京(2019)1"],
            await KeyedAsync(village.Store));
        await using RegisterContext context = village.Store.Read();
        long estate = Key(village.Store, DocumentKind.RealEstateCertificate, "京(2019)1");
        Assert.Equal(["R1", "R4"], (await FindPaperUses.RegistrationsOfAsync(context, [estate], Cancellation)).Order(StringComparer.Ordinal));
        Assert.Equal([estate, Key(village.Store, DocumentKind.LabourContract, "HT-4")], (await FindPaperUses.PapersOfAsync(context, ["R4"], Cancellation)).ToHashSet());
        Assert.Equal([estate], await FindPaperUses.UsedAsync(context, [estate, 0], 2, Cancellation));
        Assert.Empty(await FindPaperUses.UsedAsync(context, [estate, 0], 1, Cancellation));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task StoreOfAnEarlierVersion_GetsTheIndex_AlsoWhenTheFillingWasStopped(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await FillAsync(village);
        string[] keyed = await KeyedAsync(village.Store);
        await using (StoreWrite write = await village.Store.WriteAsync(Cancellation))
        {
            Assert.True(await FillPaperKeys.IsDoneAsync(write.Context, Cancellation));
        }

        await GoBackAsync(village.Store, "20261128000000_PaperIndex", BeforePapers);
        await village.Test.ReopenAsync();
        await using (RegisterContext context = village.Store.Read())
        {
            Assert.Empty(await context.SourceRecords.Where(one => one.PaperKey != null).ToListAsync(Cancellation));
            Assert.False(await FillPaperKeys.IsDoneAsync(context, Cancellation));
        }

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FillPaperKeys.RunAsync(village.Store, new Stopping(stop), stop.Token));
        await village.Test.ReopenAsync();
        Assert.InRange(await FillPaperKeys.RunAsync(village.Store, null, Cancellation), 1, 6);

        Assert.Equal(keyed, await KeyedAsync(village.Store));
        Assert.Equal(0, await FillPaperKeys.RunAsync(village.Store, null, Cancellation));
        await using (RegisterContext context = village.Store.Read())
        {
            Assert.True(await FillPaperKeys.IsDoneAsync(context, Cancellation));
        }

        foreach (string sql in (string[])["UPDATE past_changes SET paper_key = 1", "UPDATE past_changes SET reason = 'x'", "DELETE FROM change_papers", "UPDATE change_papers SET sequence = 9"])
        {
            await using StoreWrite write = await village.Store.WriteAsync(Cancellation);
            DbException error = await Assert.ThrowsAnyAsync<DbException>(() => write.Context.Database.ExecuteSqlRawAsync(sql, Cancellation));
            Assert.Contains("append only", error.Message);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task StoreWithoutAKeyForPapers_GetsOneAndKeepsTheOthers(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        long number = village.Store.Keys.BlindIndex(DataKeyUse.NumberIndex, "1"u8);
        await using (StoreWrite write = await village.Store.WriteAsync(Cancellation))
        {
            Assert.Equal(1, await write.Context.DataKeys.Where(key => key.Use == DataKeyUse.PaperIndex).ExecuteDeleteAsync(Cancellation));
            await write.CommitAsync(Cancellation);
        }

        await village.Test.ReopenAsync();

        long paper = Key(village.Store, DocumentKind.LabourContract, "HT-1");
        Assert.Equal(number, village.Store.Keys.BlindIndex(DataKeyUse.NumberIndex, "1"u8));
        await village.Test.ReopenAsync();
        Assert.Equal(paper, Key(village.Store, DocumentKind.LabourContract, " ht-1"));
        Assert.NotEqual(paper, Key(village.Store, DocumentKind.SchoolRecord, "HT-1"));
        Assert.Null(SearchKeys.OfPaper(village.Store.Keys, DocumentKind.HouseholdBooklet, "HT-1"u8));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Rotation_OfTheDataKey_KeepsTheIndex(StoreKind kind)
    {
        await using Village village = await Village.NewAsync(kind);
        await FillAsync(village);
        string[] keyed = await KeyedAsync(village.Store);

        await RotateKeys.RunAsync(village.Store, SealingCipher.Sm4Gcm, null, Cancellation);
        await RotateKeys.RewrapAsync(village.Store, Cancellation);
        await village.Test.ReopenAsync();

        Assert.Equal(keyed, await KeyedAsync(village.Store));
    }

    // Records and past changes as delivered, and a settlement that is accepted here; rows beside them that have no such paper.
    private async Task FillAsync(Village village)
    {
        await TakeAsync(village, "20-real-estate.csv", Record("E1", "owned", "王建国", "real_estate_certificate", "京(2019)1")
            + Record("E2", "owned", "李娜", "", "") + Record("E3", "owned", "陈刚", "real_estate_certificate", "京（2019）3"));
        await TakeAsync(village, "15-labour-contract.csv", Record("C1", "contract", "刘芳", "labour_contract", "HT-1"));
        await TakeAsync(village, "03-identity-card.csv", Record("I1", "issued", "王小雨", "identity_card", "HT-4"));
        await TakeAsync(
            village, "changes.csv",
            ChangeHeader + "R1,2019-05-01,登记,,,home_purchase,不动产权证书,京(2019) 1\nR2,2019-05-01,registration,,,employment,labour_contract,ht-1\n"
            + "R2,2019-06-01,marital_status,10,20,declared,marriage_certificate,J-1\nR3,2019-05-01,registration,,,birth,birth_certificate,U-1\n");
        RegistrationContent arrival = RegistrationContent.FromFields(
            [new(RegisterField.RegistrationId, "R4"), new(RegisterField.HouseholdId, "H1"), new(RegisterField.Relation, "97")]);
        await village.AcceptAsync(new RegisterMoveIn(arrival, new DateOnly(2024, 5, 2), RegistrationReason.HomePurchase)
        {
            ActedBy = Village.Officer,
            Reason = "购房",
            Evidence =
            [
                new(DocumentKind.RealEstateCertificate, "京(2019)1"), new(DocumentKind.LabourContract, "HT-4"), new(DocumentKind.HouseholdBooklet, "户-77"),
                new(DocumentKind.LabourContract, " ht-4 "),
            ],
        });
    }

    private static string Record(string id, string kind, string name, string document, string number) =>
        (id.EndsWith('1') ? RecordHeader : "") + $"{id},{kind},2019-03-01,{name},11010519491231002X,110105,{document},{number},2019-03-01,2019-03-02,幸福街1号,active,某厂\n";

    private async Task TakeAsync(Village village, string name, string text)
    {
        DeliveryReceipt receipt = await ImportFolder.TakeAsync(village.Store, _files.Write(name, text));
        Assert.True(receipt.Rejected == 0, string.Join(' ', receipt.Reasons));
    }

    // Every row that has a key, told by which of the numbers it is the key of.
    private static async Task<string[]> KeyedAsync(Store store)
    {
        await using RegisterContext context = store.Read();
        Dictionary<(int, long), string> numbers = new()
        {
            [(20, Key(store, DocumentKind.RealEstateCertificate, "京(2019)1"))] = "京(2019)1",
            [(20, Key(store, DocumentKind.RealEstateCertificate, "京（2019）3"))] = "京（2019）3",
            [(15, Key(store, DocumentKind.LabourContract, "HT-1"))] = "HT-1",
            [(15, Key(store, DocumentKind.LabourContract, "HT-4"))] = "HT-4",
        };
        string Number(long? key) => numbers.First(one => one.Key.Item2 == key).Value;
        List<string> rows = [];
        foreach (SourceRecord record in await context.SourceRecords.Where(one => one.PaperKey != null).OrderByDescending(one => one.Category).ThenBy(one => one.SourceRecordId)
            .ToListAsync(Cancellation))
        {
            Assert.Equal(record.Category, numbers.First(one => one.Key.Item2 == record.PaperKey).Key.Item1);
            rows.Add($"{record.Category} {record.SourceRecordId} {Number(record.PaperKey)}");
        }

        rows.AddRange((await context.PastChanges.Where(one => one.PaperKey != null).OrderBy(one => one.RegistrationId).ToListAsync(Cancellation))
            .Select(one => $"{one.RegistrationId} {Number(one.PaperKey)}"));
        rows.AddRange((await context.ChangePapers.Join(context.ChangeEffects, paper => paper.Sequence, effect => effect.Sequence, (paper, effect) => new { effect.RegistrationId, paper.PaperKey })
            .ToListAsync(Cancellation)).Select(one => $"{one.RegistrationId} {Number(one.PaperKey)}").Order(StringComparer.Ordinal));
        return [.. rows];
    }

    private static long Key(Store store, DocumentKind kind, string number) => SearchKeys.OfPaper(store.Keys, kind, Encoding.UTF8.GetBytes(number))!.Value;

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<(string Table, long Filled)>
    {
        public void Report((string Table, long Filled) value) => stop.Cancel();
    }
}
