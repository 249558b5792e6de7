using System.Globalization;
using DuckDB.NET.Data;
using Qingce.Linkage;

namespace Qingce.Bench.People;

/// <summary>DuckDB linking a file by a trained model, from CSV to clusters; run as a process of its own so that it is measured like ours.</summary>
internal static class DuckDbLinkage
{
    /// <summary>Links and writes pairs.csv and clusters.csv.</summary>
    /// <param name="file">CSV, or Parquet of texts, with a column unique_id and those of the model.</param>
    /// <param name="modelFile">A trained model.</param>
    /// <param name="folder">Where to write.</param>
    public static void Run(string file, string modelFile, string folder)
    {
        Directory.CreateDirectory(folder);
        LinkageModel model = LinkageModel.Read(File.ReadAllBytes(modelFile));
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        string columns = string.Join(", ", model.Columns!.Select(column => $"nullif({column.Name}, '') AS {column.Name}"));
        Execute(connection, $"SET memory_limit = '16GB'; SET temp_directory = '{folder}/spill'");
        string rowsOf = file.EndsWith(".parquet", StringComparison.Ordinal) ? $"read_parquet('{file}')" : $"read_csv('{file}', all_varchar = true, header = true)";
        Execute(connection, $"CREATE TABLE people AS SELECT row_number() OVER () - 1 AS r, unique_id, {columns} FROM {rowsOf}");
        long rows = Scalar(connection, "SELECT count(*) FROM people");
        foreach (string statement in new LinkSql(model, rows).Statements())
        {
            Execute(connection, statement);
        }

        Clusters(connection);
        Execute(connection, $"COPY (SELECT a.unique_id AS left_id, b.unique_id AS right_id, weight, 1 / (1 + pow(2, -weight)) AS probability FROM pairs p JOIN people a ON a.r = p.l JOIN people b ON b.r = p.r ORDER BY p.l, p.r) TO '{folder}/pairs.csv' (HEADER)");
        Execute(connection, $"COPY (SELECT p.unique_id AS record_id, q.unique_id AS person_id FROM people p LEFT JOIN nodes n ON n.r = p.r JOIN people q ON q.r = coalesce(n.root, p.r) ORDER BY p.r) TO '{folder}/clusters.csv' (HEADER)");
        long persons = rows - Scalar(connection, "SELECT count(*) FROM nodes WHERE root <> r");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Scalar(connection, "SELECT count(*) FROM candidates")} {Scalar(connection, "SELECT count(*) FROM pairs")} {persons}"));
    }

    // Smallest label of the neighbours, again and again until nothing moves: components are small, so rounds are few.
    private static void Clusters(DuckDBConnection connection)
    {
        Execute(connection, "CREATE TABLE edges AS SELECT l AS a, r AS b FROM pairs UNION ALL SELECT r, l FROM pairs");
        Execute(connection, "CREATE TABLE nodes AS SELECT DISTINCT a AS r, a AS root FROM edges");
        long moved = 1;
        while (moved > 0)
        {
            Execute(connection, "CREATE OR REPLACE TABLE next AS SELECT n.r, least(n.root, min(m.root)) AS root FROM nodes n JOIN edges e ON e.a = n.r JOIN nodes m ON m.r = e.b GROUP BY n.r, n.root");
            moved = Scalar(connection, "SELECT count(*) FROM next x JOIN nodes n ON n.r = x.r WHERE n.root <> x.root");
            Execute(connection, "CREATE OR REPLACE TABLE nodes AS SELECT * FROM next");
        }
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Scalar(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
