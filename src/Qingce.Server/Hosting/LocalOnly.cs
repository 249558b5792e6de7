using System.Net;
using Qingce.Server.Problems;

namespace Qingce.Server.Hosting;

/// <summary>
/// Refuses what a page of another site makes a browser on this machine send: a host name that was pointed at the loopback address, or a
/// foreign origin.
/// </summary>
internal sealed class LocalOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        IsLocal(http.Request.Host.Host) && http.Request.Headers.Origin.All(IsOwn)
            ? next(http)
            : ProblemCatalogue.HostNotAllowed.Answer().ExecuteAsync(http);

    private static bool IsOwn(string? origin) =>
        string.IsNullOrEmpty(origin) || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? address) && IsLocal(address.DnsSafeHost));

    private static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
