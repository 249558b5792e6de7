namespace Qingce.Tables;

/// <summary>What files and folders that are still being written have in common.</summary>
internal static class Unfinished
{
    /// <summary>How their names begin. A leading dot keeps them out of <see cref="TableFiles"/>.</summary>
    public const string Mark = ".unfinished-";

    /// <summary>How the name of an earlier result begins while its successor takes its place.</summary>
    public const string OldMark = ".replaced-";

    /// <summary>How the name of the file begins that is locked while a folder is being written.</summary>
    public const string LockMark = ".writing-";

    /// <summary>Runs a change of the file system and names the path in what goes wrong.</summary>
    /// <exception cref="TableWriteException">It went wrong.</exception>
    public static void Try(string path, Action change)
    {
        try
        {
            change();
        }
        catch (Exception error) when (error is IOException and not TableWriteException or UnauthorizedAccessException)
        {
            throw TableWriteException.From(path, error);
        }
    }
}
