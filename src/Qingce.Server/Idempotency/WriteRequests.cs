using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Qingce.Server.Live;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Storage;
using Qingce.Storage.Sealing;

namespace Qingce.Server.Idempotency;

/// <summary>
/// Runs writes: body read, work done, answer kept under the idempotency key, all in one transaction, so that a request sent again is answered as the
/// first time and nothing is done twice, wherever the first try was cut off. A problem undoes the work and is not kept.
/// </summary>
internal sealed class WriteRequests(Store store, OutboxBell bell, TimeProvider time)
{
    /// <summary>Does a write whose body is JSON.</summary>
    public async Task<IResult> RunAsync<TBody>(
        HttpContext http, JsonTypeInfo<TBody> type, Func<StoreWrite, TBody, CancellationToken, Task<WorkResult>> work)
    {
        byte[] bytes = await ReadAsync(http);
        if (!http.Request.HasJsonContentType())
        {
            return ProblemCatalogue.MediaTypeUnsupported.Answer();
        }

        TBody? body;
        try
        {
            body = JsonSerializer.Deserialize(bytes, type);
        }
        catch (NotSupportedException)
        {
            return ProblemCatalogue.BodyInvalid.At("kind", "缺少 kind，或没有这一种类。", "The member kind is missing, or there is no such kind.").Answer();
        }

        return body is null ? ProblemCatalogue.BodyInvalid.Answer() : await RunAsync(http, bytes, (write, cancellation) => work(write, body, cancellation));
    }

    /// <summary>Does a write without a body.</summary>
    public Task<IResult> RunAsync(HttpContext http, Func<StoreWrite, CancellationToken, Task<WorkResult>> work) => RunAsync(http, [], work);

    private async Task<IResult> RunAsync(HttpContext http, byte[] body, Func<StoreWrite, CancellationToken, Task<WorkResult>> work)
    {
        CancellationToken cancellation = http.RequestAborted;
        string? key = IdempotencyKey.Of(http.Request);
        string request = $"{http.Request.Method} {http.Request.Path}";
        long digest = BitConverter.ToInt64(SHA256.HashData(body));
        try
        {
            await using StoreWrite write = await store.WriteAsync(cancellation);
            if (key is not null && await write.Context.IdempotencyKeys.FindAsync([http.ActorName(), key], cancellation) is { } kept)
            {
                return Repeat(kept, request, digest);
            }

            WorkResult result = await work(write, cancellation);
            if (result.Problem is { } problem)
            {
                return problem.Answer();
            }

            Answer answer = result.Answer!;
            if (key is not null)
            {
                write.Context.IdempotencyKeys.Add(new Storage.Events.IdempotencyKey
                {
                    Key = key,
                    Actor = http.ActorName(),
                    Request = request,
                    Digest = digest,
                    Status = answer.Status,
                    Sealed = Seal(http.ActorName(), key, answer),
                    MadeAt = time.GetUtcNow(),
                });
            }

            await write.CommitAsync(cancellation);
            bell.Ring();
            return answer;
        }
        catch (DbUpdateException fault) when (key is not null && fault.Entries.Any(entry => entry.Entity is Storage.Events.IdempotencyKey))
        {
            // The same request came twice at once and the other one was committed first.
            return ProblemCatalogue.IdempotencyKeyInUse.Answer();
        }
    }

    private IResult Repeat(Storage.Events.IdempotencyKey kept, string request, long digest)
    {
        if (kept.Request != request || kept.Digest != digest)
        {
            return ProblemCatalogue.IdempotencyKeyReused.Answer();
        }

        byte[] plain = store.Keys.Open(EnvelopePurpose.Answer, Subject(kept.Actor, kept.Key), kept.Sealed);
        return JsonSerializer.Deserialize(plain, ServerJson.Default.Answer)!;
    }

    private byte[] Seal(string actor, string key, Answer answer) =>
        store.Keys.Seal(EnvelopePurpose.Answer, Subject(actor, key), JsonSerializer.SerializeToUtf8Bytes(answer, ServerJson.Default.Answer));

    private static string Subject(string actor, string key) => $"{actor} {key}";

    private static async Task<byte[]> ReadAsync(HttpContext http)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }
}
