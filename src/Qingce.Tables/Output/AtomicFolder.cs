namespace Qingce.Tables;

/// <summary>
/// A folder of results that appears whole or not at all: it is filled beside its place under another name and renamed at the end. An
/// earlier result, known by its marker file, is replaced whole; a folder that holds anything else is refused and left as it is. What a
/// killed earlier run left beside it is swept away or, if that run was killed while replacing, put back.
/// This holds for a process that fails, is cancelled or is killed, and for a power failure: the bytes lie on the disk before the folder
/// gets its name. Of two runs that write one folder at the same time, the later is refused at its beginning.
/// </summary>
public sealed class AtomicFolder : IDisposable
{
    private readonly string _marker;
    private readonly string _old;
    private readonly FolderLock _lock;
    private bool _committed;

    private AtomicFolder(string path, string temporary, string old, string marker, FolderLock taken)
    {
        Path = path;
        TemporaryPath = temporary;
        _old = old;
        _marker = marker;
        _lock = taken;
    }

    /// <summary>Where the folder will be.</summary>
    public string Path { get; }

    /// <summary>Where the files are to be written.</summary>
    public string TemporaryPath { get; }

    /// <summary>Makes an empty folder to fill.</summary>
    /// <param name="path">Where the folder will be. Folders above it are made.</param>
    /// <param name="marker">Name of the file by which an earlier result is known; it is put into this one, empty, unless one is written.</param>
    /// <exception cref="TableWriteException">
    /// The place is taken by something else than an earlier result, cannot be written, or another run is writing it.
    /// </exception>
    public static AtomicFolder Begin(string path, string marker)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentException.ThrowIfNullOrEmpty(marker);
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        string parent = System.IO.Path.GetDirectoryName(full)
            ?? throw new TableWriteException(path, "this is no folder to replace.", "不能替换该文件夹。");
        string name = System.IO.Path.GetFileName(full);
        string temporary = System.IO.Path.Combine(parent, Unfinished.Mark + name);
        string old = System.IO.Path.Combine(parent, Unfinished.OldMark + name);
        FolderLock? taken = null;
        try
        {
            Unfinished.Try(path, () => Prepare(path));
        }
        catch (TableWriteException)
        {
            taken?.Dispose();
            throw;
        }

        return new AtomicFolder(full, temporary, old, marker, taken!);

        void Prepare(string given)
        {
            RefuseBelowAFile(given, parent);
            _ = Directory.CreateDirectory(parent);
            taken = FolderLock.Take(given, System.IO.Path.Combine(parent, Unfinished.LockMark + name));
            Recover(full, old, marker);
            Refuse(given, full, marker);
            Sweep(temporary);
            _ = Directory.CreateDirectory(temporary);
        }
    }

    /// <summary>Puts the finished folder in its place, in that of an earlier result. All files in it must be closed.</summary>
    /// <exception cref="TableWriteException">It cannot be put there; an earlier result is as it was.</exception>
    public void Commit()
    {
        Unfinished.Try(Path, () =>
        {
            string marker = System.IO.Path.Combine(TemporaryPath, _marker);
            if (!File.Exists(marker))
            {
                File.WriteAllBytes(marker, []);
            }

            Refuse(Path, Path, _marker);
            Disk.Flush(TemporaryPath);
            bool replaces = Directory.Exists(Path);
            if (replaces)
            {
                Directory.Move(Path, _old);
            }

            try
            {
                Directory.Move(TemporaryPath, Path);
            }
            catch (IOException) when (replaces)
            {
                Directory.Move(_old, Path);
                throw;
            }

            _committed = true;
            Disk.FlushEntries(System.IO.Path.GetDirectoryName(Path)!);
            Sweep(_old);
        });
        _lock.Dispose();
    }

    /// <summary>Removes the unfinished folder, unless it was committed.</summary>
    public void Dispose()
    {
        try
        {
            if (!_committed)
            {
                Unfinished.Try(Path, () => Sweep(TemporaryPath));
            }
        }
        finally
        {
            _lock.Dispose();
        }
    }

    /// <summary>A run that was killed between the two renames left the earlier result under another name, and one killed after, too.</summary>
    private static void Recover(string path, string old, string marker)
    {
        if (!Directory.Exists(old))
        {
            return;
        }

        if (!Directory.Exists(path) && File.Exists(System.IO.Path.Combine(old, marker)))
        {
            Directory.Move(old, path);
        }
        else
        {
            Sweep(old);
        }
    }

    private static void RefuseBelowAFile(string given, string parent)
    {
        for (string? above = parent; above is not null && !Directory.Exists(above); above = System.IO.Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
            {
                throw new TableWriteException(given, $"{above} is a file, so no folder can be made in it. Choose another folder.", $"{above} 是文件，不能在其中建立文件夹，请另选文件夹。");
            }
        }
    }

    private static void Refuse(string given, string path, string marker)
    {
        if (File.Exists(path))
        {
            throw new TableWriteException(given, "a file of that name is in the way.", "已有同名文件。");
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()
            && !File.Exists(System.IO.Path.Combine(path, marker)))
        {
            throw new TableWriteException(
                given, "the folder holds something else than an earlier result and is left as it is. Choose another or empty it.",
                "文件夹中有并非先前结果的内容，未作任何改动。请另选文件夹或先清空。");
        }
    }

    private static void Sweep(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
