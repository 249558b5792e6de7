namespace Qingce.Tables;

/// <summary>
/// Keeps two runs from writing one folder: a file beside it that is open to one process alone. The system lets go of it when the process ends, however
/// it ends. File systems that know no locks keep nobody out.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    // Enough for any number of runs that end just then; a file system without locks looks as if they never ceased.
    private const int Attempts = 3;

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="given">The folder, as it was given, for the message.</param>
    /// <param name="path">The file of the lock; it is gone when the lock is let go.</param>
    /// <exception cref="TableWriteException">Another run has it.</exception>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static FolderLock Take(string given, string path)
    {
        for (int attempt = 1; ; attempt++)
        {
            FileStream file;
            try
            {
                file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException error) when (IsTaken(error))
            {
                throw new TableWriteException(
                    given, "another run is writing this folder. Wait for it to end or choose another folder.", "另一次运行正在写入该文件夹，请等它结束或另选文件夹。", error);
            }

            if (attempt == Attempts || IsStillThere(path))
            {
                return new FolderLock(file);
            }

            file.Dispose();
        }
    }

    public void Dispose() => _file.Dispose();

    // A run that ended between our opening of the file and our lock on it has removed its name, and a third may have made another.
    private static bool IsStillThere(string path)
    {
        try
        {
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None).Dispose();
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException error) when (IsTaken(error))
        {
            return true;
        }
    }

    // ERROR_SHARING_VIOLATION; EWOULDBLOCK of Linux and of macOS.
    private static bool IsTaken(IOException error) => error.HResult is unchecked((int)0x80070020) or 11 or 35;
}
