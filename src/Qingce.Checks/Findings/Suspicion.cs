using System.Runtime.InteropServices;
using Qingce.Checks.Indicators;

namespace Qingce.Checks.Findings;

/// <summary>Which registrations a suspicion names.</summary>
internal enum FindingScope : byte
{
    /// <summary>The registration <see cref="Suspicion.First"/>.</summary>
    Row,

    /// <summary>The registrations <see cref="Suspicion.First"/> and <see cref="Suspicion.Second"/>.</summary>
    Pair,

    /// <summary>Every living registration of the household with the index <see cref="Suspicion.First"/>.</summary>
    Household,

    /// <summary>The registrations of the group <see cref="Suspicion.First"/> of the <see cref="RowGroups"/>.</summary>
    Group,
}

/// <summary>
/// One cause of one indicator on some registrations, 48 bytes. Suspicions of one indicator on the same registrations become one finding;
/// its sentences are made by <c>Check.Explain</c> only when it is written.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Suspicion
{
    public required Indicator Indicator { get; init; }

    /// <summary>Number of the cause, as the check of the indicator counts them; below 64.</summary>
    public required byte Cause { get; init; }

    public required ProblemClass Class { get; init; }

    public required TaskKind Task { get; init; }

    public FindingScope Scope { get; init; }

    /// <summary>False for a hint that is shown but counted in no rate. A finding is reportable when one of its causes is.</summary>
    public bool IsReportable { get; init; }

    /// <summary>Row of the register, household or group, by <see cref="Scope"/>.</summary>
    public required int First { get; init; }

    /// <summary>Row of the register of the other of a <see cref="FindingScope.Pair"/>; else free for the check, and part of no identity.</summary>
    public int Second { get; init; }

    /// <summary>The strength that a finding has at most.</summary>
    public const float MostWeight = 20;

    /// <summary>Strength, like bits, 0 to <see cref="MostWeight"/>; comparable within an indicator. Those of a finding's causes add up, to as much at most.</summary>
    public required float Weight { get; init; }

    /// <summary>Free for the check: a day, an age, a register row.</summary>
    public int Value { get; init; }

    /// <summary>A source row or change it rests on.</summary>
    public SourceRef Source { get; init; }

    /// <summary>Another source row or change it rests on.</summary>
    public SourceRef OtherSource { get; init; }
}
