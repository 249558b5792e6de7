using System.Data.Common;

namespace Qingce.Server.Problems;

/// <summary>Tells faults of a store that passes away by itself (restarting, busy, out of connections) from faults of the program.</summary>
internal static class StoreFaults
{
    public static bool IsUnavailable(Exception fault)
    {
        for (Exception? at = fault; at is not null; at = at.InnerException)
        {
            if (at is DbException { IsTransient: true } or TimeoutException)
            {
                return true;
            }
        }

        return false;
    }
}
