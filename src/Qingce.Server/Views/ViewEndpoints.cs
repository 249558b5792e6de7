using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Storage;
using Qingce.Storage.Searching;

namespace Qingce.Server.Views;

/// <summary>A look at a person's sensitive values.</summary>
/// <param name="ViewedAt">When.</param>
/// <param name="Actor">Who looked.</param>
/// <param name="Purpose">Why.</param>
/// <param name="RegistrationId">At whom.</param>
/// <param name="Place">Where, such as registration, search or history.</param>
internal sealed record ViewItem(DateTimeOffset ViewedAt, string Actor, string Purpose, string RegistrationId, string Place);

/// <summary>A page of looks, the latest first.</summary>
/// <param name="Items">The looks.</param>
/// <param name="Next">Leads on; missing at the end.</param>
internal sealed record ViewPage(IReadOnlyList<ViewItem> Items, string? Next);

internal static class ViewEndpoints
{
    public static void MapViews(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/views", ListAsync).WithTags("Views").IsPaged()
            .WithName("listViews").WithSummary("List looks at values")
            .WithDescription("Who looked at whose sensitive values, when and why, the latest first; of one registration or one actor if given.")
            .Produces<ViewPage>();

    private static async Task<ViewPage> ListAsync(
        PageRequest page, Store store, CancellationToken cancellation, string? registrationId = null, string? actor = null)
    {
        long before = page.After is null ? long.MaxValue
            : long.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out long position) ? position
            : throw new ProblemException(ProblemCatalogue.CursorInvalid.Here());
        await using RegisterContext context = store.Read();
        List<PersonView> views = await context.Views.AsNoTracking()
            .Where(view => view.Sequence < before && (registrationId == null || view.RegistrationId == registrationId) && (actor == null || view.Actor == actor))
            .OrderByDescending(view => view.Sequence).Take(page.Limit + 1).ToListAsync(cancellation);
        return new ViewPage(
            [.. views.Take(page.Limit).Select(view => new ViewItem(view.ViewedAt, view.Actor, view.Purpose, view.RegistrationId, view.Place))],
            views.Count > page.Limit ? page.Cursor(views[page.Limit - 1].Sequence.ToString(CultureInfo.InvariantCulture)) : null);
    }
}
