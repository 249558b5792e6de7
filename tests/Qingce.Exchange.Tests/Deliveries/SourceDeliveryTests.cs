using CsCheck;
using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Exchange.Values;

namespace Qingce.Exchange.Tests.Deliveries;

public sealed class SourceDeliveryTests : IDisposable
{
    private const string ContactHeader = "source_record_id,event_kind,event_date,citizen_number,name,division,recorded_at";

    private static readonly string[] Pieces =
    [
        "1980-05-17", "19800517", "1980年5月", "1990-02-30", "男", "02", "1", " ", "\u3000", "王建国", "欧阳·热合曼", "110105", "110105001002", "死亡",
        "11010519491231002X", "11010519491231002x", "110105491231002", "\u0085", "\u0000", "\t", "\uFFFD", "䶮", "\U0002B5AF", "〇", "无", "-", "e", "",
    ];

    private readonly DeliveryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Kind_ByName_IsTheCategory()
    {
        Assert.Equal(DeliveryKind.Source(5), DeliveryKind.OfFile("/data/05-婚姻登记.CSV"));
        Assert.Equal(DeliveryKind.Register, DeliveryKind.OfFile("register.parquet"));
        Assert.Equal(DeliveryKind.Coverage, DeliveryKind.OfFile("sources/coverage.csv"));
        Assert.Null(DeliveryKind.OfFile("24-unknown.csv"));
        Assert.Null(DeliveryKind.OfFile("marriage.csv"));
        foreach (string text in new[] { "5", "05", "05-marriage", "Marriage", "结婚" })
        {
            Assert.True(DeliveryKind.TryParse(text, out DeliveryKind kind) && kind == DeliveryKind.Source(5), text);
        }

        Assert.False(DeliveryKind.TryParse("24", out _));
        Assert.Equal(26, DeliveryKind.All.Select(kind => kind.Name).Distinct().Count());
    }

    [Fact]
    public void Fields_TheCategoryMustNotCarry_AreRefusedAndNotKept()
    {
        string path = _files.Write("12-health.csv", ContactHeader + ",address,handler\n"
            + "S1,contact,2024-03-01,11010519491231002X,王建国,110105,2024-03-02,北京路1号,\n");
        using DeliveryReader reader = DeliveryReader.Open(path, "12-health.csv", DeliveryKind.Source(12), HeaderMapping.None);
        DeliveryChunk chunk = Assert.Single(reader.Read(TestContext.Current.CancellationToken));

        RowFault fault = Assert.Single(chunk.Faults);
        Assert.Equal((1L, "address", "value-refused", ""), (fault.Row, fault.Column, fault.Fault.Code, fault.Value));
        Assert.DoesNotContain("北京路", System.Text.Encoding.UTF8.GetString(chunk.Row(0)), StringComparison.Ordinal);
        Assert.Equal(1, chunk.Refused(13));
    }

    [Fact]
    public void Rows_AgainstTheCatalogue_AreRejectedEachWithItsReason()
    {
        string path = _files.Write("12-health.csv", ContactHeader + "\n"
            + ",contact,2024-03-01,11010519491231002X,王建国,110105,2024-03-02\n"
            + "S2,slept,2024-03-01,11010519491231002X,王建国,110105,2024-03-02\n"
            + "S3,married,2024-03-01,11010519491231002X,王建国,110105,2024-03-02\n"
            + "S4,contact,2024-13-01,11010519491231002X,王建国,110105,2024-03-02\n"
            + "S5,contact,2024-03-01,11010519491231002X,王建国,110105,\n"
            + "S6,contact,2024-03-01,11010519491231002X,,110105,2024-03-02\n"
            + "S7,就诊,20240301,11010519491231002X,王建国,110105,2024-03-02 10:11:12\n"
            + "S7,contact,2024-03-01,11010519491231002X,王建国,110105,2024-03-02\n");

        (List<string> rows, List<string> faults) = DeliveryFiles.Read(path);

        Assert.Equal("7:|S7|contact|2024-03-01|11010519491231002X|王建国|||||||110105000000||||||||||2024-03-02", Assert.Single(rows));
        Assert.Equal(
            [
                "1 source_record_id id-missing", "2 event_kind event-kind-unreadable", "3 event_kind event-kind-foreign", "4 event_date date-unreadable",
                "5 recorded_at date-unreadable", "6 name field-missing", "8 source_record_id id-repeated",
            ],
            faults);
    }

