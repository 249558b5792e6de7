namespace Qingce.Tables.Tests;

public sealed class TableFilesTests
{
    [Fact]
    public void Of_Folder_GivesPartsInOrderOfNames()
    {
        using TempFolder folder = new();
        _ = folder.Write("part-2.csv", "a,b\n3,4\n");
        _ = folder.Write("part-1.txt", "a;b\n1;2\n");
        _ = folder.Write("~$part-3.xlsx", "");
        _ = folder.Write(".hidden.csv", "");
        _ = folder.Write("notes.md", "");

        Assert.Equal(["part-1.txt", "part-2.csv"], TableFiles.Of(folder.Path).Select(Path.GetFileName));
        Assert.Equal([folder["part-2.csv"]], TableFiles.Of(folder["part-2.csv"]));
    }

    [Fact]
    public void Of_NothingOrEmptyFolder_IsAFault()
    {
        using TempFolder folder = new();

        Assert.Equal(TableFault.EmptyFolder, Assert.Throws<TableFormatException>(() => TableFiles.Of(folder.Path)).Fault);
        Assert.Equal(TableFault.NotFound, Assert.Throws<TableFormatException>(() => TableFiles.Of(folder["none"])).Fault);
    }

    [Fact]
    public void Named_FileAndFolderOfParts_AreFoundInAnyCaseAndNothingElse()
    {
        using TempFolder folder = new();
        _ = folder.Write("REGISTER.CSV", "a\n1\n");
        _ = folder.Write("register.md", "");
        _ = folder.Write("register-old.csv", "a\n1\n");
        _ = Directory.CreateDirectory(folder["register"]);
        _ = Directory.CreateDirectory(folder["register.old"]);

        Assert.Equal(["REGISTER.CSV", "register"], TableFiles.Named(folder.Path, "register").Select(Path.GetFileName));
        Assert.Empty(TableFiles.Named(folder.Path, "changes"));
    }

    [Fact]
    public void In_FolderThatIsNot_IsAFaultInBothLanguages()
    {
        using TempFolder folder = new();
        TableFormatException error = Assert.Throws<TableFormatException>(() => TableFiles.In(folder["none"]));

        Assert.Equal(TableFault.Unreadable, error.Fault);
        Assert.Contains("it is not there", error.Message);
        Assert.Contains("文件或文件夹不存在", error.Chinese);
    }
}
