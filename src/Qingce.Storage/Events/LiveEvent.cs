using System.Collections.Immutable;
using Qingce.Exchange.Files;

namespace Qingce.Storage.Events;

/// <summary>An event of a feed, read and without faults: what its sender says, and the 23 exchange fields in kept form.</summary>
/// <param name="Source">The sender; with <paramref name="Id"/> it tells the event from every other.</param>
/// <param name="Id">The sender's identifier of the event.</param>
/// <param name="Feed">The feed.</param>
/// <param name="OccurredAt">The instant that the sender gives, or null.</param>
/// <param name="Order">The sender's sequence (CloudEvents extension), or null; events of one person are taken in its order.</param>
/// <param name="Fields">One text an exchange field, in the order of <see cref="FileShapes.Source"/>; empty where nothing is said.</param>
public sealed record LiveEvent(
    string Source, string Id, LiveFeed Feed, DateTimeOffset? OccurredAt, string? Order, ImmutableArray<string> Fields)
{
    private static readonly Dictionary<string, int> Places =
        FileShapes.Source.Select((field, at) => (field.Name, At: at)).ToDictionary(field => field.Name, field => field.At, StringComparer.Ordinal);

    /// <summary>The text of an exchange field, by its English header.</summary>
    public string this[string field] => Fields[Places[field]];

    /// <summary>Everything by which the event is told from another one sent under its identifier.</summary>
    public string Canonical => string.Join('\u001f', Fields.Prepend(Order ?? "").Prepend(OccurredAt?.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "").Prepend(Feed.Type));
}
