using System.Text;
using BenchmarkDotNet.Attributes;
using Qingce.Tables;

namespace Qingce.Bench.Kernels;

/// <summary>Person rows of a file that lies in the page cache, read and split on one thread.</summary>
[MemoryDiagnoser]
public class CsvSplitting
{
    private const int Rows = 20_000;
    private readonly string _path = Path.GetTempFileName();

    /// <summary>Whether every field is in quotes.</summary>
    [Params(false, true)]
    public bool Quoted { get; set; }

    /// <summary>Writes the file.</summary>
    [GlobalSetup]
    public void Setup()
    {
        string quote = Quoted ? "\"" : "";
        string between = quote + "," + quote;
        StringBuilder text = new($"{quote}{string.Join(between, "unique_id", "name", "sex", "dob", "id_no", "addr", "phone", "region")}{quote}\n");
        for (int row = 0; row < Rows; row++)
        {
            text.Append(quote).AppendJoin(between, row.ToString("D7"), "王小明", "男", "1949-12-31", "11010519491231002X", "濠江区东风西街137号6栋1单元401室", "13844163159", "440512").Append(quote).Append('\n');
        }

        File.WriteAllText(_path, text.ToString());
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void Cleanup() => File.Delete(_path);

    /// <summary>All rows, by the row, 32 bytes at a time.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public int ReadByVectors() => Read(scalar: false);

    /// <summary>The same byte by byte.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public int ReadByBytes() => Read(scalar: true);

    private int Read(bool scalar)
    {
        StructureMask.ForceScalar = scalar;
        using TableReader reader = TableReader.Open(_path);
        return reader.Read().Sum(batch => batch.RowCount);
    }
}
