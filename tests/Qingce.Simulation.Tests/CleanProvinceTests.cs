using System.Globalization;

using Qingce.Exchange.Catalogue;
using Qingce.Standards;
using Qingce.Tables;

namespace Qingce.Simulation.Tests;

/// <summary>A province without errors, read by the page on the files alone.</summary>
public sealed class CleanProvinceTests(CleanProvinceTests.Province province) : IClassFixture<CleanProvinceTests.Province>
{
    private readonly Invented _clean = province.Clean;

    [Fact]
    public void Truth_Clean_NamesOnlyPeopleAwayAndHungHouseholds()
    {
        List<Dictionary<string, string>> truth = _clean.Read("truth");

        Assert.Equal(["I07", "I08"], truth.Select(row => row["indicator"]).Distinct().Order(StringComparer.Ordinal));
        double living = Living().Count;
        Assert.InRange(truth.Count(row => row["indicator"] == "I07") / living, 0.06, 0.18);
        Assert.InRange(truth.Count(row => row["indicator"] == "I08") / living, 0.003, 0.04);
    }

    [Fact]
    public void Numbers_Clean_AreValidAndAgreeWithTheRest()
    {
        List<Dictionary<string, string>> register = _clean.Read("register");
        foreach (Dictionary<string, string> row in register)
        {
            CitizenNumberReading reading = CitizenNumber.Read(row["citizen_number"]);
            Assert.True(reading.IsValid, row["citizen_number"]);
            Assert.NotEqual("000", row["citizen_number"][14..17]);
            Assert.Equal(row["birth_date"], reading.Number.Birth!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Assert.Equal(row["sex"], reading.Number.Sex == Sex.Male ? "1" : "2");
        }

        List<Dictionary<string, string>> living = Living();
        Assert.Equal(living.Count, living.Select(row => row["citizen_number"]).Distinct().Count());
    }

    [Fact]
    public void Households_Clean_HaveOneHeadAndFittingRelations()
    {
        foreach (var household in Living().Where(row => row["household_type"] == "family").GroupBy(row => row["household_id"]))
        {
            Dictionary<string, string> head = Assert.Single(household, row => row["relation"] == "02");
            foreach (Dictionary<string, string> member in household)
            {
                Relation relation = Relation.FromCode(int.Parse(member["relation"], CultureInfo.InvariantCulture));
                if (relation.ExpectedSex != Sex.Unknown)
                {
                    Assert.Equal(relation.ExpectedSex == Sex.Male ? "1" : "2", member["sex"]);
                }

                if (relation.IsSpouse)
                {
                    Assert.NotEqual(head["sex"], member["sex"]);
                }

                if (relation.IsChild && !relation.IsExemptFromParentGap)
                {
                    Assert.InRange(Years(head["birth_date"], member["birth_date"]), 14.5, 59.5);
                }
            }
        }
    }

    [Fact]
    public void People_Clean_HaveTheShapeOfACounty()
    {
        List<Dictionary<string, string>> living = Living();
        double Share(int from, int to) => living.Count(row => Years(row["birth_date"], "2025-12-31") is var age && age >= from && age < to) / (double)living.Count;

        Assert.InRange(Share(0, 20), 0.185, 0.225);
        Assert.InRange(Share(0, 15), 0.12, 0.18);
        Assert.InRange(Share(15, 60), 0.55, 0.75);
        Assert.InRange(Share(60, 80), 0.12, 0.26);
        Assert.InRange(Share(80, 121), 0.01, 0.06);
        Assert.InRange(living.Count(row => row["sex"] == "1") / (double)living.Count, 0.48, 0.54);
        Assert.Contains(living, row => row["name"].Contains('·', StringComparison.Ordinal) || !row["division"].StartsWith('9'));
    }

    [Fact]
    public void Sources_Clean_CarryWhatTheCatalogueSays()
    {
        long rows = 0;
        for (int number = 1; number <= 23; number++)
        {
            SourceCategory category = SourceCatalogue.National[number];
            List<Dictionary<string, string>> source = _clean.Source(number);
            rows += source.Count;
            Assert.NotEmpty(source);
            Assert.Equal(source.Count, source.Select(row => row["source_record_id"]).Distinct().Count());
            foreach (Dictionary<string, string> row in source)
            {
                Assert.Contains(row["event_kind"], category.EventKinds);
                foreach ((string field, string value) in row)
                {
                    bool always = field is "source" or "source_record_id" or "event_kind" or "event_date" or "recorded_at";
                    bool must = always || category.Must.Contains(field);
                    Assert.False(must && value.Length == 0, $"{number} {field}");
                    Assert.False(!must && !category.May.Contains(field) && value.Length > 0, $"{number} {field}");
                }

                Assert.True(string.CompareOrdinal(row["event_date"], row["recorded_at"]) <= 0, $"{number} {row["event_date"]}");
                Assert.True(string.CompareOrdinal(row["recorded_at"], "2025-12-31") <= 0);
            }
        }

        Assert.InRange(rows / (double)_clean.Options.People, 5, 8);
        Assert.Equal("2025-12-31", _clean.Source(16).Max(row => row["recorded_at"]));
    }

    [Fact]
    public void Papers_Clean_AreKnownToWhoIssuedThemBeforeTheirUse()
    {
        Dictionary<string, string> issued = [];
        foreach (int category in (int[])[5, 15, 18, 20])
        {
            foreach (Dictionary<string, string> row in _clean.Source(category).Where(row => row["document_number"].Length > 0))
            {
                issued.TryAdd(row["document_number"], row["issued_on"]);
            }
        }

        string[] kinds = ["real_estate_certificate", "labour_contract", "school_record"];
        var used = _clean.Read("changes").Where(row => row["field"] == "registration" && kinds.Contains(row["document_kind"])).ToArray();
        Assert.NotEmpty(used);
        Assert.All(used, row => Assert.True(string.CompareOrdinal(issued[row["document_number"]], row["changed_on"]) <= 0));
        Assert.Equal(used.Length, used.Select(row => row["document_number"]).Distinct().Count());
    }

    [Fact]
    public void Deaths_Clean_AreCancelledWithinThirtyDays()
    {
        Dictionary<string, Dictionary<string, string>> living = Living().ToDictionary(row => row["citizen_number"]);
        foreach (Dictionary<string, string> death in _clean.Source(11).Concat(_clean.Source(8)))
        {
            if (living.TryGetValue(death["citizen_number"], out Dictionary<string, string>? row) && row["name"] == death["name"])
            {
                Assert.True(Years(death["event_date"], "2025-12-31") < 20 / 365.0);
            }
        }
    }

    /// <summary>The province, invented once for all tests.</summary>
    public sealed class Province : IDisposable
    {
        internal Invented Clean { get; } = Invented.Make(new SimulationOptions { People = 12_000, Seed = 4, ErrorRate = 0, Format = TableFormat.Csv });

        public void Dispose() => Clean.Dispose();
    }

    private List<Dictionary<string, string>> Living() => [.. _clean.Read("register").Where(row => row["cancelled_on"].Length == 0)];

    private static double Years(string from, string to) =>
        (DateOnly.Parse(to, CultureInfo.InvariantCulture).DayNumber - DateOnly.Parse(from, CultureInfo.InvariantCulture).DayNumber) / 365.2425;
}
