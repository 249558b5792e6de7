using System.Globalization;

using Qingce.Simulation.Errors;
using Qingce.Standards;
using Qingce.Tables;

namespace Qingce.Simulation.Tests;

/// <summary>What is planted, in which proportions, and that the files show it.</summary>
public sealed class PlantedErrorTests(PlantedErrorTests.Planted planted) : IClassFixture<PlantedErrorTests.Planted>
{
    private readonly Invented _province = planted.Province;
    private readonly List<Dictionary<string, string>> _truth = planted.Truth;
    private readonly Dictionary<string, Dictionary<string, string>> _register = planted.Register;

    [Fact]
    public void Truth_Planted_NamesRegistrationsThatExist()
    {
        foreach (Dictionary<string, string> row in _truth)
        {
            Assert.True(_register.ContainsKey(row["registration_id"]));
            Assert.Contains(row["error_kind"], ErrorKindText.All);
            if (row["other_registration_id"].Length > 0)
            {
                Assert.True(_register.ContainsKey(row["other_registration_id"]));
                Assert.NotEqual(row["registration_id"], row["other_registration_id"]);
            }
        }

        Assert.Equal(12, _truth.Select(row => row["indicator"]).Distinct().Count());
        Assert.Equal(_truth.Count, _truth.Select(row => string.Join('|', row.Values)).Distinct().Count());
    }

    [Fact]
    public void Errors_Planted_ComeInThePlansProportions()
    {
        double living = _register.Values.Count(row => row["cancelled_on"].Length == 0);
        Dictionary<string, string> wrong = [];
        foreach (Dictionary<string, string> row in _truth.Where(row => row["indicator"] is not ("I07" or "I08")))
        {
            wrong.TryAdd(row["registration_id"], ClassOf(row["error_kind"]));
        }

        Assert.InRange(wrong.Count / living, 0.078, 0.088);
        double Share(string name) => wrong.Values.Count(value => value == name) / (double)wrong.Count;
        Assert.InRange(Share("D"), 0.09, 0.15);
        Assert.InRange(Share("S"), 0.42, 0.48);
        Assert.InRange(Share("F"), 0.26, 0.31);
        Assert.InRange(Share("W"), 0.11, 0.17);
    }

    [Fact]
    public void Duplicates_Planted_AreTwoLivingRegistrations()
    {
        foreach (Dictionary<string, string> row in _truth.Where(row => row["indicator"] == "I01"))
        {
            Assert.Equal("", _register[row["registration_id"]]["cancelled_on"]);
            Assert.Equal("", _register[row["other_registration_id"]]["cancelled_on"]);
        }

        Assert.All(Kind("duplicate_other_number"), row => Assert.NotEqual(
            _register[row["registration_id"]]["citizen_number"], _register[row["other_registration_id"]]["citizen_number"]));
        Assert.All(Kind("duplicate_same_number"), row => Assert.Equal(
            _register[row["registration_id"]]["citizen_number"], _register[row["other_registration_id"]]["citizen_number"]));
    }

    [Fact]
    public void WrongNumbers_Planted_AreWrongAndNoOthersAre()
    {
        HashSet<string> planted = [.. _truth.Where(row => row["indicator"] == "I04").Select(row => row["registration_id"])];
        foreach (Dictionary<string, string> row in _register.Values.Where(row => row["cancelled_on"].Length == 0))
        {
            CitizenNumberReading reading = CitizenNumber.Read(row["citizen_number"]);
            bool right = reading.IsValid && row["citizen_number"].Length == 18
                && reading.Number.Birth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == row["birth_date"]
                && (reading.Number.Sex == Sex.Male ? "1" : "2") == row["sex"];
            Assert.Equal(!planted.Contains(row["registration_id"]), right);
        }
    }

    [Fact]
    public void Deaths_NotCancelled_HaveARecordThatShowsThem()
    {
        HashSet<string> dead = [.. _province.Source(8).Concat(_province.Source(11)).Select(row => row["citizen_number"] + row["name"])];
        List<Dictionary<string, string>> kept = [.. Kind("dead_not_cancelled")];
        Assert.NotEmpty(kept);
        Assert.All(kept, row =>
        {
            Dictionary<string, string> registration = _register[row["registration_id"]];
            Assert.Equal("", registration["cancelled_on"]);
            Assert.Contains(registration["citizen_number"] + registration["name"], dead);
        });
    }

