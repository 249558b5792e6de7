using System.Data.Common;
using Qingce.Server.Languages;
using Qingce.Storage;

namespace Qingce.Server.Problems;

/// <summary>
/// Tells faults of a store from faults of the program: those that pass by themselves (restarting, busy, out of connections), and those that somebody mends beside the
/// running server, as a key file that is put back.
/// </summary>
internal static class StoreFaults
{
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

    public static bool IsUnavailable(Exception fault)
    {
        for (Exception? at = fault; at is not null; at = at.InnerException)
        {
            if (at is DbException { IsTransient: true } or TimeoutException or StoreException)
            {
                return true;
            }
        }

        return false;
    }
}
