using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>
/// The part of the register that a decision is made against: the registrations that the request names, the members of their households, and the
/// registrations with the same citizen numbers. See <see cref="ChangeRequest.Surroundings"/>.
/// </summary>
/// <param name="Registrations">The registrations, each once.</param>
/// <param name="Decisions">What reviewers have said of them and still stands.</param>
/// <param name="Today">The day of the decision.</param>
/// <param name="Province">The province's own rules.</param>
public sealed record RegisterExtract(
    IReadOnlyList<RegistrationHistory> Registrations, IReadOnlyList<ReviewersWord> Decisions, DateOnly Today, ProvinceRules Province);

/// <summary>What else a decision needs to see.</summary>
/// <param name="HouseholdIds">Households whose members, past and present, are needed.</param>
/// <param name="CitizenNumbers">Citizen numbers, in kept form, whose holders are needed.</param>
/// <param name="PersonIds">Persons whose registrations are needed.</param>
public sealed record Surroundings(
    ImmutableHashSet<string> HouseholdIds, ImmutableHashSet<string> CitizenNumbers, ImmutableHashSet<string> PersonIds)
{
    /// <summary>Sequences of marriages whose other spouse is needed.</summary>
    public ImmutableHashSet<long> Marriages { get; init; } = [];

    /// <summary>Nothing else.</summary>
    public static Surroundings None { get; } = new([], [], []);
}
