using Qingce.Cli.Tests.Samples;
using Qingce.Exchange.Deliveries;

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

    [Fact]
    public void Import_OfAFolderOfSources_TakesThem()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["sources"]);
        File.WriteAllText(Path.Combine(folder["sources"], "05-marriage.csv"), string.Join(',', DeliveryKind.Source(5).Shape.Select(field => field.Name)) + "\n");

        (int exitCode, string output, string error) = QingceProgram.Run("import", folder["sources"], "--data", folder["data"]);

        Assert.True(exitCode == 0, error);
        Assert.Contains("05-marriage.csv: ", output, StringComparison.Ordinal);
    }
}
