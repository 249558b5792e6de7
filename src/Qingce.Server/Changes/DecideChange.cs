using System.Collections.Immutable;
using Qingce.Register;
using Qingce.Server.Idempotency;
using Qingce.Server.Languages;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Storage;
using Qingce.Storage.Changes;
using Actor = Qingce.Register.Actor;

namespace Qingce.Server.Changes;

/// <summary>Puts a request to the register and answers with the change, or with every rule that says no.</summary>
internal sealed class DecideChange(Store store, ProvinceRules province, CheckChange check, TimeProvider time)
{
    /// <summary>Decides a request of a body.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="http">Who acts, and the version that it rests on.</param>
    /// <param name="registrationId">The registration whose version If-Match names; null for a change that rests on none.</param>
    /// <param name="ask">Makes the request.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<WorkResult> RunAsync(
        StoreWrite write, HttpContext http, string? registrationId, Func<BodyReading, ChangeRequest> ask, CancellationToken cancellation)
    {
        int? expected = registrationId is null ? null : http.ExpectedVersion();
        BodyReading reading = new(new Actor(http.ActorName()));
        ChangeRequest request = ask(reading);
        return reading.Problem is { } faults ? Task.FromResult<WorkResult>(faults) : RecordAsync(write, request, registrationId, expected, null, cancellation);
    }

    /// <summary>Decides an act about another change.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="http">Who acts.</param>
    /// <param name="changeId">The other change.</param>
    /// <param name="kind">The kind it must be of, or null for any.</param>
    /// <param name="ask">Makes the request.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<WorkResult> OnChangeAsync(
        StoreWrite write, HttpContext http, Guid changeId, ChangeKind? kind, Func<Change, ImmutableArray<string>, BodyReading, ChangeRequest> ask, CancellationToken cancellation)
    {
        if (await StoredChanges.FindAsync(store, write.Context, changeId, cancellation) is not var (change, ids) || (kind is not null && change.Kind != kind))
        {
            return ProblemCatalogue.ChangeUnknown.Here();
        }

        BodyReading reading = new(new Actor(http.ActorName()));
        ChangeRequest request = ask(change, ids, reading);
        return reading.Problem is { } faults ? faults : await RecordAsync(write, request, null, null, null, cancellation);
    }

    /// <summary>Records a request that is whole.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="request">The request.</param>
    /// <param name="registrationId">The registration whose version is the ETag of the answer, or null.</param>
    /// <param name="expected">The version that it must have, or null for any.</param>
    /// <param name="proposalId">The proposal that is accepted with it, or null.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<WorkResult> RecordAsync(
        StoreWrite write, ChangeRequest request, string? registrationId, int? expected, Guid? proposalId, CancellationToken cancellation)
    {
        ChangeTerms terms = new(Guid.CreateVersion7(time.GetUtcNow())) { ProposalId = proposalId, Province = province };
        if (registrationId is not null && expected is { } version)
        {
            terms = terms with { Versions = new Dictionary<string, int>(StringComparer.Ordinal) { [registrationId] = version } };
        }

        switch (await AcceptChange.InAsync(store, write, request, terms, cancellation))
        {
            case ChangeOutcome.Accepted accepted:
                DecidedChange decided = new()
                {
                    Change = ChangeAnswer.Of(accepted.Change),
                    Registrations = [.. accepted.Versions.Select(one => new TouchedRegistration(one.Key, one.Value))],
                    Findings = accepted.IsRepeat ? [] : await check.RunAsync(write, accepted, cancellation),
                };
                return Answer.Of(
                    StatusCodes.Status201Created, decided, ServerJson.Written.DecidedChange,
                    registrationId is not null && accepted.Versions.TryGetValue(registrationId, out int now) ? now : null,
                    $"/api/v1/changes/{accepted.Change.Id}");
            case ChangeOutcome.Conflict conflict:
                // Two who rest on one version: the second is told so, and nothing of what they sent is written.
                return conflict.Now.Any(one => one.Version == 0)
                    ? ProblemCatalogue.RegistrationUnknown.Here()
                    : ProblemCatalogue.VersionChanged.Here() with { CurrentVersion = conflict.Now[0].Version };
            case ChangeOutcome.Refused refused:
                return Refusal(refused.Rules);
            case var other:
                throw new InvalidOperationException($"An outcome of another kind: {other.GetType().Name}.");
        }
    }

    /// <summary>The rules that say no, as a problem: what is not there is not found, everything else is in conflict with the register.</summary>
    public static Problem Refusal(IReadOnlyList<BrokenRule> rules) => rules switch
    {
        [{ Code: "registration-unknown" }] => ProblemCatalogue.RegistrationUnknown.Here(),
        [{ Code: "proposal-unknown" }] => ProblemCatalogue.ProposalUnknown.Here(),
        [{ Code: "proposal-decided" }] => ProblemCatalogue.ProposalDecided.Here(),
        _ => ProblemCatalogue.RuleBroken.Here() with
        {
            Faults = [.. rules.Select(rule => new Fault(string.Join(';', rule.RegistrationIds), new Phrase(rule.Chinese, rule.English), rule.Code))],
        },
    };
}