    [Fact]
    public void Declarations_OfDeath_StandOrAreRevoked()
    {
        HashSet<string> revoked = [.. _province.Source(23).Where(row => row["event_kind"] == "declaration_revoked").Select(row => row["citizen_number"])];
        HashSet<string> declared = [.. _province.Source(23).Where(row => row["event_kind"] == "declared_dead").Select(row => row["citizen_number"])];
        HashSet<string> stands = [.. declared.Except(revoked)];

        Assert.NotEmpty(Kind("declared_dead"));
        Assert.All(Kind("declared_dead"), row =>
        {
            Assert.Contains(_register[row["registration_id"]]["citizen_number"], stands);
            Assert.Equal("", _register[row["registration_id"]]["cancelled_on"]);
        });
        HashSet<string> dead = [.. _truth.Where(row => row["indicator"] == "I05").Select(row => row["registration_id"])];
        var back = _register.Values.Where(row => revoked.Contains(row["citizen_number"])).ToArray();
        Assert.NotEmpty(back);
        Assert.All(back, row => Assert.Equal(row["cancelled_for"] == "death", dead.Contains(row["registration_id"])));
    }

    [Fact]
    public void Changes_BeforeADeadline_LieInItsLastSixtyDays()
    {
        var changes = _province.Read("changes").Where(row => row["field"] is "name" or "birth_date").ToLookup(row => row["registration_id"], row => row["changed_on"]);
        var admitted = _province.Source(19).ToLookup(row => row["citizen_number"], row => row["event_date"]);
        var planted = _truth.Where(row => row["error_kind"] is "changed_before_settlement" or "changed_before_exam").ToArray();

        Assert.Equal(2, planted.Select(row => row["error_kind"]).Distinct().Count());
        Assert.All(planted, row =>
        {
            Dictionary<string, string> registration = _register[row["registration_id"]];
            string deadline = row["error_kind"] == "changed_before_exam" ? admitted[registration["citizen_number"]].Single() : registration["moved_in_on"];
            int days = DateOnly.Parse(deadline, CultureInfo.InvariantCulture).DayNumber
                - DateOnly.Parse(changes[row["registration_id"]].Single(), CultureInfo.InvariantCulture).DayNumber;
            Assert.InRange(days, 1, 60);
            Assert.Equal("I02", row["indicator"]);
        });
    }

    [Fact]
    public void Counties_Planted_DifferInTheirRates()
    {
        using Invented many = Invented.Make(new SimulationOptions { People = 40_000, Seed = 2, Provinces = 8 });
        var wrong = many.Read("truth").Where(row => row["indicator"] is not ("I07" or "I08")).Select(row => row["registration_id"]).Distinct()
            .GroupBy(id => id[..6]).ToDictionary(group => group.Key, group => group.Count());
        var living = many.Read("register").Where(row => row["cancelled_on"].Length == 0).GroupBy(row => row["registration_id"][..6]);
        double[] rates = [.. living.Select(county => wrong.GetValueOrDefault(county.Key) / (double)county.Count()).Order()];

        Assert.InRange(rates[0], 0.003, 0.06);
        Assert.InRange(rates[^1], 0.1, 0.18);
    }

    /// <summary>The province, invented and read once for all tests.</summary>
    public sealed class Planted : IDisposable
    {
        public Planted()
        {
            Truth = Province.Read("truth");
            Register = Province.Read("register").ToDictionary(row => row["registration_id"]);
        }

        internal Invented Province { get; } = Invented.Make(new SimulationOptions { People = 40_000, Seed = 9, Format = TableFormat.Csv });

        internal List<Dictionary<string, string>> Truth { get; }

        internal Dictionary<string, Dictionary<string, string>> Register { get; }

        public void Dispose() => Province.Dispose();
    }

    private IEnumerable<Dictionary<string, string>> Kind(string kind) => _truth.Where(row => row["error_kind"] == kind && row["indicator"] is "I01" or "I05" && row["error_kind"] == kind);

    private static string ClassOf(string kind)
    {
        int at = Array.IndexOf(ErrorKindText.All, kind);
        return (ErrorKind)at switch
        {
            <= ErrorKind.SharedNumber or ErrorKind.InAtTwoPlaces => "D",
            < ErrorKind.AgeMovedForPension => "S",
            < ErrorKind.BirthSlip => "F",
            _ => "W",
        };
    }
}
