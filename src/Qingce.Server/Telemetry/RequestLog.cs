using System.Diagnostics;

namespace Qingce.Server.Telemetry;

/// <summary>One line a request: method, template of the route, status, time. Never the path, the query, headers or bodies, which name people.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext http)
    {
        long start = time.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            // Whoever watches the server asks every few seconds how it is.
            string route = http.RouteTemplate();
            LogLevel level = route.StartsWith("/health", StringComparison.Ordinal) && http.Response.StatusCode < 500 ? LogLevel.Debug : LogLevel.Information;
            if (log.IsEnabled(level))
            {
                double milliseconds = Math.Round(time.GetElapsedTime(start).TotalMilliseconds, 1);
                string? trace = Activity.Current?.TraceId.ToHexString();
                LogRequest(level, http.Request.Method, route, http.Response.StatusCode, milliseconds, trace);
            }
        }
    }

    [LoggerMessage(Message = "{Method} {Route} {Status} {Milliseconds} {TraceId}")]
    private partial void LogRequest(LogLevel level, string method, string route, int status, double milliseconds, string? traceId);
}

internal static class Routes
{
    /// <summary>The template of the route that was matched, without the values in it.</summary>
    public static string RouteTemplate(this HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
}
