using System.Diagnostics;
using DuckDB.NET.Data;

namespace Qingce.Bench;

/// <summary>DuckDB on the same files: decoding the columns a verification needs, and six predicates on the register's rows.</summary>
internal static class DuckDbReading
{
    private const string SourceColumns =
        "source_record_id, event_kind, event_date, citizen_number, name, birth_date, counterpart_citizen_number, division, address, document_number, issued_on, valid_until, status, recorded_at";

    private const string RowPredicates = """
        SELECT
          count(*) FILTER (WHERE length(citizen_number) <> 18),
          count(*) FILTER (WHERE substr(citizen_number, 7, 8) <> replace(CAST(birth_date AS VARCHAR), '-', '')),
          count(*) FILTER (WHERE try_cast(substr(citizen_number, 17, 1) AS INTEGER) % 2 <> try_cast(sex AS INTEGER) % 2),
          count(*) FILTER (WHERE try_cast(registered_on AS DATE) < try_cast(birth_date AS DATE)),
          count(*) FILTER (WHERE try_cast(birth_date AS DATE) < DATE '1905-01-01'),
          count(*) FILTER (WHERE marital_status = '20' AND try_cast(birth_date AS DATE) > DATE '2005-01-01')
        FROM register
        """;

    public static IEnumerable<(string What, double Seconds)> Measure(string data)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        yield return ("DuckDB: decode every register column", Seconds(connection, $"SELECT bit_xor(hash(COLUMNS(*))) FROM {Files(data, "register*")}"));
        double sources = Directory.EnumerateFileSystemEntries(Path.Combine(data, "sources"))
            .Select(Path.GetFileName)
            .Where(name => char.IsAsciiDigit(name![0]))
            .Sum(name => Seconds(
                connection,
                $"SELECT {string.Join(", ", SourceColumns.Split(", ").Select(c => $"bit_xor(hash({c}))"))} FROM {Files(Path.Combine(data, "sources"), name!)}"));
        yield return ("DuckDB: decode 14 columns of every source", sources);
        Execute(connection, $"CREATE TABLE register AS SELECT * FROM {Files(data, "register*")}");
        yield return ("DuckDB: six row predicates in memory", Seconds(connection, RowPredicates));
    }

    private static string Files(string folder, string name)
    {
        string path = Directory.EnumerateFileSystemEntries(folder, name).Order(StringComparer.Ordinal).First();
        return $"read_parquet('{(Directory.Exists(path) ? Path.Combine(path, "*.parquet") : path)}')";
    }

    private static double Seconds(DuckDBConnection connection, string sql)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Execute(connection, sql);
        return clock.Elapsed.TotalSeconds;
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
        }
    }
}
