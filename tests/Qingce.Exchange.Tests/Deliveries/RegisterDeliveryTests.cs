using System.Text;
using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Inputs;
using Qingce.Tables;

namespace Qingce.Exchange.Tests.Deliveries;

public sealed class RegisterDeliveryTests : IDisposable
{
    private readonly DeliveryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Values_InAnyForm_ComeOutInTheOneFormThatIsKept()
    {
        string path = _files.Write("register.csv", DeliveryFiles.RegisterHeader.Replace("\n", ",marital_status,cancelled_for\n")
            + " R1 ,H1,户主, 王建国 ,男,19800517,11010519491231002x,110105,已婚,死亡\n"
            + "R2,H1,10,李娜,2,1981年5月,440524188001010014,110105001002,20,\n");

        (List<string> rows, List<string> faults) = DeliveryFiles.Read(path);

        Assert.Empty(faults);
        Assert.StartsWith("1:R1|H1||02|王建国||1||1980-05-17|11010519491231002X||110105000000|", rows[0], StringComparison.Ordinal);
        Assert.Contains("|20||", rows[0], StringComparison.Ordinal);
        Assert.EndsWith("|death|", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("2:R2|H1||10|李娜||2||1981-05|440524188001010014||110105001002|", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Values_ThatCannotBeRead_AreKeptAsDeliveredAndTold()
    {
        string path = _files.Write("register.csv", DeliveryFiles.RegisterHeader + "R1,H1,02,王建国,x,1980-02-30,12345,110105\n");

        (List<string> rows, List<string> faults) = DeliveryFiles.Read(path);

        Assert.StartsWith("1:R1|H1||02|王建国||x||1980-02-30|12345||110105000000", Assert.Single(rows), StringComparison.Ordinal);
        Assert.Equal(["1 sex value-unread", "1 birth_date value-unread", "1 citizen_number value-unread"], faults);
    }

    [Fact]
    public void Rows_ThatAreNoRegistration_AreRejectedEachWithItsReason()
    {
        string path = _files.Write("register.csv", DeliveryFiles.RegisterHeader
            + ",H1,02,王一,1,1980-05-17,,110105\n"
            + "  ,H1,02,王二,1,1980-05-17,,110105\n"
            + "R3,,02,王三,1,1980-05-17,,110105\n"
            + "R4,H1,02,王四,1,1980-05-17,,11\n"
            + "R5,H1,02,王五,1,1980-05-17,,海淀区\n"
            + "R6,H1,02\n"
            + "R7,H1,02,王七,1,1980-05-17,,110105\n"
            + "R7,H2,02,王八,1,1980-05-17,,110105\n"
            + $"{new string('9', 101)},H1,02,王九,1,1980-05-17,,110105\n"
            + "1.1E+17,H1,02,王十,1,1980-05-17,,110105\nR11,3E+17,02,王十一,1,1980-05-17,,110105\n1.1E17,H1,02,王十二,1,1980-05-17,,110105\n");

        (List<string> rows, List<string> faults) = DeliveryFiles.Read(path);

        Assert.Equal(["4:R4|H1", "7:R7|H1", "12:1.1E17|H1"], rows.Select(row => string.Join('|', row.Split('|')[..2])));
        Assert.Equal(
            [
                "1 registration_id id-missing", "2 registration_id id-missing", "3 household_id household-missing", "5 division division-unreadable",
                "6  too-few-fields", "8 registration_id id-repeated", "9 registration_id too-long",
                "10 registration_id id-rounded", "11 household_id id-rounded",
            ],
            faults);
    }

    [Fact]
    public void Row_RejectedForAnotherReason_DoesNotMakeTheNextOneRepeated()
    {
        string path = _files.Write("register.csv", DeliveryFiles.RegisterHeader
            + "R1,,02,王一,1,1980-05-17,,110105\nR1,H1,02,王一,1,1980-05-17,,110105\n");

        (List<string> rows, List<string> faults) = DeliveryFiles.Read(path);

        Assert.StartsWith("2:R1|H1", Assert.Single(rows), StringComparison.Ordinal);
        Assert.Equal(["1 household_id household-missing"], faults);
    }

    [Fact]
    public void Headers_ChineseInGb18030_AreRead()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string path = _files.Write(
            "register.csv", "登记编号,户号,与户主关系,姓名,性别,出生日期,公民身份号码,行政区划,备注\nR1,H1,户主,欧阳䶮,女,1980-05-17,,110105,x\n",
            Encoding.GetEncoding("GB18030"));

        Assert.StartsWith("1:R1|H1||02|欧阳䶮||2||1980-05-17|", Assert.Single(DeliveryFiles.Read(path).Rows), StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_OfAnotherSystem_AreReadByTheMapping()
    {
        string mapping = _files.Write("mapping.json", """{"rybh": "registration_id", "xm": "姓名"}""");
        string path = _files.Write("register.csv", DeliveryFiles.RegisterHeader.Replace("registration_id", "RYBH").Replace("name", "xm") + "R1,H1,02,王一,1,1980-05-17,,110105\n");

        Assert.Throws<InputFaultException>(() => DeliveryFiles.Read(path));
        Assert.StartsWith("1:R1|H1||02|王一", Assert.Single(DeliveryFiles.Read(path, HeaderMapping.Read(mapping)).Rows), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,1,2", "01|01|02")]
    [InlineData("1,0,2", "10|02|20")]
    [InlineData("1,02,3", "10|02|30")]
    public void Relations_OfOneDigit_AreReadByWhatTheFileHoldsElse(string written, string kept)
    {
        string[] relations = written.Split(',');
        string path = _files.Write("register.csv", DeliveryFiles.RegisterHeader
            + string.Concat(relations.Select((relation, i) => $"R{i},H1,{relation},王一,1,1980-05-17,,110105\n")));

        Assert.Equal(kept, string.Join('|', DeliveryFiles.Read(path).Rows.Select(row => row.Split('|')[3])));
    }

    [Fact]
    public void File_AsParquetOrWorkbook_GivesTheSameRows()
    {
        string[] headers = DeliveryFiles.RegisterHeader.TrimEnd().Split(',');
        string[][] rows = [["R1", "H1", "02", "王建国", "1", "1980-05-17", "11010519491231002X", "110105"], ["", "H1", "10", "李娜", "2", "1981-05-17", "", "110105"]];
        string csv = _files.Write("register.csv", DeliveryFiles.RegisterHeader + string.Concat(rows.Select(row => string.Join(',', row) + "\n")));
        string workbook = Path.Combine(_files.Folder, "register.xlsx");
        Workbook.Write(workbook, [new Sheet("登记", [.. headers.Select(header => new SheetColumn(header))], rows)]);
        string parquet = Path.Combine(_files.Folder, "register.parquet");
        TableSchema schema = new(headers.Select(header => header == "birth_date" ? ColumnSpec.Date(header) : ColumnSpec.Text(header)));
        using (TableWriter writer = TableWriter.Create(parquet, schema))
        {
            BatchBuilder batch = new(schema);
            foreach (string[] row in rows)
            {
                for (int i = 0; i < row.Length; i++)
                {
                    if (headers[i] == "birth_date")
                    {
                        batch.Date(i).Append(DateOnly.Parse(row[i]).DayNumber - DateOnly.Parse("1970-01-01").DayNumber);
                    }
                    else
                    {
                        batch.Text(i).Append(row[i]);
                    }
                }
            }

            writer.Write(batch);
            writer.Finish();
        }

        (List<string> expected, List<string> faults) = DeliveryFiles.Read(csv);
        Assert.Equal(["2 registration_id id-missing"], faults);
        Assert.Equal(expected, DeliveryFiles.Read(workbook).Rows);
        Assert.Equal(expected, DeliveryFiles.Read(parquet).Rows);
        Assert.Equal(faults, DeliveryFiles.Read(parquet).Faults);
    }

    [Fact]
    public void Reading_OnSeveralThreadsOrFromALaterRow_GivesTheSameRowsAndFaults()
    {
        StringBuilder text = new(DeliveryFiles.RegisterHeader);
        for (int i = 1; i <= 60_000; i++)
        {
            string id = i % 1000 == 0 ? "" : i % 777 == 0 ? $"R{i - 5}" : $"R{i}";
            text.Append(id).Append(",H").Append(i / 3).Append(i % 500 == 1 ? "\n" : ",02,王建国,1,1980-05-17,11010519491231002X,110105001002\n");
        }

        string path = _files.Write("register.csv", text.ToString());
        (List<string> rows, List<string> faults) = DeliveryFiles.Read(path);

        Assert.Equal(60_000, rows.Count + faults.Count);
        Assert.Contains("777 registration_id id-repeated", faults);
        (List<string> rowsOfThree, List<string> faultsOfThree) = DeliveryFiles.Read(path, threads: 3);
        Assert.Equal((rows, faults), (rowsOfThree, faultsOfThree), new SameLists());
        (List<string> rowsOfLater, List<string> faultsOfLater) = DeliveryFiles.Read(path, threads: 2, firstRow: 40_001);
        Assert.Equal(
            (rows.Where(row => int.Parse(row.Split(':')[0]) > 40_000).ToList(), faults.Where(fault => int.Parse(fault.Split(' ')[0]) > 40_000).ToList()),
            (rowsOfLater, faultsOfLater), new SameLists());
    }

    [Fact]
    public void Reading_Cancelled_Ends()
    {
        string path = _files.Write("register.csv", DeliveryFiles.RegisterHeader
            + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"R{i},H1,02,王一,1,1980-05-17,,110105\n")));
        using DeliveryReader reader = DeliveryReader.Open(path, "register.csv", DeliveryKind.Register, HeaderMapping.None);
        using CancellationTokenSource cancel = new();

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (DeliveryChunk _ in reader.Read(cancel.Token))
            {
                cancel.Cancel();
            }
        });
    }

    private sealed class SameLists : IEqualityComparer<(List<string> Rows, List<string> Faults)>
    {
        public bool Equals((List<string> Rows, List<string> Faults) x, (List<string> Rows, List<string> Faults) y) =>
            x.Rows.SequenceEqual(y.Rows) && x.Faults.SequenceEqual(y.Faults);

        public int GetHashCode((List<string> Rows, List<string> Faults) obj) => obj.Rows.Count;
    }
}
