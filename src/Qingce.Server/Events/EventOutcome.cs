namespace Qingce.Server.Events;

/// <summary>What came of an event.</summary>
internal sealed record EventOutcome
{
    /// <summary>The sender.</summary>
    public required string Source { get; init; }

    /// <summary>The sender's identifier of the event.</summary>
    public required string Id { get; init; }

    /// <summary><c>taken</c>; <c>duplicate</c> where it was taken before; <c>differs</c> where another event was taken under its identifier.</summary>
    public required string Status { get; init; }

    /// <summary>The registrations it is about, as far as they are known.</summary>
    public IReadOnlyList<string> RegistrationIds { get; init; } = [];

    /// <summary>The provisional change it was entered as; a person confirms or declines it.</summary>
    public Guid? ChangeId { get; init; }

    /// <summary>The proposals that wait for a person.</summary>
    public IReadOnlyList<Guid> Proposals { get; init; } = [];

    /// <summary>The findings that rest on it.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];
}
