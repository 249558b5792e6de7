using Microsoft.EntityFrameworkCore;
using Qingce.Server.Idempotency;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Storage;
using Qingce.Storage.Persons;

namespace Qingce.Server.Proposals;

/// <summary>Something that a machine run or an event proposes and a person decides.</summary>
internal sealed record ProposalItem
{
    /// <summary>The proposal.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>What is proposed: merge, or the kind of a change.</summary>
    public required string Kind { get; init; }

    /// <summary>The registration it is about; of a birth the mother's.</summary>
    public required string RegistrationId { get; init; }

    /// <summary>The other registration, where there is one.</summary>
    public string? OtherId { get; init; }

    /// <summary>Strength of the evidence in bits.</summary>
    public required double Weight { get; init; }

    /// <summary>What made it.</summary>
    public required string Origin { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When somebody decided; missing while it is open.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Whether it was accepted; missing while it is open.</summary>
    public bool? IsAccepted { get; init; }

    public static ProposalItem Of(Proposal proposal) => new()
    {
        ProposalId = proposal.ProposalId,
        Kind = proposal.Kind,
        RegistrationId = proposal.RegistrationId,
        OtherId = proposal.OtherId,
        Weight = Math.Round(proposal.Weight, 2),
        Origin = proposal.Origin,
        MadeAt = proposal.MadeAt,
        DecidedAt = proposal.DecidedAt,
        DecidedBy = proposal.DecidedBy,
        IsAccepted = proposal.IsTaken,
    };
}

/// <summary>A page of proposals, the earliest first.</summary>
/// <param name="Items">The proposals.</param>
/// <param name="Next">Leads on; missing at the end.</param>
internal sealed record ProposalPage(IReadOnlyList<ProposalItem> Items, string? Next);

/// <summary>Why a proposal is declined.</summary>
/// <param name="Reason">Why, in words.</param>
internal sealed record DeclineBody(string Reason);

internal static class ProposalEndpoints
{
    public static void MapProposals(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder proposals = routes.MapGroup("/proposals").WithTags("Proposals");
        proposals.MapGet("/", ListAsync).IsPaged()
            .WithName("listProposals").WithSummary("List proposals")
            .WithDescription("What waits for a person's decision, the earliest first; with decided=true what was decided.")
            .Produces<ProposalPage>();
        proposals.MapPost("/{proposalId}/accept", (Guid proposalId, HttpContext http, WriteRequests writes, AcceptProposal accept) =>
                writes.RunAsync(http, ServerJson.Default.AcceptBody, (write, body, cancellation) => accept.RunAsync(write, http, proposalId, body, cancellation)))
            .NeedsActor().TakesIdempotencyKey()
            .WithName("acceptProposal").WithSummary("Accept a proposal")
            .WithDescription("Accepts a proposal: the change it asks for is recorded under your name, as far as the rules allow.")
            .Accepts<AcceptBody>("application/json").Produces<Changes.DecidedChange>(StatusCodes.Status201Created)
            .Problems(
                ProblemCatalogue.ProposalUnknown, ProblemCatalogue.ProposalDecided, ProblemCatalogue.RuleBroken, ProblemCatalogue.ValueInvalid, ProblemCatalogue.BodyInvalid);
        proposals.MapPost("/{proposalId}/decline", (Guid proposalId, HttpContext http, WriteRequests writes, Store store) =>
                writes.RunAsync(http, ServerJson.Default.DeclineBody, (write, body, cancellation) => DeclineAsync(write, proposalId, body, http, store, cancellation)))
            .NeedsActor().TakesIdempotencyKey()
            .WithName("declineProposal").WithSummary("Decline a proposal")
            .WithDescription("Declines a proposal; of a merge this says that the two are different persons, and no machine run proposes it again.")
            .Accepts<DeclineBody>("application/json").Produces<ProposalItem>()
            .Problems(ProblemCatalogue.ProposalUnknown, ProblemCatalogue.ProposalDecided, ProblemCatalogue.RuleBroken, ProblemCatalogue.BodyInvalid);
    }

    private static async Task<WorkResult> DeclineAsync(
        StoreWrite write, Guid proposalId, DeclineBody body, HttpContext http, Store store, CancellationToken cancellation)
    {
        if (await DecideProposal.DeclineAsync(store, write, proposalId, new Register.Actor(http.ActorName()), body.Reason, cancellation) is { } broken)
        {
            return Changes.DecideChange.Refusal([broken]);
        }

        Proposal declined = await write.Context.Proposals.SingleAsync(one => one.ProposalId == proposalId, cancellation);
        return Answer.Of(StatusCodes.Status200OK, ProposalItem.Of(declined), ServerJson.Written.ProposalItem);
    }

    private static async Task<ProposalPage> ListAsync(
        PageRequest page, Store store, CancellationToken cancellation, bool decided = false, string? registrationId = null, ProposalKind? kind = null)
    {
        Guid after = page.After is null ? Guid.Empty
            : Guid.TryParse(page.After, out Guid position) ? position : throw new ProblemException(ProblemCatalogue.CursorInvalid.Here());
        string? token = kind?.Token;
        await using RegisterContext context = store.Read();
        List<Proposal> found = await context.Proposals.AsNoTracking()
            .Where(proposal => proposal.DecidedAt != null == decided && proposal.ProposalId > after
                && (registrationId == null || proposal.RegistrationId == registrationId || proposal.OtherId == registrationId) && (token == null || proposal.Kind == token))
            .OrderBy(proposal => proposal.ProposalId).Take(page.Limit + 1).ToListAsync(cancellation);
        return new ProposalPage(
            [.. found.Take(page.Limit).Select(ProposalItem.Of)], found.Count > page.Limit ? page.Cursor(found[page.Limit - 1].ProposalId.ToString()) : null);
    }
}
