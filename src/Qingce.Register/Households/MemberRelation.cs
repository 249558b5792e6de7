using Qingce.Standards;

namespace Qingce.Register;

/// <summary>What a member of a household is to its head from a change on.</summary>
/// <param name="RegistrationId">The member.</param>
/// <param name="Relation">The relation; <see cref="Relation.Head"/> for the new head.</param>
public readonly record struct MemberRelation(string RegistrationId, Relation Relation);
