namespace Qingce.Linkage;

/// <summary>How a column is to be read, compared and blocked by.</summary>
public sealed record ProposedColumn
{
    /// <summary>Header in the file, or a name of its own for a part of one.</summary>
    public required string Name { get; init; }

    /// <summary>Header in the file of what it is a part of; null for the whole of <see cref="Name"/>.</summary>
    public string? From { get; init; }

    /// <summary>Header in the file of what stands behind <see cref="From"/>, where both are parts of it; null where it is one column or a part of one.</summary>
    public string? Then { get; init; }

    /// <summary>What it holds.</summary>
    public required ColumnRole Role { get; init; }

    /// <summary>Name of its <see cref="ColumnKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The levels of its comparison with starting probabilities; none when it is not compared.</summary>
    public IReadOnlyList<ComparisonLevel> Levels { get; init; } = [];

    /// <summary>What blocking rules may take of it.</summary>
    public IReadOnlyList<ProposedKey> Keys { get; init; } = [];

    /// <summary>Values that stand for none.</summary>
    public IReadOnlyList<DefaultValue> Defaults { get; init; } = [];

    /// <summary>Why it is not compared, without a full stop; null when it is.</summary>
    public Wording? Reason { get; init; }
}

/// <summary>A part of a value that blocking rules may take.</summary>
/// <param name="Take">A <see cref="Derivation"/> with its argument; null for the whole value.</param>
/// <param name="Stability">
/// The probability that it is the same in two records of one entity that both have a value, 0 to 1: a cautious guess, for the choice of rules alone.
/// </param>
public readonly record struct ProposedKey(string? Take, double Stability);
