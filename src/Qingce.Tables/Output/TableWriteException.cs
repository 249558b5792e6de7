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

    internal static TableWriteException From(string path, Exception cause)
    {
        AccessReason reason = AccessReason.Of(cause);
        return AccessReason.IsDiskFull(cause)
            ? new TableWriteException(
                path, "the disk is full. Free some space or choose another place.", "磁盘已满，请清理空间或另选位置。", cause)
            : new TableWriteException(
                path, $"it cannot be written: {reason.English}. Check the path and the permissions.", $"无法写入：{reason.Chinese}。请检查路径和权限。", cause);
    }
}
