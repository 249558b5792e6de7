using Qingce.Register;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Server.Views;
using Qingce.Storage;
using Qingce.Storage.Changes;
using Qingce.Storage.Searching;

namespace Qingce.Server.Registrations;

/// <summary>Registrations: found, shown as they are, with their history, and as they were.</summary>
internal static class RegistrationEndpoints
{
    public static void MapRegistrations(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder registrations = routes.MapGroup("/registrations").WithTags("Registrations");
        registrations.MapGet("/", SearchAsync).IsPaged().CanReveal()
            .WithName("searchRegistrations").WithSummary("Search registrations")
            .WithDescription("Finds registrations by name in any script form or pinyin, number, phone, address, birth date, division or household; with beginning=true the name is the beginning of one.")
            .Produces<RegistrationPage>();
        registrations.MapGet("/{registrationId}", GetAsync).CanReveal()
            .WithName("getRegistration").WithSummary("Show a registration")
            .WithDescription("A registration as it is valid and known now, with its version as ETag.")
            .Produces<RegistrationAnswer>().Produces(StatusCodes.Status304NotModified).Problems(ProblemCatalogue.RegistrationUnknown);
        registrations.MapGet("/{registrationId}/history", HistoryAsync).CanReveal()
            .WithName("getHistory").WithSummary("Show a history")
            .WithDescription("Every change that touched a registration, in the order of recording, with what each found and made.")
            .Produces<HistoryAnswer>().Problems(ProblemCatalogue.RegistrationUnknown);
        registrations.MapGet("/{registrationId}/state", StateAsync).CanReveal()
            .WithName("getState").WithSummary("Show a past state")
            .WithDescription("A registration as it was valid on a day (validAt) and as it was known at a moment (knownAt).")
            .Produces<StateAnswer>().Problems(ProblemCatalogue.RegistrationUnknown, ProblemCatalogue.ParameterInvalid);
    }

    private static async Task<IResult> GetAsync(string registrationId, HttpContext http, Store store, RecordLook look, bool reveal = false)
    {
        if (await FindRegistrations.ByIdAsync(store, registrationId, http.RequestAborted) is not { } registration)
        {
            return ProblemCatalogue.RegistrationUnknown.Answer();
        }

        await look.RunAsync(http, reveal, "registration", [registrationId]);
        http.SetVersion(registration.Version);
        return !reveal && http.IsKnown(registration.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(RegistrationAnswer.Of(registration, store.Keys, reveal));
    }

    private static async Task<IResult> HistoryAsync(string registrationId, HttpContext http, Store store, RecordLook look, bool reveal = false)
    {
        if (await ShowHistory.OfAsync(store, registrationId, http.RequestAborted) is not { History: var history })
        {
            return ProblemCatalogue.RegistrationUnknown.Answer();
        }

        await look.RunAsync(http, reveal, "history", [registrationId]);
        return TypedResults.Ok(HistoryAnswer.Of(history, reveal));
    }

    private static async Task<IResult> StateAsync(
        string registrationId, HttpContext http, Store store, RecordLook look, TimeProvider time,
        DateOnly? validAt = null,
        DateTimeOffset? knownAt = null,
        bool reveal = false)
    {
        if (await ShowHistory.OfAsync(store, registrationId, http.RequestAborted) is not { History: var history })
        {
            return ProblemCatalogue.RegistrationUnknown.Answer();
        }

        await look.RunAsync(http, reveal, "state", [registrationId]);
        DateTimeOffset now = time.GetUtcNow();
        DateOnly day = validAt ?? RegisterDay.Of(now);
        DateTimeOffset moment = knownAt ?? now;
        RegistrationContent state = history.StateAt(day, moment);
        return TypedResults.Ok(new StateAnswer(
            registrationId, day, moment, state.Exists, state.IsLiving, state.Exists ? state.PersonId : null, ShownFields.Of(state, reveal)));
    }

    private static async Task<IResult> SearchAsync(
        HttpContext http, PageRequest page, Store store, RecordLook look,
        string? name = null, string? number = null, string? phone = null, string? address = null, DateBeginning? birthDate = null, DivisionBeginning? division = null,
        string? householdId = null, bool beginning = false, bool living = false, bool reveal = false)
    {
        bool isReading = name is not null && TypedReading.Of(name) is not null;
        FoundRegistrations found = await FindRegistrations.RunAsync(
            store,
            new RegistrationQuery
            {
                Name = name is null || name.All(char.IsAscii) ? null : name,
                Pinyin = isReading ? name : null,
                IsBeginning = beginning,
                Number = number,
                Phone = phone,
                Address = address,
                BirthDate = birthDate?.Text,
                Division = division?.Text,
                HouseholdId = householdId,
                LivingOnly = living,
                Limit = page.Limit,
                After = page.After,
            },
            http.RequestAborted);
        if (Problem(found.Fault) is { } problem)
        {
            return problem.Answer();
        }

        await look.RunAsync(http, reveal, "search", found.Rows.Select(row => row.RegistrationId));
        return TypedResults.Ok(new RegistrationPage(
            [.. found.Rows.Select(row => RegistrationAnswer.Of(row, store.Keys, reveal))], found.Next is { } next ? page.Cursor(next) : null));
    }

    private static Problem? Problem(SearchFault fault) => fault switch
    {
        SearchFault.None => null,
        SearchFault.NameWithoutLetter => ProblemCatalogue.ParameterInvalid.At(
            "name", "name 中没有可供查找的文字；请写姓名或拼音，没有通配符。", "name has no letter to be found by; give a name or its pinyin. There are no wildcards."),
        SearchFault.AddressWithoutPlace => ProblemCatalogue.ParameterInvalid.At(
            "address", "住址中没有可供查找的街道、小区或村。", "The address names no street, estate or village to be found by."),
        SearchFault.UnknownPosition => ProblemCatalogue.CursorInvalid.Here(),
        _ => ProblemCatalogue.ParameterInvalid.At(
            "name", "请至少给出姓名、号码、电话、住址、区划或户号之一；只有出生日期不够。", "Give a name, number, phone, address, division or household at least; a birth date alone is not enough."),
    };
}

/// <summary>A page of registrations.</summary>
/// <param name="Items">The registrations.</param>
/// <param name="Next">Leads on; missing at the end.</param>
internal sealed record RegistrationPage(IReadOnlyList<RegistrationAnswer> Items, string? Next);

/// <summary>A registration as it was.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="ValidAt">The day on which it was valid.</param>
/// <param name="KnownAt">The moment at which it was known.</param>
/// <param name="Exists">Whether there was such a registration.</param>
/// <param name="IsLiving">Whether it stood.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Fields">What it said, by the headers of the register; sensitive values are masked unless reveal=true.</param>
internal sealed record StateAnswer(
    string RegistrationId, DateOnly ValidAt, DateTimeOffset KnownAt, bool Exists, bool IsLiving, string? PersonId, IReadOnlyDictionary<string, string> Fields);
