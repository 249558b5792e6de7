using System.Text.Json;
using Qingce.Register;
using Qingce.Server.Changes;
using Qingce.Server.Linking;
using Qingce.Server.Live;
using Qingce.Storage;
using Qingce.Storage.Changes;
using Qingce.Storage.Events;
using Qingce.Storage.Persons;
using Qingce.Storage.Sealing;

namespace Qingce.Server.Events;

/// <summary>What came of an event besides its record.</summary>
internal sealed class EventEffect
{
    /// <summary>The registrations it is about.</summary>
    public List<string> RegistrationIds { get; } = [];

    /// <summary>The registrations that it made.</summary>
    public List<RegistrationContent> Made { get; } = [];

    /// <summary>The registration that it ended, as it was before.</summary>
    public RegistrationContent? Ended { get; set; }

    /// <summary>The provisional change it was entered as.</summary>
    public Guid? ChangeId { get; set; }

    /// <summary>What was proposed.</summary>
    public List<Guid> Proposals { get; } = [];
}

/// <summary>
/// Carries out what events ask for: a birth or death of its issuing authority is entered as provisional where the rules allow it; everything else, and what a
/// rule forbids, is proposed to a person. Who is likely of one person with a new registration is proposed to be reviewed.
/// </summary>
internal sealed class EventEffects(
    StoreWrite write, Keyring keys, PersonsOfEvents persons, LiveIndex index, ProvisionalChanges provisional, DateTimeOffset now)
{
    /// <summary>Bits from which two registrations are worth a reviewer's look: as likely as not.</summary>
    private const double LeastBits = 0;

    /// <summary>Carries events out, in their order; the caller saves and commits.</summary>
    /// <returns>What came of each.</returns>
    public async Task<IReadOnlyDictionary<LiveEvent, EventEffect>> ApplyAsync(IReadOnlyList<LiveEvent> events, CancellationToken cancellation)
    {
        Asked[] asked = [.. events.Select(Read)];
        await provisional.ReadAheadAsync([.. asked.Select(one => one.Request).OfType<ChangeRequest>()], cancellation);
        foreach (Asked one in asked)
        {
            if (one.Request is { } request && await provisional.EnterAsync(request, now, cancellation) is { } entered)
            {
                one.Effect.ChangeId = entered.Change.Id;
                one.Effect.Ended = entered.Change.Kind == ChangeKind.Death ? one.Subject : null;
                foreach (RegistrationContent made in entered.New)
                {
                    one.Effect.RegistrationIds.Add(made.RegistrationId);
                    one.Effect.Made.Add(made);
                    ProposeReviews(made, one.Live, one.Effect);
                }
            }
            else if (one.Change is { } change)
            {
                string body = change.OfRegistration is { } ofRegistration
                    ? JsonSerializer.Serialize(ofRegistration, ServerJson.Default.RegistrationChangeBody)
                    : JsonSerializer.Serialize(change.OfRegister!, ServerJson.Default.RegisterChangeBody);
                Propose(one.Effect, change.Kind, change.RegistrationId, one.OtherId, 0, one.Live, body, change.Contradiction);
            }
        }

        return asked.ToDictionary(one => one.Live, one => one.Effect, (IEqualityComparer<LiveEvent>)ReferenceEqualityComparer.Instance);
    }

    private Asked Read(LiveEvent live)
    {
        EventEffect effect = new();
        RegistrationContent? subject = live.Feed.Type == "qingce.birth" ? null : persons.Find(live["citizen_number"], live["name"]);
        RegistrationContent? counterpart = persons.Find(live["counterpart_citizen_number"], live["counterpart_name"]);
        effect.RegistrationIds.AddRange(new[] { subject, counterpart }.OfType<RegistrationContent>().Select(one => one.RegistrationId));
        EventChange? change = EventChange.Of(live, subject, counterpart);
        ChangeRequest? request = null;
        if (change is not null && EventChange.IsOfIssuingAuthority(live))
        {
            BodyReading reading = new(new Register.Actor($"feed:{live.Source}"));
            request = change.Provisional(reading);
            request = reading.Problem is null ? request : null;
        }

        return new Asked(live, effect, change, request, subject, counterpart?.RegistrationId);
    }

    private void ProposeReviews(RegistrationContent made, LiveEvent live, EventEffect effect)
    {
        foreach (LikelyPerson likely in index.Find(made, LeastBits).Take(3))
        {
            Propose(effect, "merge", made.RegistrationId, likely.RegistrationId, likely.Weight, live, null);
        }
    }

    private void Propose(EventEffect effect, string kind, string registrationId, string? otherId, double weight, LiveEvent live, string? body, string? contradiction = null)
    {
        Guid id = Guid.CreateVersion7(now);
        Proposal proposal = new()
        {
            ProposalId = id,
            Kind = kind,
            RegistrationId = registrationId,
            OtherId = otherId == registrationId ? null : otherId,
            Weight = weight,
            Origin = $"event {live.Source} {live.Id}{(contradiction is null ? "" : $": {contradiction}")}",
            Sealed = body is null ? null : keys.Seal(EnvelopePurpose.Proposal, id.ToString(), System.Text.Encoding.UTF8.GetBytes(body)),
            MadeAt = now,
        };
        write.Context.Proposals.Add(proposal);
        write.Context.Outbox.Add(LiveNotice.OfProposal(proposal, now));
        effect.Proposals.Add(id);
    }

    /// <summary>What an event asks for.</summary>
    /// <param name="Live">The event.</param>
    /// <param name="Effect">What came of it so far.</param>
    /// <param name="Change">The change, or null.</param>
    /// <param name="Request">The change as its issuing authority may have it entered, or null.</param>
    /// <param name="Subject">Who it is about, or null where nobody is known.</param>
    /// <param name="OtherId">The registration of the counterpart, or null.</param>
    private sealed record Asked(LiveEvent Live, EventEffect Effect, EventChange? Change, ChangeRequest? Request, RegistrationContent? Subject, string? OtherId);
}
