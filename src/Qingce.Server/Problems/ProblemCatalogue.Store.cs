namespace Qingce.Server.Problems;

/// <remarks>Problems of the store and of the key file that opens it, which the operator mends.</remarks>
internal static partial class ProblemCatalogue
{
    public static readonly ProblemKind StoreUnavailable = new(
        "store-unavailable", 503,
        new("登记库暂时不可用", "The store cannot be reached at present"),
        new("没有写入任何内容。请稍后用同一幂等键重试。", "Nothing was written. Try again later with the same idempotency key."));

    public static readonly ProblemKind StoreFull = new(
        "store-full", 507,
        new("登记库所在磁盘已满", "The disk of the store is full"),
        new("没有写入任何内容。请管理员腾出磁盘空间，然后用同一幂等键重试。", "Nothing was written. Have the operator make room on the disk, then try again with the same idempotency key."));

    public static readonly ProblemKind StoreDamaged = new(
        "store-damaged", 503,
        new("登记库已损坏", "The store is damaged"),
        new("请管理员停止服务，从备份恢复登记库。没有写入任何内容。", "Have the operator stop the server and restore the store from a backup. Nothing was written."));

    public static readonly ProblemKind KeyFileMissing = new(
        "key-file-missing", 503,
        new("密钥文件不存在", "The key file is not there"),
        new("请管理员放回另行保管的密钥文件副本；无需重启。", "Have the operator put back the copy that was kept apart from the store; no restart is needed."));

    public static readonly ProblemKind KeyFileUnreadable = new(
        "key-file-unreadable", 503,
        new("密钥文件无法读取", "The key file cannot be read"),
        new("请管理员检查密钥文件的权限；无需重启。", "Have the operator check the permissions of the key file; no restart is needed."));

    public static readonly ProblemKind KeyFileMisshapen = new(
        "key-file-misshapen", 503,
        new("密钥文件已损坏", "The key file is none"),
        new("请管理员放回本库的密钥文件；无需重启。", "Have the operator put back the key file of this store; no restart is needed."));

    public static readonly ProblemKind KeyFileWrong = new(
        "key-file-wrong", 503,
        new("密钥文件打不开本库", "The key file does not open this store"),
        new("请管理员放回本库最新的密钥文件；无需重启。", "Have the operator put back the newest key file of this store; no restart is needed."));

    public static readonly ProblemKind DataKeyDamaged = new(
        "data-key-damaged", 503,
        new("数据密钥已损坏", "A data key is damaged"),
        new("请管理员从备份恢复 data_keys 表。", "Have the operator restore the table data_keys from a backup."));
}
