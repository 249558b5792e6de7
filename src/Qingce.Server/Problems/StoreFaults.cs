using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Qingce.Server.Languages;
using Qingce.Storage;

namespace Qingce.Server.Problems;

/// <summary>
/// Tells faults of a store from faults of the program: those that pass by themselves (restarting, busy, out of connections), and those that somebody mends beside the
/// running server, as a key file that is put back.
/// </summary>
internal static class StoreFaults
{
    private const int SqliteCorrupt = 11;
    private const int SqliteNoDatabase = 26;

    /// <summary>The problem that a store told, also beneath another fault: its own code and text where the catalogue has the code. Null where it told none.</summary>
    public static Problem? ProblemOf(Exception fault)
    {
        for (Exception? at = fault; at is not null; at = at.InnerException)
        {
            if (at is StoreException told)
            {
                return new Problem(ProblemCatalogue.All.FirstOrDefault(kind => kind.Code == told.Code) ?? ProblemCatalogue.StoreUnavailable, new Phrase(told.Chinese, told.Message));
            }
        }

        return null;
    }

    /// <summary>Whether the database says that what is stored is damaged.</summary>
    public static bool IsDamage(Exception fault)
    {
        for (Exception? at = fault; at is not null; at = at.InnerException)
        {
            if (at is SqliteException { SqliteErrorCode: SqliteCorrupt or SqliteNoDatabase } or DbException { SqlState: "XX001" or "XX002" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a connection was cut off: the next one may well be whole.</summary>
    public static bool IsCutOff(Exception fault)
    {
        for (Exception? at = fault; at is not null; at = at.InnerException)
        {
            if (at is IOException or System.Net.Sockets.SocketException or DbException { SqlState: "57P01" or "57P02" or "57P03" })
            {
                return fault is not BadHttpRequestException && IsUnavailable(fault);
            }
        }

        return false;
    }

    public static bool IsUnavailable(Exception fault)
    {
        for (Exception? at = fault; at is not null; at = at.InnerException)
        {
            if (at is DbException { IsTransient: true } or TimeoutException or StoreException or DbUpdateConcurrencyException)
            {
                return true;
            }
        }

        return false;
    }
}
