using System.Text.Json;
using Qingce.Checks.Findings;
using Qingce.Server.Verifications;
using Qingce.Storage.Events;
using Qingce.Storage.Importing;
using Qingce.Storage.Persons;
using Qingce.Storage.Verifications;
using Qingce.Storage;

namespace Qingce.Server.Live;

/// <summary>What subscribers are told: ids, kinds and counts, nothing of a person.</summary>
internal static class LiveNotice
{
    public static OutboxMessage OfFinding(RenderedFinding finding, DateTimeOffset now) => Message("finding", now, json =>
    {
        json.WriteString("finding_id", finding.FindingId);
        json.WriteString("indicator", finding.Indicator.ToString());
        json.WriteBoolean("is_reportable", finding.IsReportable);
        Write(json, "registration_ids", finding.RegistrationIds.Split(';'));
    });

    public static OutboxMessage OfProposal(Proposal proposal, DateTimeOffset now) => Message("proposal", now, json =>
    {
        json.WriteString("proposal_id", proposal.ProposalId);
        json.WriteString("kind", proposal.Kind);
        Write(json, "registration_ids", proposal.OtherId is null ? [proposal.RegistrationId] : [proposal.RegistrationId, proposal.OtherId]);
    });

    /// <summary>That a verification is finished, failed or cancelled.</summary>
    public static OutboxMessage OfVerification(StoredVerification verification, DateTimeOffset now) => Message("verification", now, json =>
    {
        json.WriteString("verification_id", verification.VerificationId);
        json.WriteString("state", VerificationAnswer.StateOf(verification));
        json.WriteNumber("findings", verification.Findings);
    });

    /// <summary>Writes down that a delivery was taken.</summary>
    public static async Task TellDeliveryAsync(Store store, DeliveryReceipt receipt, DateTimeOffset now, CancellationToken cancellation)
    {
        await using StoreWrite write = await store.WriteAsync(cancellation);
        write.Context.Outbox.Add(Message("delivery", now, json =>
        {
            json.WriteNumber("delivery_id", receipt.DeliveryId);
            json.WriteString("category", receipt.Category);
            json.WriteNumber("read", receipt.Read);
            json.WriteNumber("rejected", receipt.Rejected);
        }));
        await write.CommitAsync(cancellation);
    }

    private static OutboxMessage Message(string topic, DateTimeOffset now, Action<Utf8JsonWriter> body)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        return new OutboxMessage { Topic = topic, Body = System.Text.Encoding.UTF8.GetString(stream.ToArray()), MadeAt = now };
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> ids)
    {
        json.WriteStartArray(name);
        foreach (string id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }
}
