namespace Qingce.Bench.Accuracy;

/// <summary>A person of an invented population.</summary>
internal sealed record Citizen(
    int Entity, string Given, string Family, bool IsFemale, DateOnly Born, string House, string Street, string Town, string Postcode, string Phone, string Email, string Number)
{
    /// <summary>The birth date as a layout writes it, where a record has another than <see cref="Born"/>.</summary>
    public string? BornAs { get; init; }

    /// <summary>Both names in one, where a record writes them in its own way; null for the usual way.</summary>
    public string? NameAs { get; init; }
}

/// <summary>What a person is to another whom linkage may take for the same.</summary>
internal enum Kin
{
    Twin,
    Namesake,
    Parent,
    Sibling,
    Spouse,
}
