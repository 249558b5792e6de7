using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Qingce.Register;
using Qingce.Server.Health;
using Qingce.Server.Hosting;
using Qingce.Server.Languages;
using Qingce.Server.Live;
using Qingce.Server.OpenApi;
using Qingce.Server.Problems;
using Qingce.Server.Requests;
using Qingce.Server.Telemetry;
using Qingce.Storage;
using Scalar.AspNetCore;

namespace Qingce.Server;

/// <summary>The server: one host for everything that is asked over HTTP.</summary>
public static class QingceServer
{
    /// <summary>The largest body of a request that is not an upload, in bytes.</summary>
    internal const long MostBody = 4 << 20;

    /// <summary>Runs until <paramref name="stop"/> is cancelled; then ends what runs in good order.</summary>
    /// <param name="options">How.</param>
    /// <param name="listening">Told the addresses once connections are taken.</param>
    /// <param name="stop">Ends the server.</param>
    /// <exception cref="ServerStartException">It cannot start, for a reason the person who started it can mend.</exception>
    public static async Task RunAsync(ServerOptions options, Action<IReadOnlyCollection<string>> listening, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(listening);
        ProvinceRules rules = RulesFile.Read(options.RulesFile);
        using ServerTurn turn = ServerTurn.Take(Path.GetFullPath(options.DataFolder));
        await using Store store = await OpenAsync(options, turn, stop);
        await using WebApplication app = Build(options, store, rules);
        try
        {
            await app.StartAsync(stop);
        }
        catch (OperationCanceledException ended) when (!stop.IsCancellationRequested)
        {
            throw BackgroundEnd.Of(app.Services, ended);
        }
        catch (IOException inUse)
        {
            throw new ServerStartException(
                new Phrase($"无法在 {options.Urls} 上监听：地址已被占用。请停止占用它的程序，或用 --urls 换一个端口。",
                    $"{options.Urls} cannot be listened on: the address is in use. Stop what uses it, or give another port with --urls."),
                inUse);
        }

        listening([.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses]);
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        CancellationToken byItself = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        await using (stop.Register(() => stopped.TrySetResult()))
        await using (byItself.Register(() => stopped.TrySetResult()))
        {
            await stopped.Task;
        }

        bool isStopped = stop.IsCancellationRequested;
        try
        {
            await app.StopAsync(CancellationToken.None);
        }
        catch (Exception ended) when (!isStopped && ended is AggregateException or OperationCanceledException)
        {
            throw BackgroundEnd.Of(app.Services, ended);
        }

        if (!isStopped)
        {
            throw BackgroundEnd.Of(app.Services, null);
        }
    }

    private static async Task<Store> OpenAsync(ServerOptions options, ServerTurn turn, CancellationToken stop)
    {
        try
        {
            return await StoreOpening.OpenAsync(options, stop);
        }
        catch (ServerStartException)
        {
            turn.GiveUp();
            throw;
        }
    }

    internal static WebApplication Build(ServerOptions options, Store store, ProvinceRules? rules = null)
    {
        // An empty builder: no file and no environment variable can open another address or loosen a limit.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Qingce.Server" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            options.Urls.ListenOn(kestrel);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 << 10;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Logging.AddServerLog();
        IServiceCollection services = builder.Services;
        services.AddSingleton<IHostLifetime, NoLifetime>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(store);
        services.AddSingleton(options);
        services.AddSingleton<Readiness>();
        services.AddLive();
        services.AddRegister(options, rules ?? ProvinceRules.Common);
        services.AddRoutingCore();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ServerJson.Default);
            ServerJson.Configure(json.SerializerOptions);
        });
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.AddTelemetry(builder.Configuration);
        services.AddApiDescription();

        WebApplication app = builder.Build();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<FaultMiddleware>();
        app.UseMiddleware<LocalOnly>();
        app.UseMiddleware<HeadRequests>();
        app.UseRouting();
        app.UseMiddleware<SlashInIds>();
        app.UseMiddleware<QueryCheck>();
        app.MapGet("/", () => TypedResults.Redirect("/docs")).ExcludeFromDescription();
        app.MapHealth();
        app.MapProblems();
        app.MapMetrics();
        app.MapLive();
        app.MapRegister();
        app.MapOpenApi("/openapi/{documentName}.json");
        // Its script comes out of the package; nothing of the page is asked for elsewhere, nor sent there by one of its buttons.
        app.MapScalarApiReference("/docs", scalar => scalar
            .WithTitle("Qingce").WithOpenApiRoutePattern("/openapi/v1.json").DisableDefaultFonts().DisableTelemetry()
            .DisableAgent().DisableMcp().HideDeveloperTools().HideClientButton());
        return app;
    }
}
