using Qingce.Checks.Facts;
using Qingce.Checks.Findings;

namespace Qingce.Checks.Indicators.Deaths;

/// <summary>What a source row says about life or death.</summary>
internal enum DeathFactKind : byte
{
    Certificate,
    Cremation,
    DeclaredDead,
    Revoked,

    /// <summary>A benefit or an insurance was stopped for death.</summary>
    Stopped,

    /// <summary>A running pension or assistance; the day is its last confirmation.</summary>
    Benefit,

    /// <summary>A sign of life after a cancellation for death.</summary>
    Life,
}

/// <summary>One source row about life or death. Sorted by kind, then day, then source.</summary>
/// <param name="Row">Row of the register, whose name agrees with that of the source row.</param>
/// <param name="Day">Days since 1970-01-01.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Source">Where it stands.</param>
internal readonly record struct DeathFact(int Row, int Day, DeathFactKind Kind, SourceRef Source) : IRowFact, IComparable<DeathFact>
{
    public int CompareTo(DeathFact other)
    {
        int byKind = Kind.CompareTo(other.Kind);
        int byDay = byKind != 0 ? byKind : Day.CompareTo(other.Day);
        return byDay != 0 ? byDay : Source.CompareTo(other.Source);
    }
}
