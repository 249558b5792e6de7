using Microsoft.Extensions.Configuration;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Qingce.Server.Telemetry;

/// <summary>Traces and metrics: read here at /metrics, and sent on over OTLP when OTEL_EXPORTER_OTLP_ENDPOINT names where.</summary>
internal static class TelemetrySetup
{
    /// <summary>The name of our meter and our source of activities.</summary>
    public const string Name = "Qingce";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this IServiceCollection services, IConfigurationBuilder configuration)
    {
        // The settings of OpenTelemetry are its own environment variables; no other variable configures the server.
        Dictionary<string, string?> settings = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("OTEL_", StringComparison.Ordinal))
            .ToDictionary(name => name, Environment.GetEnvironmentVariable);
        configuration.AddInMemoryCollection(settings);
        bool sends = settings.TryGetValue(Endpoint, out string? endpoint) && !string.IsNullOrEmpty(endpoint);
        MetricsText text = new();
        services.AddSingleton(text);
        services.AddOpenTelemetry()
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                    .AddReader(new BaseExportingMetricReader(text));
                if (sends)
                {
                    metrics.AddOtlpExporter();
                }
            })
            .WithTracing(traces =>
            {
                traces.AddSource(Name).AddAspNetCoreInstrumentation(options => options.EnrichWithHttpRequest = (activity, _) =>
                {
                    // Paths hold the ids of registrations and queries hold names; the template of the route is enough.
                    activity.SetTag("url.path", null);
                    activity.SetTag("url.query", null);
                });
                if (sends)
                {
                    traces.AddOtlpExporter();
                }
            });
    }

    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", (MetricsText text) => TypedResults.Text(text.Read(), "text/plain; version=0.0.4")).ExcludeFromDescription();
}
