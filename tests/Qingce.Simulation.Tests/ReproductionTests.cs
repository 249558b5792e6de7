using System.Text;

using Qingce.Exchange.Catalogue;
using Qingce.Simulation.Land;
using Qingce.Tables;

namespace Qingce.Simulation.Tests;

public sealed class ReproductionTests
{
    private static readonly SimulationOptions Small = new() { People = 3_000, Seed = 11 };

    [Theory]
    [InlineData(TableFormat.Parquet)]
    [InlineData(TableFormat.Csv)]
    public void Run_OneSeed_GivesTheSameBytesOnAnyNumberOfThreads(TableFormat format)
    {
        using Invented one = Invented.Make(Small with { Format = format, Threads = 1, Provinces = 3 });
        using Invented three = Invented.Make(Small with { Format = format, Threads = 3, Provinces = 3 });

        Assert.Equal(one.Hashes(), three.Hashes());
    }

    [Fact]
    public void Run_AnotherSeed_GivesAnotherRegister()
    {
        using Invented one = Invented.Make(Small with { Format = TableFormat.Csv });
        using Invented other = Invented.Make(Small with { Format = TableFormat.Csv, Seed = 12 });

        Assert.NotEqual(one.Hashes(), other.Hashes());
    }

    [Fact]
    public void Run_CsvAndParquet_HoldTheSameValues()
    {
        using Invented csv = Invented.Make(Small with { Format = TableFormat.Csv });
        using Invented parquet = Invented.Make(Small with { Format = TableFormat.Parquet });

        Assert.Equal(csv.Read("register"), parquet.Read("register"));
        Assert.Equal(csv.Read("changes"), parquet.Read("changes"));
        for (int category = 1; category <= 23; category++)
        {
            Assert.Equal(csv.Source(category), parquet.Source(category));
        }

        Assert.Equal(csv.Read("truth"), parquet.Read("truth"));
    }

    [Fact]
    public void Run_Gb18030_HoldsTheSameText()
    {
        using Invented utf8 = Invented.Make(Small with { Format = TableFormat.Csv });
        using Invented gb = Invented.Make(Small with { Format = TableFormat.Csv, Encoding = TextEncoding.Gb18030 });
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding encoding = Encoding.GetEncoding("GB18030");

        foreach (string file in Directory.EnumerateFiles(utf8.Folder, "*.csv", SearchOption.AllDirectories))
        {
            string other = Path.Combine(gb.Folder, Path.GetRelativePath(utf8.Folder, file));
            Assert.Equal(File.ReadAllText(file), File.ReadAllText(other, encoding));
        }
    }

    [Fact]
    public void Run_SeveralProvinces_GivesEachItsFolder()
    {
        using Invented invented = Invented.Make(Small with { Provinces = 2 });

        Assert.Equal(["province-01", "province-02"], invented.Provinces().Select(path => Path.GetFileName(path)!));
        Assert.True(File.Exists(Path.Combine(invented.Folder, "truth.csv")));
        Assert.All(invented.Provinces(), province => Assert.Equal(24, Directory.GetFileSystemEntries(Path.Combine(province, "sources")).Length));
        Assert.Equal(2, invented.Read("register").Select(row => row["division"][..2]).Distinct().Count());
    }

    [Theory]
    [InlineData(200, 1)]
    [InlineData(200, 20)]
    [InlineData(1_000, 3)]
    [InlineData(5_000, 2)]
    public void Run_AnyNumberOfPeople_GivesExactlyThatMany(int people, int provinces)
    {
        using Invented invented = Invented.Make(Small with { People = people, Provinces = provinces });

        Assert.Equal(people, invented.Totals.People);
        Assert.InRange(invented.Read("register").Count, people, people * 1.1);
    }

    [Theory]
    [InlineData(10_000_000, 1)]
    [InlineData(10_000_000, 7)]
    [InlineData(1_234_567, 20)]
    public void Land_AnyNumberOfPeople_GivesItsCountiesExactlyThatMany(int people, int provinces)
    {
        CountyPlan[] counties = LandBuilder.Build(new SimulationOptions { People = people, Provinces = provinces }).Counties;

        Assert.Equal(people, counties.Sum(county => county.People));
        Assert.All(counties, county => Assert.InRange(county.People, 1, 600_000));
    }

    [Theory]
    [InlineData(100, 1, 0.083)]
    [InlineData(1000, 0, 0.083)]
    [InlineData(1000, 1, 0.4)]
    [InlineData(1000, 1, -0.1)]
    public void Run_OptionOutOfBounds_Throws(int people, int provinces, double rate) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Simulator.Run(new SimulationOptions { People = people, Provinces = provinces, ErrorRate = rate }, "never-written", null, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData(TableFormat.Csv, ".csv")]
    [InlineData(TableFormat.Parquet, ".parquet")]
    public void Run_SeveralCounties_WritesEachTableInOneFile(TableFormat format, string end)
    {
        using Invented invented = Invented.Make(Small with { Format = format });

        Assert.True(File.Exists(Path.Combine(invented.Folder, "register" + end)));
        Assert.True(File.Exists(Path.Combine(invented.Folder, "changes" + end)));
        Assert.Equal(
            [.. SourceCatalogue.National.Categories.Select(category => category.FileName + end).Append("coverage.csv").Order(StringComparer.Ordinal)],
            Directory.EnumerateFileSystemEntries(Path.Combine(invented.Folder, "sources")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        List<Dictionary<string, string>> register = invented.Read("register");
        Assert.True(register.Select(row => row["registration_id"][..6]).Distinct().Count() > 1);
        Assert.Equal(register.Count, register.Select(row => row["registration_id"]).Distinct().Count());
    }

    [Fact]
    public void Run_Cancelled_LeavesNothing()
    {
        string folder = Path.Combine(Path.GetTempPath(), "qingce-cancelled-" + Environment.ProcessId);
        using CancellationTokenSource source = new();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Simulator.Run(Small, folder, null, source.Token));
        Assert.False(Directory.Exists(folder));
    }
}
