using Qingce.Cli.Tests.Samples;

namespace Qingce.Cli.Tests;

/// <summary>Commands about a register of record.</summary>
public sealed class RegisterOfRecordTests
{
    [Theory]
    [InlineData("keys", "rotate")]
    [InlineData("keys", "rewrap")]
    [InlineData("verify")]
    public void Command_OnAFolderThatIsNotThere_MakesNothing(params string[] command)
    {
        using TemporaryFolder folder = new();

        (int exitCode, _, string error) = QingceProgram.Run([.. command, "--data", folder["nosuch"], .. command is ["verify"] ? ["--out", folder["out"]] : Array.Empty<string>()]);

        Assert.Equal(3, exitCode);
        Assert.Contains("there is no register here", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
