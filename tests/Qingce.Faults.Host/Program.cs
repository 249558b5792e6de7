using System.Globalization;
using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Inputs;
using Qingce.Faults.Host;
using Qingce.Storage;
using Qingce.Storage.Importing;
using Qingce.Storage.Postgres;
using Qingce.Storage.Sqlite;
using Qingce.Tables;

// A process to be killed: KILL-AT DATA-FOLDER DATABASE-OR-DASH then the files to import, one after the other.
// Says "read N" after each chunk, and "points N" when it is done without having been killed.
KillPoint point = KillPoint.Watch(int.Parse(args[0], CultureInfo.InvariantCulture));
StoreOptions options = new() { DataFolder = args[1], Database = args[2] == "-" ? null : args[2] };
try
{
    await using Store store = options.Database is null
        ? await SqliteStore.OpenAsync(options, CancellationToken.None)
        : await PostgresStore.OpenAsync(options, CancellationToken.None);
    foreach (string file in args[3..])
    {
        DeliveryRequest request = new(file, DeliveryKind.OfFile(file)!.Value, "王警官") { ChunkBytes = 1 << 15, Threads = 2 };
        DeliveryReceipt receipt = await new ImportDelivery(store, TimeProvider.System).ExecuteAsync(request, new Lines(point), CancellationToken.None);
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"receipt {receipt.Category} {receipt.Read} {receipt.Taken} {receipt.Unchanged} {receipt.Updated} {receipt.Rejected}"));
    }
}
catch (Exception told) when (told is StoreException or InputFaultException or TableFormatException)
{
    Console.Out.WriteLine($"told {told.Message}");
    return 1;
}

Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"points {point.Count}"));
return 0;

internal sealed class Lines(KillPoint point) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value)
    {
        point.Pass();
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"read {value.Read}"));
        Console.Out.Flush();
    }
}
