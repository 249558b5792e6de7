using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Masking;
using Qingce.Server.Languages;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Server.Views;
using Qingce.Storage;
using Qingce.Storage.Verifications;

namespace Qingce.Server.Findings;

/// <summary>A finding: a suspicion, never a fact.</summary>
internal sealed record FindingItem
{
    /// <summary>The finding, the same in every run that finds it.</summary>
    public required string FindingId { get; init; }

    /// <summary>The verification that found it; missing for one from an event.</summary>
    public Guid? VerificationId { get; init; }

    /// <summary>The indicator, I01 to I12.</summary>
    public required string Indicator { get; init; }

    /// <summary>The problem class it proposes.</summary>
    public required string Class { get; init; }

    /// <summary>Strength, 0 to 20.</summary>
    public required double Weight { get; init; }

    /// <summary>False for a hint that counts in no rate.</summary>
    public required bool IsReportable { get; init; }

    /// <summary>The registrations it names.</summary>
    public required IReadOnlyList<string> RegistrationIds { get; init; }

    /// <summary>What somebody should do.</summary>
    public required string Task { get; init; }

    /// <summary>What is suspected, numbers masked.</summary>
    public required string Text { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public static FindingItem Of(StoredFinding finding, string text) => new()
    {
        FindingId = finding.FindingId,
        VerificationId = finding.VerificationId == Guid.Empty ? null : finding.VerificationId,
        Indicator = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"I{finding.Indicator:00}"),
        Class = finding.Class,
        Weight = finding.Weight,
        IsReportable = finding.IsReportable,
        RegistrationIds = finding.RegistrationIds.Split(';'),
        Text = Mask.Numbers(text, finding.RegistrationIds.Split(';')),
        Task = finding.Task,
        RecordedAt = finding.RecordedAt,
    };
}

/// <summary>A page of findings.</summary>
/// <param name="Items">The findings.</param>
/// <param name="Next">Leads on; missing at the end.</param>
internal sealed record FindingPage(IReadOnlyList<FindingItem> Items, string? Next);

/// <summary>A finding with what it rests on.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Text">As that of the finding; with reveal=true its numbers are whole.</param>
/// <param name="Evidence">The values it rests on, with reveal=true.</param>
internal sealed record FindingDetail(FindingItem Finding, string Text, System.Text.Json.JsonElement? Evidence);

internal static class FindingEndpoints
{
    public static void MapFindings(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder findings = routes.MapGroup("/findings").WithTags("Findings");
        findings.MapGet("/", ListAsync).IsPaged()
            .WithName("listFindings").WithSummary("List findings")
            .WithDescription("Findings of events, or of one verification; of one registration or indicator if given.")
            .Produces<FindingPage>();
        findings.MapGet("/{findingId}", GetAsync).CanReveal()
            .WithName("getFinding").WithSummary("Show a finding")
            .WithDescription("A finding with its sentence; with reveal=true its evidence too.")
            .Produces<FindingDetail>().Problems(ProblemCatalogue.FindingUnknown);
    }

    private static async Task<IResult> GetAsync(string findingId, HttpContext http, Store store, RecordLook look, Guid? verificationId = null, bool reveal = false)
    {
        Guid verification = verificationId ?? Guid.Empty;
        await using RegisterContext context = store.Read();
        StoredFinding? found = await context.Findings.AsNoTracking()
            .SingleOrDefaultAsync(finding => finding.VerificationId == verification && finding.FindingId == findingId, http.RequestAborted);
        if (found is null)
        {
            return ProblemCatalogue.FindingUnknown.Answer();
        }

        (string text, System.Text.Json.JsonElement evidence) = FindingTexts.Read(found, store.Keys, AcceptedLanguage.Of(http.Request));
        FindingItem item = FindingItem.Of(found, text);
        await look.RunAsync(http, reveal, "finding", item.RegistrationIds);
        return TypedResults.Ok(new FindingDetail(item, reveal ? text : item.Text, reveal ? evidence : null));
    }

    private static async Task<FindingPage> ListAsync(
        PageRequest page, HttpRequest request, Store store, CancellationToken cancellation, Guid? verificationId = null, string? registrationId = null, IndicatorNumber? indicator = null)
    {
        Guid verification = verificationId ?? Guid.Empty;
        string after = page.After ?? "";
        int? number = indicator?.Number;
        AnswerLanguage language = AcceptedLanguage.Of(request);
        await using RegisterContext context = store.Read();
        // Few name a registration beside another; asked for first, so that the findings themselves are looked up by keys.
        string[] mentioning = registrationId is null ? [] : await context.FindingMentions.AsNoTracking()
            .Where(mention => mention.RegistrationId == registrationId && mention.VerificationId == verification)
            .Select(mention => mention.FindingId).ToArrayAsync(cancellation);
        List<StoredFinding> findings = await context.Findings.AsNoTracking()
            .Where(finding => finding.VerificationId == verification && string.Compare(finding.FindingId, after) > 0
                && (registrationId == null || finding.RegistrationId == registrationId || mentioning.Contains(finding.FindingId))
                && (number == null || finding.Indicator == number))
            .OrderBy(finding => finding.FindingId).Take(page.Limit + 1).ToListAsync(cancellation);
        return new FindingPage(
            [.. findings.Take(page.Limit).Select(finding => FindingItem.Of(finding, FindingTexts.Read(finding, store.Keys, language).Text))],
            findings.Count > page.Limit ? page.Cursor(findings[page.Limit - 1].FindingId) : null);
    }
}
