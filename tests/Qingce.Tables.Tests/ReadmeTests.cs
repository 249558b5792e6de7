using System.Text;
using Qingce.Tests;

namespace Qingce.Tables.Tests;

/// <summary>The code of the package's README.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Readme_Code_IsThatOfTheTestBelow()
    {
        (string readme, string test) = ReadmeCode.Of("src/Qingce.Tables/README.md");

        Assert.Equal(test.Replace("(file", "(\"people.csv\"", StringComparison.Ordinal).Replace("told.Add(", "Console.WriteLine(", StringComparison.Ordinal), readme);
    }

    [Fact]
    public void Readme_Code_WritesAndReads()
    {
        string file = Path.GetTempFileName() + ".csv";
        List<string> told = [];

        // <readme>
        TableSchema schema = new(ColumnSpec.Text("name"), ColumnSpec.Whole("age"));
        using (TableWriter writer = TableWriter.Create(file, schema))
        {
            BatchBuilder rows = new(schema);
            rows.Text(0).Append("王芳");
            rows.Whole(1).Append(38);
            writer.Write(rows);
            writer.Finish();
        }

        using TableReader reader = TableReader.Open(file);
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        foreach (Batch batch in reader.Read())
        {
            for (int row = 0; row < batch.RowCount; row++)
            {
                string name = Encoding.UTF8.GetString(batch[0].GetText(row, scratch));
                string age = Encoding.UTF8.GetString(batch[1].GetText(row, scratch));
                told.Add($"{batch.RowNumber(row)}: {name}, {age}");
            }
        }

        // </readme>
        Assert.Equal(["1: 王芳, 38"], told);
        File.Delete(file);
    }
}
