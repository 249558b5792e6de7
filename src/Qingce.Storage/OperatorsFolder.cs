namespace Qingce.Storage;

/// <summary>A folder with personal data in clear, and the files in it, for whoever runs the program alone.</summary>
public static class OperatorsFolder
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes it, or takes the others' rights to one that is there.</summary>
    /// <param name="path">The folder.</param>
    public static void Make(string path)
    {
        DirectoryInfo folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = Own | UnixFileMode.UserExecute;
        }
    }

    /// <summary>Makes it where it is not there. One that is there may hold what others are to read, and is left as it is.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>Whether it was made.</returns>
    public static bool MakeMissing(string path)
    {
        if (Directory.Exists(path))
        {
            return false;
        }

        Make(path);
        return true;
    }

    /// <summary>Makes a file that is not there, empty, or takes the others' rights to one that is and belongs to this account.</summary>
    /// <param name="path">The file.</param>
    public static void MakeFile(string path)
    {
        // One that is there is not opened: closing it would let go of the locks that a database in this process holds on it.
        if (!File.Exists(path))
        {
            FileStreamOptions creation = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.ReadWrite };
            if (!OperatingSystem.IsWindows())
            {
                creation.UnixCreateMode = Own;
            }

            using FileStream file = new(path, creation);
        }

        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != Own)
        {
            try
            {
                File.SetUnixFileMode(path, Own);
            }
            catch (UnauthorizedAccessException)
            {
                // Another account's, which shares it on purpose.
            }
        }
    }
}
