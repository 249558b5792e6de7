using Qingce.Simulation.Errors;
using Qingce.Simulation.Land;
using Qingce.Simulation.Names;
using Qingce.Simulation.Population;
using Qingce.Standards;

namespace Qingce.Simulation;

/// <summary>Everything a run has invented; only read once the errors are planned.</summary>
internal sealed class World
{
    public required ulong Seed { get; init; }

    public required LandPlan Land { get; init; }

    public required NamePool Names { get; init; }

    public required CountyPeople[] Counties { get; init; }

    /// <summary>The second registrations each county holds.</summary>
    public List<Guest>[] Guests { get; init; } = [];

    /// <summary>What is rightly true of the registrations, one list a county.</summary>
    public List<Truth>[] Truths { get; init; } = [];

    /// <summary>The name of any township or county, with the divisions it lies in.</summary>
    public static string PlaceName(int code) =>
        Divisions.FullName(code > 999_999 ? DivisionCode.OfTownship(code) : DivisionCode.OfCounty(code));
}
