using System.Data.Common;
using Qingce.Tables;

namespace Qingce.Storage;

/// <summary>Tells a full disk, of the store or beside it, from other faults.</summary>
public static class DiskFull
{
    // disk_full of PostgreSQL; SQLite says it in words.
    private const string State = "53100";

    /// <summary>Whether a fault, or one beneath it, is that there is no room for what was to be written.</summary>
    /// <param name="fault">The fault.</param>
    public static bool Is(Exception? fault) => fault switch
    {
        null => false,
        DbException { SqlState: State } => true,
        DbException database when database.Message.Contains("disk is full", StringComparison.OrdinalIgnoreCase) => true,
        IOException file when AccessReason.IsDiskFull(file) => true,
        _ => Is(fault.InnerException),
    };
}
