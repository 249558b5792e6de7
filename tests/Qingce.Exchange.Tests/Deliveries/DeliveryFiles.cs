using System.Text;
using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Inputs;

namespace Qingce.Exchange.Tests.Deliveries;

/// <summary>A folder of delivered files that is made for one test and removed after it.</summary>
internal sealed class DeliveryFiles : IDisposable
{
    public const string RegisterHeader = "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\n";

    public DeliveryFiles() => Folder = Directory.CreateTempSubdirectory("qingce-exchange-").FullName;

    public string Folder { get; }

    public string Write(string name, string text, Encoding? encoding = null)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The rows taken, their fields joined by |, and the faults as <c>row column code</c>.</summary>
    public static (List<string> Rows, List<string> Faults) Read(string path, HeaderMapping? mapping = null, int threads = 1, long firstRow = 1)
    {
        using DeliveryReader reader = DeliveryReader.Open(path, Path.GetFileName(path), DeliveryKind.OfFile(path)!.Value, mapping ?? HeaderMapping.None);
        List<string> rows = [];
        List<string> faults = [];
        foreach ((DeliveryChunk chunk, string made) in reader.Read(firstRow, threads, chunk => $"{chunk.FirstRow}"))
        {
            Assert.True(long.Parse(made) <= chunk.FirstRow);
            int taken = 0;
            for (int row = 0; row < chunk.RowCount; row++)
            {
                if (chunk.IsTaken(row))
                {
                    taken++;
                    rows.Add($"{chunk.RowNumber(row)}:" + string.Join('|', Enumerable.Range(0, chunk.FieldCount).Select(field => Encoding.UTF8.GetString(chunk[row, field]))));
                }
            }

            Assert.Equal(chunk.NextRow - chunk.FirstRow, taken + chunk.Rejected);
            Assert.Equal(chunk.Rejected, chunk.Faults.Count(fault => fault.Fault.RejectsRow));
            faults.AddRange(chunk.Faults.OrderBy(fault => fault.Row).Select(fault => $"{fault.Row} {fault.Column} {fault.Fault.Code}"));
        }

        return (rows, faults);
    }
}
