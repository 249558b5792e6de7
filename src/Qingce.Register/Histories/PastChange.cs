namespace Qingce.Register;

/// <summary>A change from before this register kept its own history, as a delivered file of past changes tells it.</summary>
public sealed record PastChange
{
    /// <summary>Day of the change; null where the file names none that can be read.</summary>
    public DateOnly? ChangedOn { get; init; }

    /// <summary>What changed; null for the act by which the person came onto the register.</summary>
    public RegisterField? Field { get; init; }

    /// <summary>What the field said before, in kept form; empty where it said nothing.</summary>
    public string Old { get; init; } = "";

    /// <summary>What the field said from then on, in kept form; empty where it said nothing.</summary>
    public string New { get; init; } = "";

    /// <summary>Why, as delivered.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Kind of the paper it rested on, as delivered.</summary>
    public string DocumentKind { get; init; } = "";

    /// <summary>Number of that paper.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The officer.</summary>
    public string Handler { get; init; } = "";

    /// <summary>Who filed it for the person.</summary>
    public string Agent { get; init; } = "";

    /// <summary>When this register learned of it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
