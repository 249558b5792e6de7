using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Qingce.Storage.Schema;

/// <summary>Instants as microseconds since 1970 on SQLite, which has no type for them: ordered, and as fine as those of PostgreSQL.</summary>
internal sealed class MicrosecondConverter() : ValueConverter<DateTimeOffset, long>(
    instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
    microseconds => Read(microseconds))
{
    public static DateTimeOffset Read(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
