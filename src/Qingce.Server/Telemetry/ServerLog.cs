namespace Qingce.Server.Telemetry;

/// <summary>The log: one JSON object a line on the standard output. What others log is kept to what cannot quote a person.</summary>
internal static class ServerLog
{
    public static void AddServerLog(this ILoggingBuilder logging)
    {
        logging.AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Qingce", LogLevel.Information);

        // These put exceptions with their messages into the log, and those may quote what was asked; the server tells of them itself.
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        logging.AddFilter("Npgsql", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.SignalR", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);

        // Of a start that fails the program tells in a sentence.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }
}
