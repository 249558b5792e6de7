namespace Qingce.Cli;

/// <summary>Ends a command with a message for the person and an exit code. Never wraps a fault of the program.</summary>
internal sealed class CommandFault(int exitCode, Phrase message) : Exception(message.English)
{
    public int ExitCode { get; } = exitCode;

    public Phrase Phrase { get; } = message;
}
