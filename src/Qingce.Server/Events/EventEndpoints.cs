using System.Text.Json;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Storage.Events;

namespace Qingce.Server.Events;

/// <summary>The inbox of the eight feeds over HTTP: CloudEvents 1.0 in structured, batch and binary mode.</summary>
internal static class EventEndpoints
{
    public const string Batch = "application/cloudevents-batch+json";
    private const string Structured = "application/cloudevents+json";
    private const int MostInBatch = 1000;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/events", TakeAsync)
            .WithTags("Events").WithName("takeEvents").WithSummary("Send events")
            .WithDescription(
                "Takes events of the eight live feeds: one structured, one binary, or a batch. CloudEvents 1.0 of the types " + string.Join(", ", LiveFeed.All.Select(feed => feed.Type))
                + "; the data are the 23 exchange fields. Taken once by source and id, in order per person by time and then by the extension `sequence`; answered when the "
                + "source record, the change or proposal and the findings are committed together. A birth or death with its certificate's number and the issuing authority is entered "
                + "as provisional; everything else is proposed. A batch is taken whole or not at all.")
            .Accepts<CloudEventBody>(Structured, Batch, "application/json")
            .Produces<EventOutcome[]>()
            .Problems(
                ProblemCatalogue.EventInvalid, ProblemCatalogue.EventDiffers, ProblemCatalogue.BodyInvalid, ProblemCatalogue.BodyTooLarge,
                ProblemCatalogue.MediaTypeUnsupported, ProblemCatalogue.StoreUnavailable);

    private static async Task<IResult> TakeAsync(HttpRequest request, EventInbox inbox, CancellationToken cancellation)
    {
        string type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        if (type is not (Structured or Batch or "application/json"))
        {
            return ProblemCatalogue.MediaTypeUnsupported.Answer();
        }

        using MemoryStream bytes = new();
        await request.Body.CopyToAsync(bytes, cancellation);
        ReadOnlyMemory<byte> sent = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        BodyText.Check(sent.Span);
        using JsonDocument body = JsonDocument.Parse(sent, Reading);
        List<CloudEventReading> readings = Read(type, request, body.RootElement);
        if (readings.Count == 0 || readings.Count > MostInBatch)
        {
            return ProblemCatalogue.EventInvalid.At(
                "events", $"一批应有 1 至 {MostInBatch} 个事件的数组。", $"A batch is an array of 1 to {MostInBatch} events.").Answer();
        }

        Fault[] faults = [.. readings.SelectMany(reading => reading.Faults)];
        if (faults.Length > 0)
        {
            return (ProblemCatalogue.EventInvalid.Here() with { Faults = faults }).Answer();
        }

        IReadOnlyList<EventOutcome> outcomes = await inbox.TakeAsync([.. readings.Select(reading => reading.Event!)], cancellation);
        return outcomes is [{ Status: "differs" }] ? ProblemCatalogue.EventDiffers.Answer() : TypedResults.Ok(outcomes.ToArray());
    }

    private static List<CloudEventReading> Read(string type, HttpRequest request, JsonElement body) => type switch
    {
        Structured => [CloudEventReader.Read(body, "")],
        Batch when body.ValueKind == JsonValueKind.Array => [.. body.EnumerateArray().Select((one, at) => CloudEventReader.Read(one, $"events[{at}]."))],
        Batch => [],
        _ when request.Headers.ContainsKey("ce-specversion") => [CloudEventReader.Read(request.Headers, body)],
        _ => [CloudEventReader.Read(body, "")],
    };
}

/// <summary>An event of a live feed, CloudEvents 1.0.</summary>
internal sealed record CloudEventBody
{
    /// <summary>1.0.</summary>
    /// <example>1.0</example>
    public required string Specversion { get; init; }

    /// <summary>The sender's identifier of the event, 1 to 256 characters.</summary>
    /// <example>d-2026-000417</example>
    public required string Id { get; init; }

    /// <summary>The sender, a URI reference of 1 to 256 characters.</summary>
    /// <example>/health/320500</example>
    public required string Source { get; init; }

    /// <summary>The feed.</summary>
    /// <example>qingce.death</example>
    public required string Type { get; init; }

    /// <summary>The instant of the event, RFC 3339.</summary>
    /// <example>2026-03-02T09:30:00+08:00</example>
    public string? Time { get; init; }

    /// <summary>The sender's sequence; events of one person with the same time are taken in its order.</summary>
    /// <example>7</example>
    public string? Sequence { get; init; }

    /// <summary>The exchange fields by their English or Chinese headers, as of a source file.</summary>
    public required IReadOnlyDictionary<string, string> Data { get; init; }
}
