using System.Globalization;
using System.Security.Cryptography;
using System.Text;

using Qingce.Tables;

namespace Qingce.Simulation.Tests;

/// <summary>A simulated province in a temporary folder, and its tables as rows of text by column name.</summary>
internal sealed class Invented : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("qingce-simulation-").FullName;

    private Invented(SimulationOptions options)
    {
        Options = options;
        Totals = Simulator.Run(options, Folder, null, TestContext.Current.CancellationToken);
    }

    public SimulationOptions Options { get; }

    public SimulationTotals Totals { get; }

    public string Folder => Path.Combine(_parent, "province");

    public static Invented Make(SimulationOptions options) => new(options);

    public List<Dictionary<string, string>> Read(string name)
    {
        List<Dictionary<string, string>> rows = [];
        foreach (string file in Files(name))
        {
            using TableReader reader = TableReader.Open(file);
            byte[] scratch = new byte[Column.ScratchLength];
            foreach (Batch batch in reader.Read())
            {
                for (int row = 0; row < batch.RowCount; row++)
                {
                    Dictionary<string, string> values = new(batch.Columns.Count);
                    foreach (Column column in batch.Columns)
                    {
                        values.Add(column.Name, column.IsNull(row) ? "" : Encoding.UTF8.GetString(column.GetText(row, scratch)));
                    }

                    rows.Add(values);
                }
            }
        }

        return rows;
    }

    public List<Dictionary<string, string>> Source(int category) => Read(Path.Combine("sources", Directory
        .EnumerateFileSystemEntries(Path.Combine(Provinces().First(), "sources"), category.ToString("00-*", CultureInfo.InvariantCulture))
        .Select(path => Path.GetFileName(path).Split('.')[0]).Single()));

    public SortedDictionary<string, string> Hashes()
    {
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            hashes.Add(Path.GetRelativePath(Folder, file), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
        }

        return hashes;
    }

    public IEnumerable<string> Provinces() => Options.Provinces == 1
        ? [Folder]
        : Directory.EnumerateDirectories(Folder, "province-*").Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private List<string> Files(string name)
    {
        if (name == "truth")
        {
            return [Path.Combine(Folder, "truth.csv")];
        }

        List<string> files = [];
        foreach (string province in Provinces())
        {
            files.Add(Path.Combine(province, name + (Options.Format == TableFormat.Csv ? ".csv" : ".parquet")));
        }

        return files;
    }
}
