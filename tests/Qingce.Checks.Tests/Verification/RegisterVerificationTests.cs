using System.Text;
using Qingce.Checks.Indicators;
using Qingce.Checks.Results;
using Qingce.Checks.Tests.Input;
using Qingce.Checks.Verification;

namespace Qingce.Checks.Tests.Verification;

public sealed class RegisterVerificationTests
{
    private const string Header = "registration_id,household_id,household_type,relation,name,sex,birth_date,citizen_number,division\n";

    private static VerificationResult Verify(string register, Func<VerificationRequest, VerificationRequest>? with = null)
    {
        using InputFolder folder = new();
        return folder.Write("register.csv", register).Verify(with);
    }

    private static VerificationRequest Tolerant(VerificationRequest request) => request with { MaxRejectShare = 1 };

    [Fact]
    public void Rows_Unusable_AreRejectedWithTheirReasonAndCounted()
    {
        VerificationResult result = Verify(
            Header
            + "R1,H1,family,02,王建国,1,1980-05-17,,110105\n"
            + ",H1,family,20,王小明,1,2008-01-01,,110105\n"
            + "R1,H1,family,20,王小明,1,2008-01-01,,110105\n"
            + "R4,,family,20,王小明,1,2008-01-01,,110105\n"
            + "R5,H1,family,20,王小明,1,2008-01-01,,somewhere\n"
            + "R6,H1,family,20,王小明,1\n"
            + "R7,H1,family,20,王小明,1,2008-01-01,,110105\n",
            Tolerant);
        Assert.Equal(
            ["2 registration_id", "3 registration_id", "4 household_id", "5 division", "6 "],
            result.Rejects.Select(reject => $"{reject.Row} {reject.Column}"));
        Assert.Equal((7, 2, 5), (result.Metrics!.Register.Read, result.Metrics.Register.Checked, result.Metrics.Register.Rejected));
        Assert.All(result.Metrics.Files, file => Assert.Equal(file.Rows, file.Checked + file.Rejected));
        Assert.All(result.Rejects, reject => Assert.NotEmpty(reject.Chinese));
    }

    [Fact]
    public void Cells_Unreadable_AreInvalidAndTreatedAsMissing()
    {
        VerificationResult result = Verify(Header + "R1,H1,family,dad,王建国,x,1980-05-17,,110105\n");
        Assert.Empty(result.Rejects);
        Assert.Equal(1, result.Metrics!.Columns.Single(column => column.Name == "sex").Invalid);
        Assert.Equal(1, result.Metrics.Columns.Single(column => column.Name == "relation").Invalid);
    }

