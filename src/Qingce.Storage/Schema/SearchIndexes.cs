using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Qingce.Storage.Bulk;

namespace Qingce.Storage.Schema;

/// <summary>
/// The indexes of registrations that serve searching alone. Filling an empty register without them and making them afterwards costs a third of keeping
/// them row by row; a store that is opened without them, because a filling was ended hard, gets them again.
/// </summary>
internal static class SearchIndexes
{
    /// <summary>Takes the indexes away, in the context's transaction.</summary>
    /// <param name="context">A context that may write.</param>
    /// <param name="names">SQL that lists the names of all indexes.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task DropAsync(RegisterContext context, string names, CancellationToken cancellation)
    {
        HashSet<string> there = await NamesAsync(context, names, cancellation).ConfigureAwait(false);
        await RunAsync(context, All(context).Where(index => there.Contains(index.Name)).Select(index => new DropIndexOperation { Name = index.Name, Table = index.Table }), cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>Makes those that are not there, in the context's transaction where it has one.</summary>
    /// <param name="context">A context that may write.</param>
    /// <param name="names">SQL that lists the names of all indexes.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task CreateMissingAsync(RegisterContext context, string names, CancellationToken cancellation)
    {
        HashSet<string> there = await NamesAsync(context, names, cancellation).ConfigureAwait(false);
        await RunAsync(context, All(context).Where(index => !there.Contains(index.Name)), cancellation).ConfigureAwait(false);
    }

    private static async Task<HashSet<string>> NamesAsync(RegisterContext context, string names, CancellationToken cancellation) =>
        [.. await context.Database.SqlQueryRaw<string>(names).ToListAsync(cancellation).ConfigureAwait(false)];

    private static async Task RunAsync(RegisterContext context, IEnumerable<MigrationOperation> operations, CancellationToken cancellation)
    {
        context.Database.SetCommandTimeout(TimeSpan.FromHours(6));
        foreach (MigrationCommand command in context.GetService<IMigrationsSqlGenerator>().Generate([.. operations]))
        {
            await context.Database.ExecuteSqlRawAsync(command.CommandText, cancellation).ConfigureAwait(false);
        }
    }

    private static IEnumerable<CreateIndexOperation> All(RegisterContext context) =>
        context.GetService<IDesignTimeModel>().Model.GetRelationalModel().FindTable(BulkTable.Registrations.Name, null)!.Indexes
            .Select(CreateIndexOperation.CreateFrom);
}
