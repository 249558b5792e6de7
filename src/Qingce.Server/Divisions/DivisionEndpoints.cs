using Microsoft.EntityFrameworkCore;
using Qingce.Server.Changes;
using Qingce.Server.Idempotency;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Standards;
using Qingce.Storage;
using Qingce.Storage.Divisions;
using Actor = Qingce.Register.Actor;

namespace Qingce.Server.Divisions;

/// <summary>A division in which somebody is registered.</summary>
/// <param name="Code">Its code, 12 digits.</param>
/// <param name="Name">Its name where the national table has it.</param>
/// <param name="Living">Living registrations.</param>
internal sealed record DivisionItem(string Code, string? Name, long Living);

/// <summary>The code of a division gives way to another for the registrations under it.</summary>
internal sealed record DivisionChangeBody
{
    /// <summary>The old code of a county, township or village.</summary>
    public required string From { get; init; }

    /// <summary>The new code of the same level.</summary>
    public required string To { get; init; }

    /// <summary>The day from which it holds.</summary>
    public required DateOnly ChangedOn { get; init; }

    /// <summary>The notice, where the table of divisions does not have the change.</summary>
    public IReadOnlyList<EvidenceBody>? Evidence { get; init; }
}

/// <summary>What a change of a division's code did.</summary>
/// <param name="Changed">Registrations brought to the new code.</param>
/// <param name="Left">Registrations that came under the old code later and keep it until somebody looks at them.</param>
internal sealed record DivisionChanged(long Changed, long Left);

internal static class DivisionEndpoints
{
    public static void MapDivisions(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder divisions = routes.MapGroup("/divisions").WithTags("Divisions");
        divisions.MapGet("/", ListAsync)
            .WithName("listDivisions").WithSummary("List divisions")
            .WithDescription("The divisions in which somebody is registered, with the number of living registrations.").Produces<DivisionItem[]>();
        divisions.MapPost("/changes", (HttpContext http, WriteRequests writes, Store store) => ChangeAsync(http, writes, store))
            .NeedsActor().TakesIdempotencyKey()
            .WithName("changeDivision").WithSummary("Change a division")
            .WithDescription("Brings the registrations under a code to its successor, with their history; sent again it goes on where it was.")
            .Accepts<DivisionChangeBody>("application/json").Produces<DivisionChanged>()
            .Problems(ProblemCatalogue.RuleBroken, ProblemCatalogue.ValueInvalid, ProblemCatalogue.BodyInvalid);
    }

    private static async Task<DivisionItem[]> ListAsync(Store store, CancellationToken cancellation)
    {
        await using RegisterContext context = store.Read();
        var counts = await context.Registrations.AsNoTracking()
            .Where(one => one.CancelledOn == null && one.CancelledFor == null && one.Division != null)
            .GroupBy(one => one.Division!).Select(group => new { Code = group.Key, Living = group.LongCount() })
            .OrderBy(group => group.Code).ToListAsync(cancellation);
        return [.. counts.Select(count => new DivisionItem(count.Code, Name(count.Code), count.Living))];
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, WriteRequests writes, Store store)
    {
        (byte[] bytes, DivisionChangeBody body) = await WriteRequests.ReadAsync(http, ServerJson.Default.DivisionChangeBody);
        return await writes.RunByItselfAsync(http, bytes, cancellation => ChangeAsync(body, http, store, cancellation));
    }

    private static async Task<WorkResult> ChangeAsync(DivisionChangeBody body, HttpContext http, Store store, CancellationToken cancellation)
    {
        BodyReading reading = new(new Actor(http.ActorName()));
        DivisionOrder order = new(
            reading.Division("from", body.From), reading.Division("to", body.To), body.ChangedOn, reading.Actor,
            [.. (body.Evidence ?? []).Select((one, at) => one.Read(reading, $"evidence[{at}]"))]);
        if (reading.Problem is { } faults)
        {
            return faults;
        }

        DivisionProgress done = await ApplyDivisionChange.RunAsync(store, order, null, cancellation);
        return done.Refusal.IsEmpty
            ? Answer.Of(StatusCodes.Status200OK, new DivisionChanged(done.Changed, done.Left), ServerJson.Written.DivisionChanged)
            : DecideChange.Refusal(done.Refusal);
    }

    private static string? Name(string code)
    {
        DivisionCode read = DivisionCode.Read(System.Text.Encoding.UTF8.GetBytes(code)).Code;
        return read.IsNone ? null : Standards.Divisions.Name(read);
    }
}
