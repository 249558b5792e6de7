using System.Data.Common;
using System.Globalization;
using Qingce.Storage.Registrations;
using Qingce.Storage.Schema;

namespace Qingce.Storage.Searching;

/// <summary>Conditions of a search as SQL that both databases understand, with their values as parameters.</summary>
internal sealed class SearchConditions
{
    /// <summary>Sorts behind every text that begins alike.</summary>
    public const string Last = "\U0010FFFF";

    private readonly List<string> _conditions = [];
    private readonly List<object> _values = [];

    public SearchConditions Copy()
    {
        SearchConditions copy = new();
        copy._conditions.AddRange(_conditions);
        copy._values.AddRange(_values);
        return copy;
    }

    public void Add(string condition, params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            condition = condition.Replace(string.Create(CultureInfo.InvariantCulture, $"{{{i}}}"), OwnSql.Parameter(_values.Count + i), StringComparison.Ordinal);
        }

        _values.AddRange(values);
        _conditions.Add(condition);
    }

    public void AddBeginning(string column, string beginning) => Add($"{column} >= {{0}} AND {column} < {{1}}", beginning, beginning + Last);

    public async Task<List<Registration>> ReadAsync(DbConnection connection, string order, int limit, CancellationToken cancellation)
    {
        await using DbCommand command = connection.CreateCommand();
        // The limit is no parameter: PostgreSQL plans once for all values, and plans differently for a few rows than for any number of them.
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {RegistrationReader.Columns} FROM registrations WHERE {string.Join(" AND ", _conditions)} ORDER BY {order} LIMIT {limit}");
        for (int i = 0; i < _values.Count; i++)
        {
            command.Add(i, _values[i]);
        }

        await using DbDataReader answer = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await answer.RowsAsync(RegistrationReader.Read, cancellation).ConfigureAwait(false);
    }
}
