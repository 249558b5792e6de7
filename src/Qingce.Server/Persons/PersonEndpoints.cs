using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Files;
using Qingce.Exchange.Masking;
using Qingce.Server.Problems;
using Qingce.Server.Registrations;
using Qingce.Server.Requests;
using Qingce.Server.Views;
using Qingce.Storage;
using Qingce.Storage.Importing;
using Qingce.Storage.Registrations;

namespace Qingce.Server.Persons;

/// <summary>A person with all their registrations.</summary>
/// <param name="PersonId">The person, named by a registration of theirs.</param>
/// <param name="Registrations">The registrations, the kept one first.</param>
internal sealed record PersonAnswer(string PersonId, IReadOnlyList<RegistrationAnswer> Registrations);

/// <summary>A source record of a person, as it was delivered.</summary>
/// <param name="Category">The category, 1 to 23.</param>
/// <param name="SourceRecordId">Its identifier in the category.</param>
/// <param name="Version">1 when first delivered, one more with every version.</param>
/// <param name="KnownFrom">When this version was recorded.</param>
/// <param name="Fields">The exchange fields; sensitive values are masked unless reveal=true.</param>
internal sealed record SourceRecordAnswer(
    int Category, string SourceRecordId, int Version, DateTimeOffset KnownFrom, IReadOnlyDictionary<string, string> Fields);

internal static class PersonEndpoints
{
    public static void MapPersons(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder persons = routes.MapGroup("/persons").WithTags("Persons").CanReveal().Problems(ProblemCatalogue.PersonUnknown);
        persons.MapGet("/{personId}", GetAsync)
            .WithName("getPerson").WithSummary("Show a person")
            .WithDescription("A person with all their registrations, as far as reviewers know.").Produces<PersonAnswer>();
        persons.MapGet("/{personId}/source-records", SourceRecordsAsync)
            .WithName("listSourceRecords").WithSummary("List source records")
            .WithDescription("What the departments delivered of a person, by their citizen numbers.").Produces<SourceRecordAnswer[]>();
    }

    private static async Task<IResult> GetAsync(string personId, HttpContext http, Store store, RecordLook look, bool reveal = false)
    {
        List<Registration> registrations = await OfAsync(store, personId, http.RequestAborted);
        if (registrations.Count == 0)
        {
            return ProblemCatalogue.PersonUnknown.Answer();
        }

        await look.RunAsync(http, reveal, "person", registrations.Select(one => one.RegistrationId));
        return TypedResults.Ok(new PersonAnswer(personId, [.. registrations.Select(one => RegistrationAnswer.Of(one, store.Keys, reveal))]));
    }

    private static async Task<IResult> SourceRecordsAsync(string personId, HttpContext http, Store store, RecordLook look, bool reveal = false)
    {
        List<Registration> registrations = await OfAsync(store, personId, http.RequestAborted);
        if (registrations.Count == 0)
        {
            return ProblemCatalogue.PersonUnknown.Answer();
        }

        await look.RunAsync(http, reveal, "source-records", registrations.Select(one => one.RegistrationId));
        long[] numbers = [.. registrations.Select(one => one.NumberKey).OfType<long>().Distinct()];
        await using RegisterContext context = store.Read();
        List<SourceRecord> records = await context.SourceRecords.AsNoTracking()
            .Where(record => (record.NumberKey != null && numbers.Contains(record.NumberKey.Value)) || (record.CounterpartKey != null && numbers.Contains(record.CounterpartKey.Value)))
            .OrderBy(record => record.Category).ThenBy(record => record.SourceRecordId).ToListAsync(http.RequestAborted);
        return TypedResults.Ok(records.Select(record => new SourceRecordAnswer(
            record.Category, record.SourceRecordId, record.Version, record.KnownFrom, Shown(record.Fields(store.Keys), reveal))).ToArray());
    }

    private static async Task<List<Registration>> OfAsync(Store store, string personId, CancellationToken cancellation)
    {
        await using RegisterContext context = store.Read();
        List<Registration> found = await context.Registrations.AsNoTracking()
            .Where(one => one.PersonId == personId || (one.RegistrationId == personId && one.PersonId == null)).ToListAsync(cancellation);
        return [.. found.OrderByDescending(one => one.RegistrationId == personId).ThenBy(one => one.RegistrationId, StringComparer.Ordinal)];
    }

    private static Dictionary<string, string> Shown(string?[] fields, bool reveal) => FileShapes.Source.Index()
        .Where(field => !string.IsNullOrEmpty(fields[field.Index]))
        .ToDictionary(field => field.Item.Name, field => reveal ? fields[field.Index]! : field.Item.Name switch
        {
            "citizen_number" or "counterpart_citizen_number" => Mask.Number(fields[field.Index]!),
            "document_number" => Mask.Paper(fields[field.Index]!),
            "address" => Mask.Address(fields[field.Index]!),
            "event_place" => Mask.Place(fields[field.Index]!),
            _ => fields[field.Index]!,
        });
}
