namespace Qingce.Server.Hosting;

/// <summary>A folder with personal data in clear, for whoever runs the server alone.</summary>
internal static class OperatorsFolder
{
    /// <summary>Makes it, or takes the others' rights to one that is there.</summary>
    public static void Make(string path)
    {
        DirectoryInfo folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }
    }
}
