using System.Globalization;
using Qingce.Exchange.Deliveries;
using Qingce.Storage;
using Qingce.Storage.Importing;

namespace Qingce.Faults.Host;

/// <summary>Deliveries, one after the other. Says <c>read FILE ROWS</c> after each chunk and <c>receipt</c> with the counts after each file.</summary>
internal static class ImportWork
{
    // Small, so that a file of a few hundred kilobytes is many transactions.
    private const int ChunkBytes = 1 << 14;

    /// <summary>Takes the files.</summary>
    public static async Task RunAsync(Store store, IEnumerable<string> files, Saying saying)
    {
        foreach ((int number, string file) in files.Index())
        {
            Lines lines = new(saying, number);
            DeliveryRequest request = new(file, DeliveryKind.OfFile(file)!.Value, "王警官") { ChunkBytes = ChunkBytes, Threads = 2 };
            DeliveryReceipt receipt = await new ImportDelivery(store, TimeProvider.System).ExecuteAsync(request, lines, CancellationToken.None);
            saying.Say(string.Create(
                CultureInfo.InvariantCulture, $"receipt {receipt.Category} {receipt.Read} {receipt.Taken} {receipt.Unchanged} {receipt.Updated} {receipt.Rejected}"));
        }
    }

    private sealed class Lines(Saying saying, int number) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => saying.Say(string.Create(CultureInfo.InvariantCulture, $"read {number} {value.Read}"));
    }
}
