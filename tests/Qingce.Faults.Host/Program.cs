using System.Globalization;
using Qingce.Exchange.Inputs;
using Qingce.Faults.Host;
using Qingce.Storage;
using Qingce.Storage.Postgres;
using Qingce.Storage.Sqlite;
using Qingce.Tables;

// A process to be killed: KILL-AT DATA-FOLDER DATABASE-OR-DASH WORK ARGUMENTS, where the work is one of
//   import FILE...   takes the files, one after the other
//   events SEED      serves, and sends itself events in an order drawn from the seed
//   changes SEED     merges, undoes and otherwise changes, in an order drawn from the seed
//   rotate           brings every envelope under a new key
// Each goes on where a killed one stopped. Says what is done, a line each, and "points N" when all is.
PassedPoints points = PassedPoints.Watch(int.Parse(args[0], CultureInfo.InvariantCulture));
StoreOptions options = new() { DataFolder = args[1], Database = args[2] == "-" ? null : args[2] };
Saying saying = new(points);
try
{
    await using Store store = options.Database is null
        ? await SqliteStore.OpenAsync(options, CancellationToken.None)
        : await PostgresStore.OpenAsync(options, CancellationToken.None);
    saying.Say("opened");
    await (args[3] switch
    {
        "import" => ImportWork.RunAsync(store, args[4..], saying),
        "events" => EventWork.RunAsync(store, int.Parse(args[4], CultureInfo.InvariantCulture), saying),
        "changes" => ChangeWork.RunAsync(store, int.Parse(args[4], CultureInfo.InvariantCulture), saying),
        "rotate" => RotationWork.RunAsync(store, saying),
        _ => throw new ArgumentException($"There is no work {args[3]}."),
    });
}
catch (Exception told) when (told is StoreException or InputFaultException or TableFormatException)
{
    saying.Say($"told {told.Message}");
    return 1;
}

saying.Say(string.Create(CultureInfo.InvariantCulture, $"points {points.Count}"));
return 0;
