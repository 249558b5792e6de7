namespace Qingce.Tables;

/// <summary>
/// One table as it is delivered: a file, or a folder of parts with one header. The parts are in the order of their names (by code
/// point), which is the order of their rows.
/// </summary>
public sealed class TableSource
{
    private TableSource(string path, IReadOnlyList<string> files)
    {
        Path = path;
        Files = files;
    }

    /// <summary>The file or folder, as it was given.</summary>
    public string Path { get; }

    /// <summary>The files, at least one, in order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Finds the files of a table, as <see cref="TableFiles.Of"/> does.</summary>
    /// <param name="path">A file or folder.</param>
    /// <exception cref="TableFormatException">Nothing is there, or no file that could be a part.</exception>
    public static TableSource Of(string path) => new(path, TableFiles.Of(path));

    /// <summary>Opens the files one after another, and sees to it that they have one header.</summary>
    /// <param name="options">How to read them, or null for the defaults.</param>
    /// <returns>A reader for each file, which the caller disposes.</returns>
    /// <exception cref="TableFormatException">While enumerating: a file is no table, or its header differs from that of the first.</exception>
    public IEnumerable<TableReader> Open(ReadOptions? options = null)
    {
        IReadOnlyList<string>? names = null;
        foreach (string file in Files)
        {
            TableReader reader = TableReader.Open(file, options);
            try
            {
                names ??= reader.ColumnNames;
                CheckHeader(names, reader);
            }
            catch (TableFormatException)
            {
                reader.Dispose();
                throw;
            }

            yield return reader;
        }
    }

    private void CheckHeader(IReadOnlyList<string> names, TableReader reader)
    {
        for (int i = 0; i < Math.Max(names.Count, reader.ColumnNames.Count); i++)
        {
            string? name = i < reader.ColumnNames.Count ? reader.ColumnNames[i] : null;
            if (i >= names.Count || names[i] != name)
            {
                throw new TableFormatException(
                    TableFault.PartsDiffer, reader.Path, "", null, System.IO.Path.GetFileName(Files[0]), name ?? names[i]);
            }
        }
    }
}
