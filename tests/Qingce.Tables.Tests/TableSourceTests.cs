namespace Qingce.Tables.Tests;

public sealed class TableSourceTests
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
        TableSource source = TableSource.Of(folder.Path);
        List<string?[]> rows = [];
        foreach (TableReader reader in source.Open())
        {
            using (reader)
            {
                foreach (Batch batch in reader.Read())
                {
                    Tables.Append(batch, rows);
                }
            }
        }

        Assert.Equal(["part-1.txt", "part-2.csv"], source.Files.Select(Path.GetFileName));
        Assert.Equal([["1", "2"], ["3", "4"]], rows);
    }

    [Fact]
    public void Open_PartsWithTwoHeaders_IsAFaultThatNamesTheColumn()
    {
        using TempFolder folder = new();
        _ = folder.Write("1.csv", "a,b\n1,2\n");
        _ = folder.Write("2.csv", "a,c\n1,2\n");
        TableFormatException error = Assert.Throws<TableFormatException>(() => TableSource.Of(folder.Path).Open().ToList());

        Assert.Equal(TableFault.PartsDiffer, error.Fault);
        Assert.Equal(["1.csv", "c"], error.Arguments);
    }

    [Fact]
    public void Of_NothingOrEmptyFolder_IsAFault()
    {
        using TempFolder folder = new();

        Assert.Equal(TableFault.EmptyFolder, Assert.Throws<TableFormatException>(() => TableSource.Of(folder.Path)).Fault);
        Assert.Equal(TableFault.NotFound, Assert.Throws<TableFormatException>(() => TableSource.Of(folder["none"])).Fault);
    }
}