    [Fact]
    public void Rejects_MoreThanAllowed_EndTheVerification()
    {
        VerificationResult result = Verify(Header + "R1,H1,family,02,王建国,1,1980-05-17,,110105\n,H1,family,20,王小明,1,2008-01-01,,110105\n");
        Assert.Equal(VerificationOutcome.TooManyRejects, result.Outcome);
        Assert.Contains("1 of 2 rows", Assert.Single(result.Faults).English, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_RequiredAndMissing_IsNamedWithWhatToDo()
    {
        VerificationResult result = Verify("id,household_id,relation,name,sex,birth_date,citizen_number,division\n");
        Assert.Equal(VerificationOutcome.InputUnreadable, result.Outcome);
        Assert.Equal("registration_id", result.Faults[0].Column);
        Assert.Contains("{\"id\": \"registration_id\"}", result.Faults[0].English, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_OptionalAndMissing_SilencesWhatNeedsIt()
    {
        VerificationResult result = Verify(
            "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\nR1,H1,20,王小明,1,2008-01-01,,110105\n");
        Assert.Empty(result.Causes(Indicator.I09));
        Assert.Contains(
            result.Metrics!.Indicators.Single(indicator => indicator.Id == "I09").Silenced,
            silenced => silenced is { Missing: "column", Name: "household_type" });
    }

    [Fact]
    public void Headers_ChineseOrMappedOrUnknown_AreUnderstood()
    {
        using InputFolder folder = new();
        folder.Write("map.json", "{\"编号\": \"registration_id\"}");
        folder.Write("register.csv", "编号,户号,户别,与户主关系,姓名,性别,出生日期,公民身份号码,行政区划,备注\nR1,H1,家庭户,户主,王建国,男,1980-02-30,,110105,x\n");
        VerificationResult result = folder.Verify(request => request with { MappingFile = Path.Combine(folder.Path, "map.json") });
        Assert.Equal(["birth_impossible:R1"], result.Causes(Indicator.I03));
        Assert.Equal(["备注"], result.Metrics!.Files[0].UnknownHeaders);
    }

    [Fact]
    public void Mapping_OfAColumnThatNoFileHas_IsTold()
    {
        using InputFolder folder = new();
        folder.Write("map.json", "{\"编号\": \"registration_id\", \"联系电话号\": \"phone\"}");
        folder.Write("register.csv", "编号,户号,户别,与户主关系,姓名,性别,出生日期,公民身份号码,行政区划\nR1,H1,家庭户,户主,王建国,男,1980-02-30,,110105\n");

        NoteMetrics note = Assert.Single(folder.Verify(request => request with { MappingFile = Path.Combine(folder.Path, "map.json") }).Metrics!.Notes);

        Assert.Contains("'联系电话号'", note.English);
        Assert.Contains("“联系电话号”", note.Chinese);
    }

    [Fact]
    public void Figures_OfSomeIndicatorsAlone_ClaimNothingOfTheOthers()
    {
        using InputFolder folder = new();
        folder.Write("register.csv", Header + "R1,H1,family,02,王建国,1,1980-02-30,,110105\n");

        Metrics some = folder.Verify(request => request with { Only = new HashSet<Indicator> { Indicator.I03, Indicator.I07 } }).Metrics!;
        Metrics rating = folder.Verify(request => request with { Only = Enum.GetValues<Indicator>().Except([Indicator.None, Indicator.I08]).ToHashSet() }).Metrics!;
        Metrics all = folder.Verify().Metrics!;

        Assert.Equal(["I03", "I07"], some.Only);
        Assert.All(some.Divisions.Append(some.Total), county => Assert.Equal(
            (1, null, null, null, null, null, 0, null),
            ((int)county.Suspected, county.Rate, county.Colour, county.Stars, county.Score, county.Accuracy, (int?)county.Away, county.EmptyHung)));
        Assert.Equal((1, "red", null), (rating.Total.Rate, rating.Total.Colour, rating.Total.EmptyHung));
        Assert.Null(all.Only);
        Assert.Equal((1, 0), (all.Total.Rate, all.Total.EmptyHung));
    }

    [Fact]
    public void Provinces_AreOneRegister()
    {
        using InputFolder folder = new();
        folder.Write("province-01/register.csv", Header + "R1,H1,family,02,王建国,1,1980-02-30,,110105\n");
        folder.Write("province-02/register.csv", Header + "R2,H2,family,02,王建国,1,1980-02-30,,310101\n");
        VerificationResult result = folder.Verify();
        Assert.Equal(["birth_impossible:R1", "birth_impossible:R2"], result.Causes(Indicator.I03));
        Assert.Equal(["110105", "310101"], result.Metrics!.Divisions.Select(division => division.Code));
    }

    [Fact]
    public void AsOf_NotGiven_IsTheLatestRecordedAt()
    {
        using InputFolder folder = new();
        folder.Register(new Person("R1"));
        folder.Source("12-health-record", "event_kind=contact", "event_date=2024-03-01", "recorded_at=2024-03-09");
        folder.Source("12-health-record", "event_kind=contact", "event_date=2024-03-01", "recorded_at=2024-03-02");
        VerificationResult result = folder.Verify(request => request with { AsOf = null });
        Assert.Equal((new DateOnly(2024, 3, 9), "recorded_at"), (result.Metrics!.AsOf, result.Metrics.AsOfFrom));
    }

    [Fact]
    public void SourceRow_WithoutEvent_IsRejected()
    {
        using InputFolder folder = new();
        folder.Register(new Person("R1"));
        folder.Source("12-health-record", "event_kind=contact", "event_date=2024-13-01");
        folder.Source("12-health-record", "event_kind=dance", "event_date=2024-03-01");
        VerificationResult result = folder.Verify(Tolerant);
        Assert.Equal(["1 event_date", "2 event_kind"], result.Rejects.Select(reject => $"{reject.Row} {reject.Column}"));
    }

    [Fact]
    public void Threads_AnyNumber_GiveTheSameBytes()
    {
        StringBuilder register = new(Header);
        Random random = new(7);
        for (int i = 0; i < 30_000; i++)
        {
            string birth = $"{random.Next(1890, 2026)}-{random.Next(1, 13):00}-{random.Next(1, 31):00}";
            register.Append(
                $"R{i},H{random.Next(12_000)},family,{(i % 3 == 0 ? "02" : i % 3 == 1 ? "12" : "20")},王{(char)(0x4E00 + random.Next(500))},"
                + $"{random.Next(1, 3)},{birth},{(i % 11 == 0 ? "12345" : "")},{(i % 2 == 0 ? 110105 : 310101)}\n");
        }

        using InputFolder folder = new();
        folder.Write("register.csv", register.ToString());
        Assert.Equal(Written(folder, 1), Written(folder, 4));
    }

    private static string[] Written(InputFolder folder, int threads)
    {
        string output = Directory.CreateDirectory(Path.Combine(folder.Path, $"out{threads}")).FullName;
        folder.Verify(request => request with
        {
            Threads = threads,
            Only = new HashSet<Indicator> { Indicator.I03, Indicator.I04, Indicator.I09 },
        }).Write(output);
        return
        [
            .. Directory.GetFiles(output).Order(StringComparer.Ordinal)
                .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"),
        ];
    }
}
