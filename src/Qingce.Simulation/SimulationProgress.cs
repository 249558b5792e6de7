namespace Qingce.Simulation;

/// <summary>How far a simulation has come.</summary>
/// <param name="Step">What is going on.</param>
/// <param name="Done">Counties done in this step.</param>
/// <param name="Total">Counties in all.</param>
public readonly record struct SimulationProgress(SimulationStep Step, int Done, int Total);

/// <summary>The steps of a simulation, in their order.</summary>
public enum SimulationStep
{
    /// <summary>Inventing people.</summary>
    People,

    /// <summary>Choosing errors.</summary>
    Errors,

    /// <summary>Writing files.</summary>
    Files,
}

/// <summary>What a simulation wrote.</summary>
/// <param name="People">People invented.</param>
/// <param name="Registrations">Rows of the register.</param>
/// <param name="SourceRows">Rows of all source categories.</param>
/// <param name="TruthRows">Rows of the truth file.</param>
public readonly record struct SimulationTotals(long People, long Registrations, long SourceRows, long TruthRows);
