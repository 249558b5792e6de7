using System.Globalization;
using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Indicators.Duplicates;
using Qingce.Checks.Tests.Input;
using Qingce.Checks.Verification;
using Qingce.Exchange.Inputs;
using Qingce.Simulation;
using Qingce.Tables;

namespace Qingce.Checks.Tests.Indicators;

public sealed class DuplicateCheckTests
{
    private const string Header =
        "registration_id,household_id,household_type,relation,name,sex,birth_date,citizen_number,division,address,birthplace\n";

    // Enough strangers that a name and a birth date say something.
    private static readonly string Strangers = string.Concat(Enumerable.Range(0, 400).Select(i =>
        $"S{i},HS{i},family,02,{"王李张刘陈杨黄赵"[i % 8]}{"建国伟芳敏静丽强"[i / 8 % 8]}{"华明军平红霞"[i / 64 % 6]},{1 + i % 2},{1950 + i % 50}-{1 + i % 12:D2}-{1 + i % 28:D2},,110105,,\n"));

    [Fact]
    public void Sentence_OnePersonTwice_SaysWhoAndWhatAgreesAndDiffers()
    {
        RenderedFinding finding = Assert.Single(Findings(
            "R1,H1,family,02,司马青云,1,1980-05-17,110105198005170015,110105,,北京市朝阳区\n"
            + "R2,H2,family,02,司马青云,1,1980-05-17,320503198005173392,110105,,北京市朝阳区\n"));

        Assert.Contains("姓名相同（司马青云）", finding.TextChinese, StringComparison.Ordinal);
        Assert.Contains("出生日期相同（1980-05-17）", finding.TextChinese, StringComparison.Ordinal);
        Assert.Contains("公民身份号码不同（110105198005170015 与 320503198005173392）", finding.TextChinese, StringComparison.Ordinal);
        Assert.Contains("but citizen number differs", finding.TextEnglish, StringComparison.Ordinal);
        string weight = finding.Weight.ToString(finding.Weight < 20 ? "F1" : "F0", CultureInfo.InvariantCulture);
        Assert.EndsWith($"Weight of evidence {weight}{(finding.Weight < 20 ? "" : " or more")}.", finding.TextEnglish, StringComparison.Ordinal);
        Assert.All(
            new[] { "司马青云", "1980-05-17", "110105198005170015", "320503198005173392", "北京市朝阳区" },
            value => Assert.Contains($"\"value\":\"{value}\"", finding.Evidence, StringComparison.Ordinal));
    }

    [Fact]
    public void Sentence_OneNumberTwoPeople_NamesBoth()
    {
        RenderedFinding finding = Assert.Single(Findings(
            "R1,H1,family,02,司马青云,1,1980-05-17,110105198005170015,110105,,\n"
            + "R2,H2,family,02,欧阳秀,2,1991-11-02,110105198005170015,110105,,\n"));

        Assert.StartsWith("同一公民身份号码（110105198005170015）登记在两个人名下：司马青云与欧阳秀", finding.TextChinese, StringComparison.Ordinal);
        Assert.True(finding.IsReportable);
    }

    [Fact]
    public void Number_SameWithVariantName_IsOnePerson()
    {
        RenderedFinding finding = Assert.Single(Findings(
            "R1,H1,family,02,司马青云,1,1980-05-17,110105198005170015,110105,,\n"
            + "R2,H2,family,02,司馬青雲,2,1991-11-02,110105198005170015,110105,,\n"));

        Assert.StartsWith("两条在册登记很可能是同一人", finding.TextChinese, StringComparison.Ordinal);
        Assert.True(finding.IsReportable);
    }

    [Theory]
    [InlineData("111111111111111111")]
    [InlineData("110105198005170000")]
    public void Number_PlaceholderOrRounded_LinksNobody(string number) =>
        Assert.Empty(Findings(
            $"R1,H1,family,02,司马青云,1,1980-05-17,{number},110105,,\n" + $"R2,H2,family,02,欧阳秀,2,1991-11-02,{number},110105,,\n"));

