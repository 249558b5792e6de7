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
            if (log.IsEnabled(LogLevel.Information))
            {
                double milliseconds = Math.Round(time.GetElapsedTime(start).TotalMilliseconds, 1);
                string route = http.RouteTemplate();
                string? trace = Activity.Current?.TraceId.ToHexString();
                LogRequest(http.Request.Method, route, http.Response.StatusCode, milliseconds, trace);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Milliseconds} {TraceId}")]
    private partial void LogRequest(string method, string route, int status, double milliseconds, string? traceId);
}

internal static class Routes
{
    /// <summary>The template of the route that was matched, without the values in it.</summary>
    public static string RouteTemplate(this HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
}
