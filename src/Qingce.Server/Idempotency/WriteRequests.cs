using System.Text;
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
        (byte[] bytes, TBody body) = await ReadAsync(http, type);
        CancellationToken cancellation = http.RequestAborted;
        KeyedRequest? keyed = Keyed(http, bytes);
        try
        {
            return await store.InTurnAsync(write => InAsync(write, keyed, () => work(write, body, cancellation), cancellation), cancellation);
        }
        catch (DbUpdateException fault) when (IsOfKey(fault))
        {
            return await OfTheOtherAsync(keyed!, cancellation);
        }
    }

    private async Task<IResult> InAsync(StoreWrite write, KeyedRequest? keyed, Func<Task<WorkResult>> work, CancellationToken cancellation)
    {
        if (keyed is not null)
        {
            // The same request twice at once: the second waits here until the first one's answer is kept.
            await write.TakeTurnAsync(store.Keys.BlindIndex(DataKeyUse.RowDigest, Encoding.UTF8.GetBytes(Subject(keyed.Actor, keyed.Key))), cancellation);
            if (await FindAsync(write.Context, keyed, cancellation) is { } earlier)
            {
                return earlier;
            }
        }

        WorkResult result = await work();
        if (result.Problem is { } problem)
        {
            return problem.Answer();
        }

        Answer answer = result.Answer!;
        Keep(write.Context, keyed, answer);
        await write.CommitAsync(cancellation);
        bell.Ring();
        return answer;
    }

    /// <summary>
    /// Does a write that commits by itself, in as many transactions as it likes, and that may be done again: cut off before the answer was kept, it is done anew.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="body">By which the request is told from another one under its key: the body or its digest.</param>
    /// <param name="work">The work; not begun where the key is known.</param>
    public async Task<IResult> RunByItselfAsync(HttpContext http, byte[] body, Func<CancellationToken, Task<WorkResult>> work)
    {
        CancellationToken cancellation = http.RequestAborted;
        KeyedRequest? keyed = Keyed(http, body);
        if (keyed is not null)
        {
            await using RegisterContext context = store.Read();
            if (await FindAsync(context, keyed, cancellation) is { } earlier)
            {
                return earlier;
            }
        }

        WorkResult result = await work(cancellation);
        bell.Ring();
        if (result.Problem is { } problem)
        {
            return problem.Answer();
        }

        if (keyed is not null)
        {
            try
            {
                await using StoreWrite write = await store.WriteAsync(cancellation);
                Keep(write.Context, keyed, result.Answer!);
                await write.CommitAsync(cancellation);
            }
            catch (DbUpdateException fault) when (IsOfKey(fault))
            {
                return await OfTheOtherAsync(keyed, cancellation);
            }
        }

        return result.Answer!;
    }

    /// <summary>Reads a body of JSON.</summary>
    /// <exception cref="ProblemException">It is not JSON, or not of the form that the path takes.</exception>
    public static async Task<(byte[] Bytes, TBody Body)> ReadAsync<TBody>(HttpContext http, JsonTypeInfo<TBody> type)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (!http.Request.HasJsonContentType())
        {
            throw new ProblemException(ProblemCatalogue.MediaTypeUnsupported.Here());
        }

        byte[] bytes = body.ToArray();
        // Elements and fields that are null are read as if they could be.
        if (BodyText.Check(bytes) && BodyFaults.Of(bytes, type) is { } empty)
        {
            throw new ProblemException(empty);
        }

        try
        {
            return (bytes, JsonSerializer.Deserialize(bytes, type) ?? throw new ProblemException(ProblemCatalogue.BodyInvalid.Here()));
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            if (BodyFaults.Of(bytes, type) is { } named)
            {
                throw new ProblemException(named);
            }

            throw;
        }
    }

    // The digest is keyed: an unkeyed one of a body with a citizen number in it could be tried out.
    private KeyedRequest? Keyed(HttpContext http, byte[] body) => IdempotencyKey.Of(http.Request) is { } key
        ? new KeyedRequest(
            http.ActorName(), key, $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}", store.Keys.BlindIndex(DataKeyUse.RowDigest, body))
        : null;

    // The same request came twice at once and the other one was committed first: its answer is the answer.
    private async Task<IResult> OfTheOtherAsync(KeyedRequest keyed, CancellationToken cancellation)
    {
        await using RegisterContext context = store.Read();
        return await FindAsync(context, keyed, cancellation) ?? ProblemCatalogue.IdempotencyKeyInUse.Answer();
    }

    private async Task<IResult?> FindAsync(RegisterContext context, KeyedRequest keyed, CancellationToken cancellation)
    {
        if (await context.IdempotencyKeys.FindAsync([keyed.Actor, keyed.Key], cancellation) is not { } kept)
        {
            return null;
        }

        if (kept.Request != keyed.Request || kept.Digest != keyed.Digest)
        {
            return ProblemCatalogue.IdempotencyKeyReused.Answer();
        }

        byte[] plain = store.Keys.Open(EnvelopePurpose.Answer, Subject(kept.Actor, kept.Key), kept.Sealed);
        return JsonSerializer.Deserialize(plain, ServerJson.Default.Answer)!;
    }

    private void Keep(RegisterContext context, KeyedRequest? keyed, Answer answer)
    {
        if (keyed is not null)
        {
            context.IdempotencyKeys.Add(new Storage.Events.IdempotencyKey
            {
                Key = keyed.Key,
                Actor = keyed.Actor,
                Request = keyed.Request,
                Digest = keyed.Digest,
                Status = answer.Status,
                Sealed = Seal(keyed.Actor, keyed.Key, answer),
                MadeAt = time.GetUtcNow(),
            });
        }
    }

    private byte[] Seal(string actor, string key, Answer answer) =>
        store.Keys.Seal(EnvelopePurpose.Answer, Subject(actor, key), JsonSerializer.SerializeToUtf8Bytes(answer, ServerJson.Default.Answer));

    private static string Subject(string actor, string key) => $"{actor} {key}";

    private static bool IsOfKey(DbUpdateException fault) => fault.Entries.Any(entry => entry.Entity is Storage.Events.IdempotencyKey);

    private sealed record KeyedRequest(string Actor, string Key, string Request, long Digest);
}
