using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingce.Checks.Findings;
using Qingce.Server.Findings;
using Qingce.Server.Live;
using Qingce.Storage;
using Qingce.Storage.Sealing;
using Qingce.Storage.Verifications;

namespace Qingce.Server.Events;

/// <summary>Writes the findings that rest on events.</summary>
internal static class EventFindings
{
    /// <summary>
    /// Keeps the findings that quote one of the records or rest on what one of them changed, each once however many events lead to it. What rests on other
    /// records is the next verification's to say.
    /// </summary>
    /// <param name="context">The turn's context.</param>
    /// <param name="keys">Seals findings.</param>
    /// <param name="recordIds">The records.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="caused">What was found of the changes that records led to, each with its record.</param>
    /// <param name="now">Instant of recording.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>For each source record id the findings that rest on it.</returns>
    public static async Task<ILookup<string, string>> AddAsync(
        RegisterContext context, Keyring keys, IReadOnlyCollection<string> recordIds, IReadOnlyList<RenderedFinding> findings,
        IReadOnlyList<(string Record, RenderedFinding Finding)> caused, DateTimeOffset now, CancellationToken cancellation)
    {
        (string Id, string Quoted)[] records = [.. recordIds.Select(id => (id, $"\"{JsonEncodedText.Encode(id)}\""))];
        List<(string Record, RenderedFinding Finding)> resting =
        [
            .. from finding in findings
               from record in records
               where finding.Evidence.Contains(record.Quoted, StringComparison.Ordinal)
               select (record.Id, finding),
            .. caused,
        ];
        await KeepAsync(context, keys, [.. resting.Select(pair => pair.Finding)], now, cancellation);
        return resting.DistinctBy(pair => (pair.Record, pair.Finding.FindingId)).ToLookup(pair => pair.Record, pair => pair.Finding.FindingId, StringComparer.Ordinal);
    }

    /// <summary>Adds the findings that are not kept yet, and what subscribers are to be told of them; the caller saves.</summary>
    public static async Task KeepAsync(RegisterContext context, Keyring keys, IReadOnlyCollection<RenderedFinding> findings, DateTimeOffset now, CancellationToken cancellation)
    {
        // By registration: while a database knows little of a table that fills, it takes all findings from events for a handful.
        string[] registrations = [.. findings.Select(finding => FindingTexts.First(finding.RegistrationIds)).Distinct(StringComparer.Ordinal)];
        HashSet<string> known =
        [
            .. (await context.Findings.AsNoTracking().Where(finding => registrations.Contains(finding.RegistrationId))
                .Select(finding => new { finding.VerificationId, finding.FindingId }).ToListAsync(cancellation))
                .Where(finding => finding.VerificationId == Guid.Empty).Select(finding => finding.FindingId),
        ];
        foreach (RenderedFinding finding in findings.DistinctBy(finding => finding.FindingId).Where(finding => !known.Contains(finding.FindingId)))
        {
            StoredFinding row = FindingTexts.Row(finding, Guid.Empty, keys, now);
            context.Findings.Add(row);
            context.FindingMentions.AddRange(FindingMention.Of(row));
            context.Outbox.Add(LiveNotice.OfFinding(finding, now));
        }
    }
}
