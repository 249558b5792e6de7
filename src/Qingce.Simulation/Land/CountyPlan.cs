namespace Qingce.Simulation.Land;

/// <summary>A county of the invented province: real codes and names, invented villages and streets.</summary>
internal sealed record CountyPlan
{
    /// <summary>Place among all simulated counties.</summary>
    public required int Index { get; init; }

    /// <summary>Place of its province among the simulated ones.</summary>
    public required int Province { get; init; }

    /// <summary>Six digits.</summary>
    public required int Code { get; init; }

    /// <summary>Names of province, city and county, one after the other, as an address begins.</summary>
    public required string FullName { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether it lies in an autonomous area, where marriage is lawful earlier and minorities are many.</summary>
    public required bool IsAutonomous { get; init; }

    /// <summary>Number of people to invent, the dead and the moved among them.</summary>
    public required int People { get; init; }

    /// <summary>Share of registrations to be wrong.</summary>
    public required double ErrorRate { get; init; }

    public required Town[] Townships { get; init; }

    /// <summary>Whether it lies in a city whose older certificates and marriages are not all on file.</summary>
    public bool IsPatchy => IsPatchyCity(Code / 100);

    public static bool IsPatchyCity(int city) => city % 4 == 1;

    public CountyPlan WithErrorRate(double rate) => this with { ErrorRate = rate };
}

/// <summary>A street office, a town or a township.</summary>
/// <param name="Code">Nine digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsUrban">Whether homes have street, number, building, unit and room.</param>
/// <param name="Villages">Residents' or villagers' committees; the code of one is its place + 1 or + 200.</param>
/// <param name="Streets">Names of streets; none in the country.</param>
internal sealed record Town(int Code, string Name, bool IsUrban, string[] Villages, string[] Streets)
{
    public long VillageCode(int village) => Code * 1000L + (IsUrban ? 1 : 200) + village;
}

/// <summary>A place outside the simulated counties where people come from or live for a time.</summary>
/// <param name="Township">Nine digits.</param>
/// <param name="Name">Names of province, city, county and township, one after the other.</param>
internal readonly record struct Elsewhere(int Township, string Name)
{
    public int County => Township / 1000;
}

/// <summary>All places of a run.</summary>
internal sealed class LandPlan
{
    public required CountyPlan[] Counties { get; init; }

    /// <summary>Two digits of each simulated province.</summary>
    public required int[] Provinces { get; init; }

    /// <summary>Places in the simulated provinces, outside the simulated counties.</summary>
    public required Elsewhere[] Nearby { get; init; }

    /// <summary>Places in other provinces.</summary>
    public required Elsewhere[] FarAway { get; init; }

    /// <summary>County codes that were in force once and are no more.</summary>
    public required int[] AbolishedCounties { get; init; }

    /// <summary>The last day of the simulation, counted from 1970-01-01.</summary>
    public required int Until { get; init; }
}
