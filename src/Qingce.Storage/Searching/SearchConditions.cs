using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingce.Storage.Registrations;

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
        for (int i = values.Length - 1; i >= 0; i--)
        {
            condition = condition.Replace(
                string.Create(CultureInfo.InvariantCulture, $"{{{i}}}"), string.Create(CultureInfo.InvariantCulture, $"{{{_values.Count + i}}}"), StringComparison.Ordinal);
        }

        _values.AddRange(values);
        _conditions.Add(condition);
    }

    public void AddBeginning(string column, string beginning) => Add($"{column} >= {{0}} AND {column} < {{1}}", beginning, beginning + Last);

    public Task<List<Registration>> ReadAsync(RegisterContext context, string order, int limit, CancellationToken cancellation)
    {
        string sql = string.Create(
            CultureInfo.InvariantCulture, $"SELECT * FROM registrations WHERE {string.Join(" AND ", _conditions)} ORDER BY {order} LIMIT {limit}");
        return context.Registrations.FromSqlRaw(sql, [.. _values]).AsNoTracking().ToListAsync(cancellation);
    }
}
