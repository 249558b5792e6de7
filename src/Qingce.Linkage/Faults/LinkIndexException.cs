namespace Qingce.Linkage;

/// <summary>
/// An index that cannot be opened, read or written: the message names the file and says what can be done, in English, and
/// <see cref="Chinese"/> the same in Chinese.
/// </summary>
public sealed class LinkIndexException : Exception
{
    internal LinkIndexException(string message, string chinese, Exception? innerException = null)
        : base(message, innerException) => Chinese = chinese;

    /// <summary>The message in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>Whether nothing but creating the index again from its source helps.</summary>
    public bool MustBeRebuilt { get; private init; }

    internal static LinkIndexException Damaged(string file, string english, string chinese) =>
        Lost($"{file} is damaged: {english}.", $"{file} 已损坏：{chinese}。");

    internal static LinkIndexException OtherVersion(string file, int version, int known) =>
        Lost($"{file} has version {version}; this program reads version {known}.", $"{file} 是第 {version} 版，本程序读取第 {known} 版。");

    /// <summary>An index that is of no use any more.</summary>
    internal static LinkIndexException Lost(string english, string chinese) =>
        new($"{english} Create the index again from its source.", $"{chinese}请用源文件重新建立索引。") { MustBeRebuilt = true };

    internal static LinkIndexException NoId(long row) => new(
        $"Row {row:N0} has no id; each record of an index needs one.", $"第 {row:N0} 行没有编号；索引中的每条记录都须有编号。");
}