    [Fact]
    public void File_WithoutAColumnTheCategoryMustCarry_IsRefusedWhole()
    {
        string path = _files.Write("05-marriage.csv", ContactHeader + "\nS1,married,2024-03-01,,王建国,110105,2024-03-02\n");

        InputFaultException refused = Assert.Throws<InputFaultException>(() => DeliveryFiles.Read(path));

        Assert.Equal(["counterpart_name", "document_kind", "document_number", "status"], refused.Faults.Select(fault => fault.Column).Order(StringComparer.Ordinal));
        Assert.All(refused.Faults, fault => Assert.Contains(fault.Column, fault.Chinese, StringComparison.Ordinal));
    }

    [Fact]
    public void Changes_OldAndNew_AreInTheFormOfTheFieldThatChanged()
    {
        string path = _files.Write("changes.csv", "registration_id,changed_on,field,old_value,new_value\n"
            + "R1,2020-01-02,出生日期,19800517,1980年5月18日\nR1,20200103,sex,男,女\nR1,2020-01-04,登记,,\nR1,2020-01-05,religion,a,b\nR1,x,name,a,b\n");

        (List<string> rows, List<string> faults) = DeliveryFiles.Read(path);

        Assert.Equal(
            ["1:R1|2020-01-02|birth_date|1980-05-17|1980-05-18|||||", "2:R1|2020-01-03|sex|1|2|||||", "3:R1|2020-01-04|registration|||||||"], rows);
        Assert.Equal(["4 field changed-field-unknown", "5 changed_on date-unreadable"], faults);
    }

    [Fact]
    public void Coverage_Rows_AreReadOrRejected()
    {
        string path = _files.Write("coverage.csv", "category,division,from,to\n5,110000,2000-01-01,\n05-marriage,110105,20000101,20201231\n24,110000,2000-01-01,\n6,x,2000-01-01,\n6,110000,2000-01-01,never\n");

        (List<string> rows, List<string> faults) = DeliveryFiles.Read(path);

        Assert.Equal(["1:05|110000000000|2000-01-01|", "2:05|110105000000|2000-01-01|2020-12-31"], rows);
        Assert.Equal(
            ["3 category category-unreadable", "4 division division-unreadable", "5 to date-unreadable"],
            faults);
    }

    [Fact]
    public void Writer_OfAnyText_WritesWhatTheReadingSays()
    {
        FieldShape[] shapes = [.. FileShapes.Register, .. FileShapes.Source];
        Gen<string> pieces = Gen.OneOf(
            Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]),
            Gen.String[Gen.Char, 0, 6]);
        Gen.Select(Gen.Int[0, shapes.Length - 1], Gen.Select(pieces, pieces, (a, b) => a + b)).Sample((field, text) =>
        {
            byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(text);
            FieldReading reading = FieldReading.Of(shapes[field], utf8);
            FieldWriter writer = new(shapes[field], checksUtf8: false);
            byte[] room = new byte[utf8.Length * 3 + FieldWriter.Slack];
            for (int time = 0; time < 2; time++)
            {
                int written = writer.Write(utf8, room, out FieldFault fault);
                Assert.Equal((reading.Text, reading.Fault), (System.Text.Encoding.UTF8.GetString(room.AsSpan(0, written)), fault));
            }
        }, iter: 20_000);
    }

    [Fact]
    public void Writer_OfBytesThatAreNoText_WritesText()
    {
        byte[] room = new byte[100 + FieldWriter.Slack];

        int written = new FieldWriter(FileShapes.Register[4], checksUtf8: true).Write([(byte)'a', 0xFF, 0xE7, (byte)'b'], room, out FieldFault fault);

        Assert.Equal(FieldFault.BrokenText, fault);
        Assert.True(System.Text.Unicode.Utf8.IsValid(room.AsSpan(0, written)));
    }
}
