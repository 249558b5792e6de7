using System.Collections.Immutable;
using Qingce.Register;

namespace Qingce.Storage.Changes;

/// <summary>What came of a request: accepted, refused by rules, or in conflict with what somebody else did meanwhile. In the latter two nothing was written.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    /// <summary>It is recorded, or was by an earlier request with the same identifier.</summary>
    /// <param name="Change">The change.</param>
    /// <param name="Versions">The registrations touched, each with its version now; 0 for one that counts as never made.</param>
    /// <param name="IsRepeat">Whether it had been recorded before.</param>
    public sealed record Accepted(Change Change, ImmutableSortedDictionary<string, int> Versions, bool IsRepeat) : ChangeOutcome;

    /// <summary>Rules would be broken.</summary>
    /// <param name="Rules">Which.</param>
    public sealed record Refused(ImmutableArray<BrokenRule> Rules) : ChangeOutcome;

    /// <summary>Registrations are not as the request saw them.</summary>
    /// <param name="Now">What they say now.</param>
    public sealed record Conflict(ImmutableArray<PresentRegistration> Now) : ChangeOutcome;

    /// <summary>Refused because there is no such change.</summary>
    internal static Refused UnknownChange { get; } = new(
        [new BrokenRule("change-unknown", "没有这项变更，请核对变更编号。", "There is no such change. Check its id.", [])]);
}

/// <summary>A registration as it is now.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="Version">Its version; 0 when there is none.</param>
/// <param name="Content">What it says.</param>
public sealed record PresentRegistration(string RegistrationId, int Version, RegistrationContent Content);

/// <summary>The terms on which a request is made.</summary>
/// <param name="ChangeId">Version-7 UUID made where the request came in. The same one twice is recorded once.</param>
public sealed record ChangeTerms(Guid ChangeId)
{
    /// <summary>The versions that the request saw; others may have any.</summary>
    public IReadOnlyDictionary<string, int> Versions { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The province's own rules.</summary>
    public ProvinceRules Province { get; init; } = ProvinceRules.Common;

    /// <summary>The proposal that is taken with it, or null.</summary>
    public Guid? ProposalId { get; init; }
}
