using System.Data.Common;
using System.Globalization;

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
