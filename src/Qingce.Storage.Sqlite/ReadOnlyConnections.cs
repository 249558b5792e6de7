using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Qingce.Storage.Sqlite;

/// <summary>Makes every connection but the writer's read only, so that no write can pass the writer's turns by.</summary>
internal sealed class ReadOnlyConnections : DbConnectionInterceptor
{
    public static ReadOnlyConnections Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using DbCommand command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using DbCommand command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static DbCommand Command(DbConnection connection)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA query_only = ON; PRAGMA cache_size = -16384; PRAGMA mmap_size = 1073741824;";
        return command;
    }
}
