using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Server.Changes;
using Qingce.Server.Linking;
using Qingce.Server.Live;
using Qingce.Storage;
using Qingce.Storage.Events;
using Qingce.Storage.Persons;
using Qingce.Storage.Registrations;
using Qingce.Storage.Sealing;

namespace Qingce.Server.Events;

/// <summary>What came of an event besides its record.</summary>
internal sealed class EventEffect
{
    /// <summary>The registrations it is about.</summary>
    public List<string> RegistrationIds { get; } = [];

    /// <summary>The provisional change it was entered as.</summary>
    public Guid? ChangeId { get; set; }

    /// <summary>What was proposed.</summary>
    public List<Guid> Proposals { get; } = [];
}

/// <summary>
/// Carries out what events ask for: a birth or death of its issuing authority is entered as provisional where the rules allow it; everything else, and what a
/// rule forbids, is proposed to a person. Who is likely of one person with a new registration is proposed to be reviewed.
/// </summary>
internal sealed class EventEffects(StoreWrite write, Keyring keys, PersonsOfEvents persons, LiveIndex index, EnterProvisional enter, DateTimeOffset now)
{
    /// <summary>Bits from which two registrations are worth a reviewer's look: as likely as not.</summary>
    private const double LeastBits = 0;

    /// <summary>Carries one event out; the caller commits.</summary>
    public async Task<EventEffect> ApplyAsync(LiveEvent live, CancellationToken cancellation)
    {
        EventEffect effect = new();
        RegistrationContent? subject = live.Feed.Type == "qingce.birth" ? null : persons.Find(live["citizen_number"], live["name"]);
        RegistrationContent? counterpart = persons.Find(live["counterpart_citizen_number"], live["counterpart_name"]);
        effect.RegistrationIds.AddRange(new[] { subject, counterpart }.OfType<RegistrationContent>().Select(one => one.RegistrationId));
        if (EventChange.Of(live, subject, counterpart) is not { } asked)
        {
            return effect;
        }

        if (EventChange.IsOfIssuingAuthority(live))
        {
            BodyReading reading = new(new Register.Actor($"feed:{live.Source}"));
            ChangeRequest request = asked.Provisional(reading);
            if (reading.Problem is null && await enter.RunAsync(write, request, now, cancellation) is { } entered)
            {
                effect.ChangeId = entered.Change.Id;
                effect.RegistrationIds.AddRange(entered.New);
                foreach (string made in entered.New)
                {
                    Registration row = await write.Context.Registrations.AsNoTracking().SingleAsync(one => one.RegistrationId == made, cancellation);
                    ProposeReviews(row.Content(keys), live, effect);
                }

                return effect;
            }
        }

        string body = asked.OfRegistration is { } ofRegistration
            ? JsonSerializer.Serialize(ofRegistration, ServerJson.Default.RegistrationChangeBody)
            : JsonSerializer.Serialize(asked.OfRegister!, ServerJson.Default.RegisterChangeBody);
        Propose(effect, asked.Kind, asked.RegistrationId, counterpart?.RegistrationId, 0, live, body);
        return effect;
    }

    private void ProposeReviews(RegistrationContent made, LiveEvent live, EventEffect effect)
    {
        foreach (LikelyPerson likely in index.Find(made, LeastBits).Take(3))
        {
            Propose(effect, "merge", made.RegistrationId, likely.RegistrationId, likely.Weight, live, null);
        }
    }

    private void Propose(EventEffect effect, string kind, string registrationId, string? otherId, double weight, LiveEvent live, string? body)
    {
        Guid id = Guid.CreateVersion7(now);
        Proposal proposal = new()
        {
            ProposalId = id,
            Kind = kind,
            RegistrationId = registrationId,
            OtherId = otherId == registrationId ? null : otherId,
            Weight = weight,
            Origin = $"event {live.Source} {live.Id}",
            Sealed = body is null ? null : keys.Seal(EnvelopePurpose.Proposal, id.ToString(), System.Text.Encoding.UTF8.GetBytes(body)),
            MadeAt = now,
        };
        write.Context.Proposals.Add(proposal);
        write.Context.Outbox.Add(LiveNotice.OfProposal(proposal, now));
        effect.Proposals.Add(id);
    }
}
