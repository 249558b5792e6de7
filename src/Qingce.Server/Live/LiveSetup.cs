namespace Qingce.Server.Live;

/// <summary>Telling subscribers over SignalR at <c>/live</c>.</summary>
internal static class LiveSetup
{
    public const string Path = "/live";

    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<OutboxBell>();
        services.AddHostedService<OutboxTeller>();
        services.AddSignalR().AddJsonProtocol(json => json.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, ServerJson.Default));
    }

    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapHub<LiveHub>(Path);
}
