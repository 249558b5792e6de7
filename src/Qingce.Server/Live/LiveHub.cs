using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Qingce.Storage;

namespace Qingce.Server.Live;

/// <summary>Something that became true, as subscribers are told it. It names registrations by their ids and holds nothing else of a person.</summary>
/// <param name="Sequence">Place in the order of telling; ask for what came after the last one that was heard.</param>
/// <param name="Topic">What it is about: change, proposal, finding, delivery, verification.</param>
/// <param name="MadeAt">Instant when it became true.</param>
/// <param name="Body">The message, a JSON object as text.</param>
internal sealed record LiveMessage(long Sequence, string Topic, DateTimeOffset MadeAt, string Body);

/// <summary>
/// Tells subscribers what became true. A client joins topics and is called with <c>told</c>; after a lost connection it asks <c>Since</c> for what it
/// missed, so that nothing is lost.
/// </summary>
internal sealed class LiveHub(Store store) : Hub
{
    public const string Told = "told";

    private static readonly string[] Topics = ["change", "proposal", "finding", "delivery", "verification", "*"];

    private const int MostAtOnce = 500;

    /// <summary>Joins a topic, or <c>*</c> for all.</summary>
    /// <exception cref="HubException">There is no such topic.</exception>
    public Task Join(string topic) => !Topics.Contains(topic)
        ? throw new HubException($"There is no topic of that name; the topics are {string.Join(", ", Topics)}. 没有这个主题。")
        : Groups.AddToGroupAsync(Context.ConnectionId, topic, Context.ConnectionAborted);

    /// <summary>Leaves a topic.</summary>
    public Task Leave(string topic) => Groups.RemoveFromGroupAsync(Context.ConnectionId, topic, Context.ConnectionAborted);

    /// <summary>What was told after a sequence, in order, 500 at most; ask again until none comes.</summary>
    public async Task<LiveMessage[]> Since(long sequence)
    {
        await using RegisterContext context = store.Read();
        return await context.Outbox.AsNoTracking()
            .Where(message => message.Sequence > sequence && message.SentAt != null)
            .OrderBy(message => message.Sequence).Take(MostAtOnce)
            .Select(message => new LiveMessage(message.Sequence, message.Topic, message.MadeAt, message.Body))
            .ToArrayAsync(Context.ConnectionAborted);
    }
}
