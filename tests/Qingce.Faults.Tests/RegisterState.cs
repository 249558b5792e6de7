using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Qingce.Storage;
using Qingce.Storage.Sealing;

namespace Qingce.Faults.Tests;

/// <summary>
/// Everything that a store holds, a line for each row of each table in an order of its own, with envelopes opened. What differs between two runs of the same
/// work is left out: instants (but not whether there is one), the day of the run, random identifiers and numbers given by the store.
/// </summary>
internal static partial class RegisterState
{
    /// <summary>Reads it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="hasKeysOfItsOwn">Whether keyed hashes are left out, because the store has other keys than the one it is compared with.</param>
    public static async Task<IReadOnlyList<string>> ReadAsync(Store store, bool hasKeysOfItsOwn)
    {
        await using RegisterContext context = store.Read();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        DbConnection connection = context.Database.GetDbConnection();
        Dictionary<long, int> deliveries = (await RowsAsync(connection, "SELECT delivery_id FROM deliveries ORDER BY delivery_id")).Index()
            .ToDictionary(row => Convert.ToInt64(row.Item[0], CultureInfo.InvariantCulture), row => row.Index + 1);
        List<string> lines = [.. (await RowsAsync(connection, Indexes(context))).Select(row => $"index {row[0]}")];
        foreach (IEntityType entity in context.Model.GetEntityTypes())
        {
            string table = entity.GetTableName()!;
            IProperty[] columns = [.. entity.GetProperties().Where(column => column.Name is not ("Sequence" or "Wrapped" or "WrappedBy") && !(hasKeysOfItsOwn && IsKeyed(column)))];
            SealedTable? envelopes = SealedTable.All.SingleOrDefault(one => one.Table == table);
            string[] selected = [.. columns.Select(column => $"t.\"{column.GetColumnName()}\""), envelopes?.Subject ?? "0", table == "change_effects" ? OfChange : "0"];
            foreach (object?[] row in await RowsAsync(connection, $"SELECT {string.Join(", ", selected)} FROM {table} t"))
            {
                IEnumerable<string> texts = columns.Select((column, i) => $"{column.GetColumnName()}={Text(column, row[i])}");
                lines.Add($"{table} {string.Join(' ', texts)} {row[^1]}");

                string Text(IProperty column, object? value) => value switch
                {
                    null => "",
                    _ when column.ClrType == typeof(DateTimeOffset) || column.ClrType == typeof(DateTimeOffset?) => "set",
                    byte[] envelope when envelopes is not null => Encoding.UTF8.GetString(store.Keys.Open(envelopes.Purpose, (string)row[^2]!, envelope)),
                    byte[] bytes => Convert.ToHexString(bytes),
                    _ when column.Name == "DeliveryId" => $"delivery {deliveries[Convert.ToInt64(value, CultureInfo.InvariantCulture)]}",
                    Guid id => id.ToString(),
                    string text when column.ClrType == typeof(Guid) || column.ClrType == typeof(Guid?) => text.ToLowerInvariant(),
                    _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
                };
            }
        }

        return [.. lines.Select(line => WithoutDay(Given().Replace(RandomId().Replace(line, "id"), ""))).Order(StringComparer.Ordinal)];
    }

    /// <summary>The first differences of two states, for a person.</summary>
    public static string Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        // Rows that are equal and there more than once count as often.
        Dictionary<string, int> more = actual.CountBy(line => line).ToDictionary(StringComparer.Ordinal);
        foreach (string line in expected)
        {
            more[line] = more.GetValueOrDefault(line) - 1;
        }

        return string.Join('\n', more.Where(line => line.Value != 0).OrderBy(line => line.Key, StringComparer.Ordinal).Take(12).Select(line => $"{line.Value:+0;-0} {line.Key}"));
    }

    // Midnight may come between two runs, or within one.
    private static string WithoutDay(string line) =>
        Enumerable.Range(-1, 3).Aggregate(line, (text, days) => text.Replace(TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "today", StringComparison.Ordinal));

    private const string OfChange = "(SELECT CAST(c.kind AS text) || ' ' || lower(CAST(c.change_id AS text)) FROM changes c WHERE c.sequence = t.sequence)";

    private static bool IsKeyed(IProperty column) =>
        (column.ClrType == typeof(long) || column.ClrType == typeof(long?)) && (column.Name.EndsWith("Key", StringComparison.Ordinal) || column.Name == "Digest");

    private static string Indexes(RegisterContext context) => context.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)
        ? "SELECT name FROM sqlite_master WHERE type = 'index'"
        : "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()";

    private static async Task<List<object?[]>> RowsAsync(DbConnection connection, string sql)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using DbDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<object?[]> rows = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add([.. row.Select(value => value is DBNull ? null : value)]);
        }

        return rows;
    }

    // Version 7, as the product makes them; those that the work chooses are kept.
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex RandomId();

    [GeneratedRegex("\"sequence\":[0-9]+,|\"recorded_at\":\"[0-9T:.+-]+\",?")]
    private static partial Regex Given();
}
