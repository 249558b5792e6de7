using System.Data.Common;
using System.Globalization;
using System.Numerics;

namespace Qingce.Storage.Schema;

/// <summary>What every question in SQL of one's own needs, from either database.</summary>
internal static class OwnSql
{
    /// <summary>The name by which a parameter stands in the text of a question.</summary>
    public static string Parameter(int number) => string.Create(CultureInfo.InvariantCulture, $"@p{number}");

    /// <summary>Gives a parameter its value.</summary>
    /// <returns>Its name.</returns>
    public static string Add(this DbCommand command, int number, object value)
    {
        DbParameter parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (Parameter(number), value);
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    /// <summary>
    /// The condition that a column is among values, up to whose number the parameters are doubled: a text for every number of values would be prepared for each.
    /// </summary>
    /// <returns>Its SQL, with the parameters added from number 0 on.</returns>
    public static string Among<T>(this DbCommand command, IReadOnlyCollection<T> values)
        where T : notnull
    {
        int count = (int)BitOperations.RoundUpToPowerOf2((uint)values.Count);
        return $"IN ({string.Join(", ", values.Concat(Enumerable.Repeat(values.Last(), count - values.Count)).Select((value, number) => command.Add(number, value)))})";
    }

    /// <summary>Reads all rows of the answer to one question.</summary>
    public static async Task<List<T>> RowsAsync<T>(this DbDataReader answer, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        List<T> rows = [];
        while (await answer.ReadAsync(cancellation).ConfigureAwait(false))
        {
            rows.Add(read(answer));
        }

        return rows;
    }
}
