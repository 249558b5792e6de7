namespace Qingce.Server.Requests;

/// <summary>
/// Gives ids of a path as they are when a slash is in them: it is sent as %2F, which stays as it was sent so that it parts no path. Registers have such ids, and what can be
/// imported can be asked for.
/// </summary>
internal sealed class SlashInIds(RequestDelegate next)
{
    private const string Sent = "%2F";

    public Task InvokeAsync(HttpContext http)
    {
        RouteValueDictionary values = http.Request.RouteValues;
        foreach (string name in values.Where(one => one.Value is string text && text.Contains(Sent, StringComparison.OrdinalIgnoreCase)).Select(one => one.Key).ToArray())
        {
            values[name] = ((string)values[name]!).Replace(Sent, "/", StringComparison.OrdinalIgnoreCase);
        }

        return next(http);
    }
}
