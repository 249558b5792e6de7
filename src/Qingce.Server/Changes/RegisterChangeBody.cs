using System.Text.Json.Serialization;
using Qingce.Exchange.Codes;
using Qingce.Register;

namespace Qingce.Server.Changes;

/// <summary>A change that starts from no single registration; the member <c>kind</c> says which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(BirthBody), "birth")]
[JsonDerivedType(typeof(ArrivalBody), "move_in")]
[JsonDerivedType(typeof(HouseholdSplitBody), "household_split")]
[JsonDerivedType(typeof(HouseholdJoinBody), "household_join")]
internal abstract record RegisterChangeBody : ChangeGrounds
{
    /// <summary>The day from which it is true in the world.</summary>
    /// <example>2026-03-14</example>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The request to the register. What is wrong with codes and fields is kept by the reading.</summary>
    public ChangeRequest Request(BodyReading reading) => OnGrounds(Ask(reading), reading);

    protected abstract ChangeRequest Ask(BodyReading reading);
}

/// <summary>A child is registered in a household; validFrom is the day of registration.</summary>
internal sealed record BirthBody : RegisterChangeBody
{
    /// <summary>
    /// What the registration says, by the headers of the register: registration_id, household_id, relation, name, sex, birth_date and whatever else is
    /// known. Division, address and kind of household are those of the household unless given.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    protected override ChangeRequest Ask(BodyReading reading) => new RegisterBirth(reading.Content("fields", Fields), ValidFrom) { ActedBy = reading.Actor };
}

/// <summary>Somebody who is not on this register moves in.</summary>
internal sealed record ArrivalBody : RegisterChangeBody
{
    /// <summary>What the registration says, by the headers of the register, as of a birth.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Why, as a token of registered_for.</summary>
    /// <example>employment</example>
    public required string For { get; init; }

    /// <summary>Where from: a division code or text.</summary>
    public string? From { get; init; }

    protected override ChangeRequest Ask(BodyReading reading) => new RegisterMoveIn(
        reading.Content("fields", Fields), ValidFrom, reading.Code(CodeLists.RegistrationReasons, "for", For), From ?? "")
    {
        ActedBy = reading.Actor,
    };
}

/// <summary>Members leave a household and make one of their own.</summary>
internal sealed record HouseholdSplitBody : RegisterChangeBody
{
    /// <summary>The household that they leave.</summary>
    public required string HouseholdId { get; init; }

    /// <summary>The household that they make.</summary>
    public required string NewHouseholdId { get; init; }

    /// <summary>Who leaves, and what each is to the new head.</summary>
    public required IReadOnlyList<MemberRelationBody> Members { get; init; }

    /// <summary>Address of the new household; that of the old one when not given.</summary>
    public string? NewAddress { get; init; }

    protected override ChangeRequest Ask(BodyReading reading) =>
        new SplitHousehold(HouseholdId, NewHouseholdId, reading.Relations("members", Members), ValidFrom, NewAddress ?? "") { ActedBy = reading.Actor };
}

/// <summary>All living members of a household join another one.</summary>
internal sealed record HouseholdJoinBody : RegisterChangeBody
{
    /// <summary>The household that ends.</summary>
    public required string HouseholdId { get; init; }

    /// <summary>The household that they join.</summary>
    public required string IntoHouseholdId { get; init; }

    /// <summary>All who join, and what each is to the head there.</summary>
    public required IReadOnlyList<MemberRelationBody> Members { get; init; }

    protected override ChangeRequest Ask(BodyReading reading) =>
        new JoinHouseholds(HouseholdId, IntoHouseholdId, reading.Relations("members", Members), ValidFrom) { ActedBy = reading.Actor };
}
