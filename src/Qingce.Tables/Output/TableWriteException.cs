namespace Qingce.Tables;

/// <summary>A file or folder could not be written: a full disk, a missing permission, a folder that is not ours to replace.</summary>
public sealed class TableWriteException : IOException
{
    internal TableWriteException(string path, string english, string chinese, Exception? inner = null)
        : base($"{path}: {english}", inner)
    {
        Path = path;
        Chinese = $"{path}：{chinese}";
    }

    /// <summary>The file or folder.</summary>
    public string Path { get; }

    /// <summary>The message in Chinese.</summary>
    public string Chinese { get; }

    internal static TableWriteException From(string path, Exception cause) => IsDiskFull(cause)
        ? new TableWriteException(
            path, "the disk is full. Free some space or choose another place.", "磁盘已满，请清理空间或另选位置。", cause)
        : new TableWriteException(
            path, $"it cannot be written: {cause.Message}", $"无法写入：{cause.Message}", cause);

    // ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL; ENOSPC, EDQUOT and EFBIG as .NET and Arrow give them.
    private static bool IsDiskFull(Exception cause) =>
        cause.HResult is unchecked((int)0x80070070) or unchecked((int)0x80070027) or 28 or 122 or 27
        || cause.Message.Contains("errno 28", StringComparison.Ordinal)
        || cause.Message.Contains("errno 122", StringComparison.Ordinal)
        || cause.Message.Contains("No space left", StringComparison.Ordinal);
}
