using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Deliveries;
using Qingce.Storage.Importing;

namespace Qingce.Storage.Tests.Importing;

/// <summary>A folder of files to import, gone with its test.</summary>
internal sealed class ImportFolder : IDisposable
{
    public const string RegisterHeader = "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,address,phone\n";

    private readonly string _path = Directory.CreateTempSubdirectory("qingce-import-").FullName;

    public string Write(string name, string text)
    {
        string path = Path.Combine(_path, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    /// <summary>A register of so many households of two, with a row of no use every so often.</summary>
    public string WriteRegister(string name, int households, int rejectEvery = 0, Func<int, string>? nameOf = null)
    {
        StringBuilder text = new(RegisterHeader);
        for (int i = 0; i < households; i++)
        {
            string county = i % 3 == 0 ? "330102001002" : i % 3 == 1 ? "110105001002" : "441900001002";
            text.Append($"R{i}a,H{i},02,{nameOf?.Invoke(i) ?? "王建国"},1,1980-05-17,11010519491231002X,{county},北京路{i % 400 + 1}号{i % 30}室,1390000{i % 10000:0000}\n");
            text.Append(rejectEvery > 0 && i % rejectEvery == 0 ? "" : $"R{i}b").Append($",H{i},10,李娜,2,1981-06-18,440524188001010014,{county},北京路{i % 400 + 1}号{i % 30}室,\n");
        }

        return Write(name, text.ToString());
    }

    public static Task<DeliveryReceipt> TakeAsync(Store store, string path, IProgress<ImportProgress>? progress = null, CancellationToken? cancellation = null, int threads = 2) =>
        new ImportDelivery(store, TimeProvider.System).ExecuteAsync(
            new DeliveryRequest(path, DeliveryKind.OfFile(path)!.Value, "王警官") { Threads = threads }, progress, cancellation ?? TestContext.Current.CancellationToken);

    /// <summary>Receipt and store say the same, and read is the sum of the rest.</summary>
    public static async Task AssertAddsUpAsync(Store store, DeliveryReceipt receipt)
    {
        Assert.Equal(receipt.Read, receipt.Taken + receipt.Unchanged + receipt.Updated + receipt.Rejected);
        Assert.Equal(receipt.Rejected, receipt.Reasons.Sum(reason => reason.Count));
        await using RegisterContext context = store.Read();
        Assert.Equal(receipt.Rejected, await context.DeliveryRejects.LongCountAsync(
            one => one.DeliveryId == receipt.DeliveryId && one.Row > 0, TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
