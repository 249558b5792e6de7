using Qingce.Checks.Indicators;
using Qingce.Register;
using Qingce.Server.Changes;
using Qingce.Server.Deliveries;
using Qingce.Server.Demo;
using Qingce.Server.Divisions;
using Qingce.Server.Events;
using Qingce.Server.Findings;
using Qingce.Server.Households;
using Qingce.Server.Idempotency;
using Qingce.Server.Linking;
using Qingce.Server.Merges;
using Qingce.Server.Papers;
using Qingce.Server.Persons;
using Qingce.Server.Problems;
using Qingce.Server.Proposals;
using Qingce.Server.Registrations;
using Qingce.Server.Verifications;
using Qingce.Server.Views;

namespace Qingce.Server.Hosting;

/// <summary>The areas of the register: what they need, and their paths under /api/v1.</summary>
internal static class RegisterSetup
{
    public static void AddRegister(this IServiceCollection services, ServerOptions options, ProvinceRules rules)
    {
        string folder = Path.GetFullPath(options.DataFolder);
        services.AddSingleton<RecordLook>();
        services.AddSingleton<WriteRequests>();
        services.AddSingleton(rules);
        services.AddSingleton<DecideChange>();
        services.AddSingleton<AcceptProposal>();

        services.AddSingleton(new LiveIndex(Path.Combine(folder, "index"), Path.Combine(folder, "index.counts")));
        services.AddHosted(provider => ActivatorUtilities.CreateInstance<LiveIndexUpkeep>(provider, Path.Combine(folder, "index.position")));

        services.AddSingleton(new UploadFolder(Path.Combine(folder, "uploads")));
        services.AddHosted(provider => ActivatorUtilities.CreateInstance<TakeUploads>(provider));

        services.AddHosted(provider => ActivatorUtilities.CreateInstance<RunVerifications>(provider));
        if (options.FillsEmptyStore)
        {
            services.AddHostedService<FillEmptyStore>();
        }

        services.AddSingleton(new LiveChecks(IndicatorParameters.Defaults));
        services.AddSingleton<LiveDuplicates>();
        services.AddSingleton<LiveHouseholds>();
        services.AddSingleton<LivePapers>();
        services.AddHostedService<FillPaperIndex>();
        services.AddSingleton<CheckChange>();
        services.AddSingleton<TakeEvents>();
        services.AddSingleton<FindSeveralHeads>();
        services.AddHosted(provider => ActivatorUtilities.CreateInstance<EventInbox>(provider));
    }

    public static void MapRegister(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api/v1").Problems(
            ProblemCatalogue.ParameterInvalid, ProblemCatalogue.StoreUnavailable, ProblemCatalogue.StoreFull, ProblemCatalogue.StoreDamaged, ProblemCatalogue.KeyFileMissing, ProblemCatalogue.KeyFileUnreadable, ProblemCatalogue.KeyFileMisshapen,
            ProblemCatalogue.KeyFileWrong, ProblemCatalogue.DataKeyDamaged);
        api.MapRegistrations();
        api.MapChanges();
        api.MapMerges();
        api.MapProposals();
        api.MapPersons();
        api.MapHouseholds();
        api.MapDeliveries();
        api.MapEvents();
        api.MapFindings();
        api.MapViews();
        api.MapDecisions();
        api.MapDivisions();
        api.MapVerifications();
    }

    // One instance that is asked by others and runs in the background.
    private static void AddHosted<T>(this IServiceCollection services, Func<IServiceProvider, T> make)
        where T : Microsoft.Extensions.Hosting.BackgroundService
    {
        services.AddSingleton(make);
        services.AddHostedService(provider => provider.GetRequiredService<T>());
    }
}
