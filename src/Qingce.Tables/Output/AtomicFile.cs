namespace Qingce.Tables;

/// <summary>
/// A file that appears whole or not at all: it is written beside its place under another name and renamed at the end. What a killed
/// earlier run left beside it is swept away at the beginning. Unlike <see cref="AtomicFolder"/> it does not wait for the disk. Two processes
/// must not write one file at the same time.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private bool _committed;

    private AtomicFile(string path, string temporary)
    {
        Path = path;
        TemporaryPath = temporary;
    }

    /// <summary>Where the file will be.</summary>
    public string Path { get; }

    /// <summary>Where it is to be written. It has the same ending.</summary>
    public string TemporaryPath { get; }

    /// <summary>Makes ready to write a file. Its folder is made if it is not there.</summary>
    /// <param name="path">Where the file will be; one that is there is replaced at the end.</param>
    /// <exception cref="TableWriteException">The folder cannot be made, or a folder stands in the place of the file.</exception>
    public static AtomicFile Begin(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string full = System.IO.Path.GetFullPath(path);
        string folder = System.IO.Path.GetDirectoryName(full)
            ?? throw new TableWriteException(path, "this is no file.", "这不是文件。");
        string temporary = System.IO.Path.Combine(folder, Unfinished.Mark + System.IO.Path.GetFileName(full));
        if (Directory.Exists(full))
        {
            throw new TableWriteException(path, "a folder of that name is in the way.", "已有同名文件夹。");
        }

        Unfinished.Try(path, () =>
        {
            _ = Directory.CreateDirectory(folder);
            File.Delete(temporary);
        });
        return new AtomicFile(full, temporary);
    }

    /// <summary>Puts the finished file in its place. All writers of it must be closed.</summary>
    /// <exception cref="TableWriteException">It cannot be put there.</exception>
    public void Commit()
    {
        Unfinished.Try(Path, () => File.Move(TemporaryPath, Path, overwrite: true));
        _committed = true;
    }

    /// <summary>Removes the unfinished file, unless it was committed.</summary>
    public void Dispose()
    {
        if (!_committed)
        {
            Unfinished.Try(Path, () => File.Delete(TemporaryPath));
        }
    }
}
