namespace Qingce.Tables;

/// <summary>
/// Finds tables as they are delivered: a file, or a folder of parts. Parts are in the order of their names (by code point), which is the
/// order of their rows. Files whose name begins with a dot, an underscore or ~$ (marks, unfinished writes, locks of Excel) are passed over.
/// </summary>
public static class TableFiles
{
    private static readonly string[] Endings = [".csv", ".txt", ".tsv", ".parquet", ".xlsx"];

    /// <summary>The files of a table: the file itself, or the parts in the folder; not those of folders in it.</summary>
    /// <param name="path">A file or folder.</param>
    /// <returns>At least one file.</returns>
    /// <exception cref="TableFormatException">Nothing is there, it may not be read, or it holds no file that could be a part.</exception>
    public static IReadOnlyList<string> Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new TableFormatException(TableFault.NotFound, path);
        }

        try
        {
            string[] files = [.. Directory.EnumerateFiles(path).Where(IsTable).Order(StringComparer.Ordinal)];
            return files.Length == 0 ? throw new TableFormatException(TableFault.EmptyFolder, path) : files;
        }
        catch (Exception error) when (error is IOException and not TableFormatException or UnauthorizedAccessException)
        {
            throw TableFormatException.Unreadable(path, error);
        }
    }

    /// <summary>The tables in a folder: files by their ending, and every folder, each of which may be one of parts.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Files and folders in the order of their names.</returns>
    /// <exception cref="TableFormatException">The folder may not be read.</exception>
    public static IReadOnlyList<string> In(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            return
            [
                .. Directory.EnumerateFileSystemEntries(folder)
                    .Where(path => Directory.Exists(path) ? !IsHidden(path) : IsTable(path))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TableFormatException.Unreadable(folder, error);
        }
    }

    /// <summary>The tables of a name in a folder: <c>name.csv</c> and the like, or a folder of parts called <c>name</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The name, in any letter case.</param>
    /// <returns>Files and folders in the order of their names; more than one is for the caller to settle.</returns>
    /// <exception cref="TableFormatException">The folder may not be read.</exception>
    public static IReadOnlyList<string> Named(string folder, string name) =>
    [
        .. In(folder).Where(path => name.Equals(
            Directory.Exists(path) ? Path.GetFileName(path) : Path.GetFileNameWithoutExtension(path), StringComparison.OrdinalIgnoreCase)),
    ];

    private static bool IsTable(string path) => !IsHidden(path) && Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static bool IsHidden(string path) =>
        Path.GetFileName(path) is { } name && (name[0] is '.' or '_' || name.StartsWith("~$", StringComparison.Ordinal));
}
