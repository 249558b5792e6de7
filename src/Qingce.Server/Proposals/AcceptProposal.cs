using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Server.Changes;
using Qingce.Server.Idempotency;
using Qingce.Server.Merges;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Storage;
using Qingce.Storage.Persons;
using Qingce.Storage.Sealing;
using Actor = Qingce.Register.Actor;

namespace Qingce.Server.Proposals;

/// <summary>What a person adds to a proposal when accepting it.</summary>
internal sealed record AcceptBody : ChangeGrounds
{
    /// <summary>Of a merge, the true registration, which is kept.</summary>
    public string? KeptId { get; init; }

    /// <summary>Of a merge, the day of it; today when not given.</summary>
    public DateOnly? MergedOn { get; init; }

    /// <summary>The request of the proposal with what the person adds: a second person, further papers, the reason, the new head.</summary>
    public ChangeRequest Over(ChangeRequest proposed, BodyReading reading)
    {
        ChangeRequest own = OnGrounds(proposed, reading);
        return own with
        {
            Evidence = [.. proposed.Evidence, .. own.Evidence],
            Reason = own.Reason.Length > 0 ? own.Reason : proposed.Reason,
            NewRelations = own.NewRelations.IsEmpty ? proposed.NewRelations : own.NewRelations,
        };
    }
}

/// <summary>Accepts a proposal: a person does, under their name.</summary>
internal sealed class AcceptProposal(Store store, DecideChange decide, TimeProvider time)
{
    /// <summary>Records the change that a proposal asks for, and the proposal as accepted with it.</summary>
    public async Task<WorkResult> RunAsync(StoreWrite write, HttpContext http, Guid proposalId, AcceptBody body, CancellationToken cancellation)
    {
        if (await write.Context.Proposals.AsNoTracking().SingleOrDefaultAsync(one => one.ProposalId == proposalId, cancellation) is not { } proposal)
        {
            return ProblemCatalogue.ProposalUnknown.Here();
        }

        if (proposal.DecidedAt is not null)
        {
            return ProblemCatalogue.ProposalDecided.Here();
        }

        BodyReading reading = new(new Actor(http.ActorName()));
        ChangeRequest request = proposal.Sealed is { } envelope
            ? body.Over(Proposed(proposal, store.Keys.Open(EnvelopePurpose.Proposal, proposalId.ToString(), envelope), reading), reading)
            : Merge(proposal, body).Request(reading);
        return reading.Problem is { } faults ? faults : await decide.RecordAsync(write, request, null, null, proposalId, cancellation);
    }

    private static ChangeRequest Proposed(Proposal proposal, byte[] body, BodyReading reading) => proposal.Kind == "birth"
        ? JsonSerializer.Deserialize(body, ServerJson.Default.RegisterChangeBody)!.Request(reading)
        : JsonSerializer.Deserialize(body, ServerJson.Default.RegistrationChangeBody)!.Request(proposal.RegistrationId, reading);

    private MergeBody Merge(Proposal proposal, AcceptBody body)
    {
        string kept = body.KeptId ?? proposal.OtherId ?? proposal.RegistrationId;
        return new MergeBody
        {
            KeptId = kept,
            OtherIds = [kept == proposal.RegistrationId ? proposal.OtherId ?? "" : proposal.RegistrationId],
            MergedOn = body.MergedOn ?? RegisterDay.Of(time.GetUtcNow()),
            Reason = body.Reason,
            Evidence = body.Evidence,
            ConfirmedBy = body.ConfirmedBy,
            NewRelations = body.NewRelations,
        };
    }
}
