using Qingce.Simulation.Errors;
using Qingce.Simulation.Land;
using Qingce.Simulation.Names;
using Qingce.Simulation.Population;
using Qingce.Simulation.Writing;
using Qingce.Standards;
using Qingce.Tables;

namespace Qingce.Simulation;

/// <summary>
/// Invents a province with known truth: people over the simulated years, the register, its past changes, the 23 categories of source
/// records, and errors of the kinds met in real registers, each written to a truth file.
/// </summary>
public static class Simulator
{
    /// <summary>The file by which an output folder is known for one of the simulator's, which it may replace.</summary>
    public const string Marker = "simulation.json";

    /// <summary>Runs a simulation. The folder appears whole or not at all.</summary>
    /// <param name="options">What to invent.</param>
    /// <param name="outputFolder">Where to write. An earlier simulation there is replaced.</param>
    /// <param name="progress">Told after each county of each step; null for nobody.</param>
    /// <param name="cancellation">Ends the run early; nothing is left behind.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its bounds.</exception>
    /// <exception cref="TableWriteException">The folder holds something else, or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SimulationTotals Run(
        SimulationOptions options, string outputFolder, IProgress<SimulationProgress>? progress = null, CancellationToken cancellation = default)
    {
        Check(options);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        using AtomicFolder folder = AtomicFolder.Begin(outputFolder, Marker);
        World world = Invent(options, progress, cancellation);
        SimulationTotals totals = new ProvinceFiles(world, options, folder.TemporaryPath).Write(progress, cancellation);
        folder.Commit();
        return totals;
    }

    internal static World Invent(SimulationOptions options, IProgress<SimulationProgress>? progress, CancellationToken cancellation)
    {
        LandPlan land = LandBuilder.Build(options);
        NamePool names = MakeNames();
        ulong seed = unchecked((ulong)options.Seed);
        CountyPeople[] counties = new CountyPeople[land.Counties.Length];
        ForCounties(counties.Length, options, SimulationStep.People, progress, county =>
        {
            counties[county] = PopulationBuilder.Build(land, land.Counties[county], names, seed);
            Livelihoods.Assign(land, counties[county], seed);
            Particulars.Assign(counties[county], seed, land.Until);
        }, cancellation);
        World world = new() { Seed = seed, Land = land, Names = names, Counties = counties };
        List<Truth>[] truths = new List<Truth>[counties.Length];
        ForCounties(counties.Length, options, SimulationStep.Errors, progress, county => truths[county] = ErrorPlanner.Plan(world, county), cancellation);
        List<Guest>[] guests = GuestPlanner.Plan(world, truths);
        return new World { Seed = seed, Land = land, Names = names, Counties = counties, Guests = guests, Truths = truths };
    }

    internal static void ForCounties(
        int count, SimulationOptions options, SimulationStep step, IProgress<SimulationProgress>? progress, Action<int> body, CancellationToken cancellation)
    {
        int done = 0;
        ParallelOptions parallel = new()
        {
            MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : Environment.ProcessorCount,
            CancellationToken = cancellation,
        };
        Parallel.For(0, count, parallel, county =>
        {
            body(county);
            progress?.Report(new SimulationProgress(step, Interlocked.Increment(ref done), count));
        });
    }

    private static NamePool MakeNames() => new(
        [.. Surnames.All.Select(row => (row.Surname, (int)Math.Max(1, row.People / 10_000)))],
        [.. GivenNameCharacters.All.Where(row => row.Character.IsBmp && row.Character.Value > 0xFFF).Select(row => ((char)row.Character.Value, row.Male, row.Female))]);

    private static void Check(SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.People, SimulationOptions.FewestPeople, nameof(SimulationOptions.People));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Provinces, 1, nameof(SimulationOptions.Provinces));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Provinces, SimulationOptions.MostProvinces, nameof(SimulationOptions.Provinces));
        ArgumentOutOfRangeException.ThrowIfNegative(options.ErrorRate, nameof(SimulationOptions.ErrorRate));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ErrorRate, SimulationOptions.MostErrorRate, nameof(SimulationOptions.ErrorRate));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Until, SimulationOptions.EarliestUntil, nameof(SimulationOptions.Until));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Until, SimulationOptions.LatestUntil, nameof(SimulationOptions.Until));
    }
}
