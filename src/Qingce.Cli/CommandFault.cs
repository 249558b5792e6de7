using Qingce.Tables;

namespace Qingce.Cli;

/// <summary>Ends a command with a message for the person and an exit code. Never wraps a fault of the program.</summary>
internal sealed class CommandFault(int exitCode, Phrase message) : Exception(message.English)
{
    /// <summary>A file or folder that the command was to read and the system does not give.</summary>
    public static CommandFault Unreadable(string path, Exception error) => new(Cli.ExitCode.InputUnreadable, new Phrase(
        $"{path}：无法读取：{AccessReason.Of(error).Chinese}。请检查路径和权限。",
        $"{path}: it cannot be read: {AccessReason.Of(error).English}. Check the path and the permissions."));

    public int ExitCode { get; } = exitCode;

    public Phrase Phrase { get; } = message;

    /// <summary>What else is to be said, each in a line of its own.</summary>
    public IReadOnlyList<Phrase> Details { get; init; } = [];
}
