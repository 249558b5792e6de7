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

    /// <summary>Opens a store that is to be there already.</summary>
    /// <exception cref="CommandFault">It is not, and nothing was made; or it cannot be opened.</exception>
    public static Task<Store> OpenExistingAsync(string folder, string? database, CancellationToken cancellation)
    {
        bool isThere = database is null ? File.Exists(Path.Combine(folder, "register.db")) : Directory.Exists(folder);
        return isThere ? OpenAsync(folder, database, cancellation) : throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
            $"{folder}：此处没有登记库，未作任何改动。请检查 --data 给出的路径；新库由 import 或 serve 建立。",
            $"{folder}: there is no register here, and nothing was made. Check the path given with --data; import and serve make a new one."));
    }

    public static CommandFault Fault(StoreException fault) => new(
        fault.Code == StoreException.ConnectionMisshapen ? ExitCode.Usage : ExitCode.OutputNotWritten, new Phrase(fault.Chinese, fault.Message));
}
