using System.Text.Json.Serialization;
using Qingce.Exchange.Codes;
using Qingce.Register;

namespace Qingce.Server.Changes;

/// <summary>A change of a registration that is there; the member <c>kind</c> says which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DeathBody), "death")]
[JsonDerivedType(typeof(MarriageBody), "marriage")]
[JsonDerivedType(typeof(DivorceBody), "divorce")]
[JsonDerivedType(typeof(AdoptionBody), "adoption")]
[JsonDerivedType(typeof(MoveOutBody), "move_out")]
[JsonDerivedType(typeof(MoveHereBody), "move_in")]
[JsonDerivedType(typeof(AlterationBody), "alteration")]
[JsonDerivedType(typeof(CorrectionBody), "correction")]
[JsonDerivedType(typeof(CancellationBody), "cancellation")]
[JsonDerivedType(typeof(RestorationBody), "restoration")]
internal abstract record RegistrationChangeBody : ChangeGrounds
{
    /// <summary>The day from which it is true in the world.</summary>
    /// <example>2026-03-14</example>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The request to the register. What is wrong with codes and fields is kept by the reading.</summary>
    public ChangeRequest Request(string registrationId, BodyReading reading) => OnGrounds(Ask(registrationId, reading), reading);

    protected abstract ChangeRequest Ask(string registrationId, BodyReading reading);
}

/// <summary>The person died on the day given.</summary>
internal sealed record DeathBody : RegistrationChangeBody
{
    /// <summary>The surviving spouse's registration, who becomes widowed.</summary>
    public string? SpouseId { get; init; }

    protected override ChangeRequest Ask(string registrationId, BodyReading reading) =>
        new RegisterDeath(registrationId, ValidFrom, SpouseId ?? "") { ActedBy = reading.Actor };
}

/// <summary>The person married on the day given.</summary>
internal sealed record MarriageBody : RegistrationChangeBody
{
    /// <summary>The other one's registration, where it is in this register.</summary>
    public string? SpouseId { get; init; }

    /// <summary>Division of the registry office.</summary>
    public string? Place { get; init; }

    /// <summary>Whether they had been married to each other before.</summary>
    public bool ToFormerSpouse { get; init; }

    protected override ChangeRequest Ask(string registrationId, BodyReading reading) =>
        new RegisterMarriage(registrationId, ValidFrom, SpouseId ?? "", reading.Division("place", Place), ToFormerSpouse) { ActedBy = reading.Actor };
}

/// <summary>A divorce holds from the day given.</summary>
internal sealed record DivorceBody : RegistrationChangeBody
{
    /// <summary>The other one's registration, where it is in this register.</summary>
    public string? SpouseId { get; init; }

    protected override ChangeRequest Ask(string registrationId, BodyReading reading) =>
        new RegisterDivorce(registrationId, ValidFrom, SpouseId ?? "") { ActedBy = reading.Actor };
}

/// <summary>The child was adopted on the day given and joins the adopter's household.</summary>
internal sealed record AdoptionBody : RegistrationChangeBody
{
    /// <summary>The adopter's household.</summary>
    public required string HouseholdId { get; init; }

    /// <summary>What the child is to its head (GB/T 4761).</summary>
    public required string Relation { get; init; }

    /// <summary>The child's name from then on, where it changes.</summary>
    public string? NewName { get; init; }

    protected override ChangeRequest Ask(string registrationId, BodyReading reading) =>
        new RegisterAdoption(registrationId, HouseholdId, reading.Relation("relation", Relation), ValidFrom, NewName ?? "") { ActedBy = reading.Actor };
}

/// <summary>The person left this register on the day given.</summary>
internal sealed record MoveOutBody : RegistrationChangeBody
{
    /// <summary>Where to: a division code or text; may be missing for an enlistment.</summary>
    public string? To { get; init; }

    /// <summary>moved_out, enlistment or settled_abroad; moved_out when not given.</summary>
    public string? For { get; init; }

    protected override ChangeRequest Ask(string registrationId, BodyReading reading) => new RegisterMoveOut(
        registrationId, ValidFrom, To ?? "", For is null ? CancellationReason.MovedOut : reading.Code(CodeLists.CancellationReasons, "for", For))
    {
        ActedBy = reading.Actor,
    };
}

/// <summary>The person moved to another household here, or came back, on the day given.</summary>
internal sealed record MoveHereBody : RegistrationChangeBody
{
    /// <summary>The household.</summary>
    public required string HouseholdId { get; init; }

    /// <summary>What the person is to its head (GB/T 4761).</summary>
    public required string Relation { get; init; }

    /// <summary>Division and address where they differ from those of the household, by the headers of the register.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>Why, as a token of registered_for.</summary>
    /// <example>joined_spouse</example>
    public required string For { get; init; }

    /// <summary>Where from: a division code or text.</summary>
    public string? From { get; init; }

    protected override ChangeRequest Ask(string registrationId, BodyReading reading)
    {
        Dictionary<string, string> fields = new(Fields ?? new Dictionary<string, string>(), StringComparer.Ordinal)
        {
            ["registration_id"] = registrationId,
            ["household_id"] = HouseholdId,
            ["relation"] = Relation,
        };
        return new RegisterMoveIn(
            reading.Content("fields", fields), ValidFrom, reading.Code(CodeLists.RegistrationReasons, "for", For), From ?? "")
        {
            ActedBy = reading.Actor,
        };
    }
}

/// <summary>Fields become different from the day given.</summary>
internal sealed record AlterationBody : RegistrationChangeBody
{
    /// <summary>The new values, by the headers of the register.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    protected override ChangeRequest Ask(string registrationId, BodyReading reading) =>
        new AlterFields(registrationId, reading.Fields("fields", Fields), ValidFrom) { ActedBy = reading.Actor };
}

/// <summary>Fields were wrong since the day given and are set right.</summary>
internal sealed record CorrectionBody : RegistrationChangeBody
{
    /// <summary>The right values, by the headers of the register.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    protected override ChangeRequest Ask(string registrationId, BodyReading reading) =>
        new CorrectFields(registrationId, reading.Fields("fields", Fields), ValidFrom) { ActedBy = reading.Actor };
}

/// <summary>The registration is cancelled for another reason than death, a move or a duplicate.</summary>
internal sealed record CancellationBody : RegistrationChangeBody
{
    /// <summary>Why, as a token of cancelled_for.</summary>
    /// <example>fraud</example>
    public required string For { get; init; }

    protected override ChangeRequest Ask(string registrationId, BodyReading reading) =>
        new CancelRegistration(registrationId, ValidFrom, reading.Code(CodeLists.CancellationReasons, "for", For)) { ActedBy = reading.Actor };
}

/// <summary>A cancelled registration lives again from the day given.</summary>
internal sealed record RestorationBody : RegistrationChangeBody
{
    /// <summary>What the person is to the head from then on; as before when not given.</summary>
    public string? Relation { get; init; }

    protected override ChangeRequest Ask(string registrationId, BodyReading reading) =>
        new RestoreRegistration(registrationId, ValidFrom, reading.Relation("relation", Relation)) { ActedBy = reading.Actor };
}
