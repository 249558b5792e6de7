using Qingce.Storage;
using Qingce.Storage.Postgres;
using Qingce.Storage.Sqlite;

namespace Qingce.Cli.Importing;

/// <summary>Opens the store that the options of a command name.</summary>
internal static class StoreOpening
{
    /// <exception cref="CommandFault">It cannot be opened.</exception>
    public static async Task<Store> OpenAsync(string folder, string? database, CancellationToken cancellation)
    {
        StoreOptions options = new() { DataFolder = folder, Database = database };
        try
        {
            return database is null
                ? await SqliteStore.OpenAsync(options, cancellation)
                : await PostgresStore.OpenAsync(options, cancellation);
        }
        catch (StoreException fault)
        {
            throw Fault(fault);
        }
    }

    public static CommandFault Fault(StoreException fault) => new(ExitCode.OutputNotWritten, new Phrase(fault.Chinese, fault.Message));
}
