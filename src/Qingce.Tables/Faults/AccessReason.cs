namespace Qingce.Tables;

/// <summary>
/// Why the system refused a file or folder, told by the kind of the error: the system's own words are in the language of the machine and
/// not of the person.
/// </summary>
/// <param name="English">The reason, without a full stop.</param>
/// <param name="Chinese">The same in Chinese.</param>
public readonly record struct AccessReason(string English, string Chinese)
{
    /// <summary>The account that runs the program may not use it.</summary>
    internal static AccessReason Denied { get; } = new("permission is denied", "没有访问权限");

    /// <summary>Tells the reason of an error of the file system.</summary>
    /// <param name="error">An <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>; anything else has no reason to tell.</param>
    public static AccessReason Of(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error switch
        {
            UnauthorizedAccessException => Denied,
            FileNotFoundException or DirectoryNotFoundException => new("it is not there", "文件或文件夹不存在"),
            PathTooLongException => new("its path is too long", "路径过长"),
            EndOfStreamException => new("it ends too early", "内容提前结束"),
            _ when IsDiskFull(error) => new("the disk is full", "磁盘已满"),
            _ when IsTooLong(error) => new("a file would be longer than the system allows", "文件超过系统允许的大小"),
            _ => Told(error.HResult) ?? new($"the system reports error {Code(error)}", $"系统返回错误码 {Code(error)}"),
        };
    }

    // EIO, EEXIST, ENOTDIR, EISDIR, ENFILE, EMFILE, EROFS as Unix numbers them, which .NET has no exceptions for.
    private static AccessReason? Told(int error) => error switch
    {
        5 => new("the device reports an error", "设备出错"),
        17 => new("a file of that name is in the way", "已有同名文件"),
        20 => new("a part of its path is a file and no folder", "路径中有一段是文件而不是文件夹"),
        21 => new("it is a folder and no file", "它是文件夹而不是文件"),
        23 or 24 => new("too many files are open", "打开的文件过多"),
        30 => new("the disk can only be read", "磁盘只读"),
        _ => null,
    };

    /// <summary>Whether there was no room on the disk, or the account's share of it, for what was to be written.</summary>
    /// <param name="error">What a write threw.</param>
    public static bool IsDiskFull(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);

        // ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL; ENOSPC, EDQUOT and EFBIG as .NET and Arrow give them. A file whose length .NET knows beforehand is
        // refused at once, in words and without a number.
        return error.HResult is unchecked((int)0x80070070) or unchecked((int)0x80070027) or 28 or 122 or 27
            || error.Message.Contains("the disk was full", StringComparison.Ordinal)
            || error.Message.Contains("errno 28", StringComparison.Ordinal)
            || error.Message.Contains("errno 122", StringComparison.Ordinal)
            || error.Message.Contains("No space left", StringComparison.Ordinal);
    }

    /// <summary>Whether a file would have become longer than the file system or the limit of the process (<c>ulimit -f</c>) allows, which .NET tells as a wrong argument.</summary>
    /// <param name="error">What a write threw.</param>
    public static bool IsTooLong(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error is ArgumentOutOfRangeException { TargetSite.DeclaringType.Namespace: "System.IO" };
    }

    // Unix gives the number of the error as it is, Windows with a facility in front.
    private static string Code(Exception error) =>
        error.HResult > 0 ? FormattableString.Invariant($"{error.HResult}") : FormattableString.Invariant($"0x{error.HResult:X8}");
}
