using Qingce.Server.Languages;
using Qingce.Storage;
using Qingce.Storage.Postgres;
using Qingce.Storage.Sqlite;

namespace Qingce.Server.Hosting;

/// <summary>Opens the store that the options name.</summary>
internal static class StoreOpening
{
    /// <exception cref="ServerStartException">It cannot be used, for a reason that whoever started the server can mend.</exception>
    public static async Task<Store> OpenAsync(ServerOptions options, CancellationToken cancellation)
    {
        StoreOptions store = new() { DataFolder = Path.GetFullPath(options.DataFolder), Database = options.Database };
        try
        {
            return options.Database is null ? await SqliteStore.OpenAsync(store, cancellation) : await PostgresStore.OpenAsync(store, cancellation);
        }
        catch (StoreException told)
        {
            throw new ServerStartException(
                new Phrase(told.Chinese, told.Message), told, told.Code == StoreException.ConnectionMisshapen ? StartFault.Command : StartFault.Place);
        }
    }
}