    [Fact]
    public void Household_SameNameBirthAndSex_RemainsAPair()
    {
        RenderedFinding finding = Assert.Single(Findings(
            "R1,H1,family,20,司马青云,1,1980-05-17,110105198005170015,110105,,\n"
            + "R2,H1,family,20,司马青云,1,1980-05-17,320503198005173392,110105,,\n"));

        Assert.Contains("登记在同一户", finding.TextChinese, StringComparison.Ordinal);
    }

    [Fact]
    public void FewRegistrations_WithTheCountsOfTheWholeRegister_AreWeighedAsAmongAll()
    {
        const string pair = "R1,H1,family,02,王建国,1,1980-05-17,110105198005170015,110105,,北京市朝阳区\n"
            + "R2,H2,family,02,王建国,1,1980-05-17,320503198005173392,110105,,北京市朝阳区\n";
        const string others = "T1,H3,family,02,王建国,1,1961-02-03,,110105,,北京市朝阳区\nT2,H4,family,02,王建国,1,1962-02-03,,110105,,北京市朝阳区\n";
        using InputFolder whole = new();
        whole.Write("register.csv", Header + pair + others + Strangers);
        RenderedFinding among = Assert.Single(whole.Verify(OfPairs).Findings(), finding => finding.RegistrationIds == "R1;R2");
        ValueCounting counting = new(400);
        counting.Add(new InputFile(Path.Combine(whole.Path, "register.csv"), "register.csv", InputRole.Register), TestContext.Current.CancellationToken);
        using MemoryStream kept = new();
        counting.Counts().Write(kept);
        kept.Position = 0;
        ValueCounts counts = ValueCounts.Read(kept)!;
        using InputFolder few = new();
        few.Write("register.csv", Header + pair);

        RenderedFinding alone = Assert.Single(few.Verify(request => OfPairs(request) with { Whole = counts }).Findings());

        Assert.Equal(404, counts.Registrations);
        Assert.Equal(among, alone);
        Assert.NotEqual(among.Weight, Assert.Single(few.Verify(OfPairs).Findings()).Weight);
    }

    [Fact]
    public void Counts_CutShort_AreNone()
    {
        using MemoryStream kept = new();
        new ValueCounting(10).Counts().Write(kept);

        Assert.Null(ValueCounts.Read(new MemoryStream(kept.ToArray()[..^1])));
        Assert.Null(ValueCounts.Read(new MemoryStream([.. kept.ToArray(), 1])));
        Assert.Equal(0, ValueCounts.Read(new MemoryStream(kept.ToArray()))!.Registrations);
    }

    private static VerificationRequest OfPairs(VerificationRequest request) => request with { Only = new HashSet<Indicator> { Indicator.I01 } };

    [Fact]
    [Trait("Category", "Long")]
    public void Relatives_OfAnInventedCounty_AreMergedInFewerThanOneCaseInAThousand()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Simulator.Run(new SimulationOptions { People = 60_000, Seed = 106, Format = TableFormat.Csv, ErrorRate = 0 }, folder, null, TestContext.Current.CancellationToken);
            VerificationResult result = RegisterVerification.Run(
                new VerificationRequest { Folder = folder, Only = new HashSet<Indicator> { Indicator.I01 } },
                cancellation: TestContext.Current.CancellationToken);
            HashSet<string> merged = [.. result.Findings().Where(finding => finding.IsReportable).Select(finding => finding.RegistrationIds)];
            RelativePairs pairs = RelativePairs.Of(folder);

            Assert.All(pairs.ByKind, kind =>
            {
                int wrong = kind.Value.Count(merged.Contains);
                Assert.True(wrong <= kind.Value.Count / 1000, $"{kind.Key}: {wrong} of {kind.Value.Count} merged");
            });
            Assert.True(pairs.ByKind["twins"].Count > 100, "too few twins to tell");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<RenderedFinding> Findings(string rows)
    {
        using InputFolder folder = new();
        return [.. folder.Write("register.csv", Header + rows + Strangers)
            .Verify(request => request with { Only = new HashSet<Indicator> { Indicator.I01 } }).Findings()
            .Where(finding => finding.RegistrationIds == "R1;R2")];
    }
}
