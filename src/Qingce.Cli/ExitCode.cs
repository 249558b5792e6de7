namespace Qingce.Cli;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    /// <summary>Done, whether or not there were findings.</summary>
    public const int Done = 0;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>A file that was to be read could not be.</summary>
    public const int InputUnreadable = 3;

    /// <summary>More rows were rejected than allowed.</summary>
    public const int TooManyRejects = 4;

    /// <summary>The result could not be written: no space, no permission, a folder that holds something else.</summary>
    public const int OutputNotWritten = 5;

    /// <summary>A fault of the program itself.</summary>
    public const int Fault = 70;

    /// <summary>Stopped by Ctrl-C or a request to end.</summary>
    public const int Interrupted = 130;
}
