namespace Qingce.Tables.Tests;

public sealed class AtomicOutputTests
{
    private const string Marker = "result.json";

    [Fact]
    public void Folder_NotCommitted_LeavesTheEarlierResultAndNothingBeside()
    {
        using TempFolder root = new();
        Make(root["out"], "one");
        using (AtomicFolder folder = AtomicFolder.Begin(root["out"], Marker))
        {
            File.WriteAllText(Path.Combine(folder.TemporaryPath, "x"), "two");
        }

        Assert.Equal("one", File.ReadAllText(Path.Combine(root["out"], "x")));
        Assert.Equal([root["out"]], Directory.GetFileSystemEntries(root.Path));
    }

    [Fact]
    public void Folder_Committed_ReplacesTheEarlierResultWhole()
    {
        using TempFolder root = new();
        Make(root["out"], "one");
        File.WriteAllText(Path.Combine(root["out"], "stale"), "");
        Make(root["out"], "two");

        Assert.Equal("two", File.ReadAllText(Path.Combine(root["out"], "x")));
        Assert.Equal(["result.json", "x"], Directory.GetFiles(root["out"]).Select(Path.GetFileName).Order());
        Assert.Equal([root["out"]], Directory.GetFileSystemEntries(root.Path));
    }

    [Fact]
    public void Folder_HoldingSomethingElse_IsRefusedAndLeftAlone()
    {
        using TempFolder root = new();
        _ = Directory.CreateDirectory(root["out"]);
        File.WriteAllText(Path.Combine(root["out"], "thesis.doc"), "mine");
        TableWriteException error = Assert.Throws<TableWriteException>(() => AtomicFolder.Begin(root["out"], Marker));

        Assert.Contains("left as it is", error.Message);
        Assert.Contains("未作任何改动", error.Chinese);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(root["out"], "thesis.doc")));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("x/y/z")]
    public void Folder_BelowAFile_SaysThatItIsAFile(string below)
    {
        using TempFolder root = new();
        string file = root.Write("letter", "dear");
        TableWriteException error = Assert.Throws<TableWriteException>(() => AtomicFolder.Begin(Path.Combine(file, below), Marker));

        Assert.Equal($"{Path.Combine(file, below)}: {file} is a file, so no folder can be made in it. Choose another folder.", error.Message);
        Assert.Contains($"{file} 是文件", error.Chinese);
        Assert.Equal([file], Directory.GetFileSystemEntries(root.Path));
    }

    [Theory]
    [InlineData(17)]
    [InlineData(20)]
    [InlineData(30)]
    public void Reason_OfAKnownError_IsNoNumber(int number) => Assert.DoesNotMatch("[0-9]", AccessReason.Of(new IOException("x", number)).English);

    [Fact]
    public void Folder_ThatAnotherRunIsWriting_IsRefusedAndTheOtherFinishes()
    {
        using TempFolder root = new();
        using (AtomicFolder first = AtomicFolder.Begin(root["out"], Marker))
        {
            File.WriteAllText(Path.Combine(first.TemporaryPath, "x"), "first");
            TableWriteException error = Assert.Throws<TableWriteException>(() => AtomicFolder.Begin(root["out"], Marker));

            Assert.StartsWith($"{root["out"]}: another run is writing this folder.", error.Message);
            Assert.Contains("另一次运行正在写入", error.Chinese);
            first.Commit();
        }

        Make(root["out"], "second");

        Assert.Equal("second", File.ReadAllText(Path.Combine(root["out"], "x")));
        Assert.Equal([root["out"]], Directory.GetFileSystemEntries(root.Path));
    }

    // Each tries until it succeeds: whoever succeeds has written all of it.
    [Fact]
    public void Folder_WrittenByManyAtOnce_IsAlwaysWhole()
    {
        using TempFolder root = new();
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, run =>
        {
            while (true)
            {
                try
                {
                    using AtomicFolder folder = AtomicFolder.Begin(root["out"], Marker);
                    File.WriteAllText(Path.Combine(folder.TemporaryPath, "x"), $"{run}");
                    File.WriteAllText(Path.Combine(folder.TemporaryPath, "y"), $"{run}");
                    folder.Commit();
                    return;
                }
                catch (TableWriteException error) when (error.Message.Contains("another run", StringComparison.Ordinal))
                {
                    Thread.Yield();
                }
            }
        });

        Assert.Equal(File.ReadAllText(Path.Combine(root["out"], "x")), File.ReadAllText(Path.Combine(root["out"], "y")));
        Assert.Equal([root["out"]], Directory.GetFileSystemEntries(root.Path));
    }

    [Fact]
    public void Folder_AfterKilledRuns_SweepsAndPutsBack()
    {
        using TempFolder root = new();
        Make(root["out"], "one");
        Directory.Move(root["out"], root[".replaced-out"]);
        _ = Directory.CreateDirectory(root[".unfinished-out"]);
        File.WriteAllText(Path.Combine(root[".unfinished-out"], "half"), "");
        using (AtomicFolder folder = AtomicFolder.Begin(root["out"], Marker))
        {
            Assert.Empty(Directory.GetFileSystemEntries(folder.TemporaryPath));
        }

        Assert.Equal("one", File.ReadAllText(Path.Combine(root["out"], "x")));
        Assert.Equal([root["out"]], Directory.GetFileSystemEntries(root.Path));
    }

    [Fact]
    public void File_AppearsWholeOrNotAtAll()
    {
        using TempFolder root = new();
        string path = root["deep/er/t.csv"];
        using (AtomicFile file = AtomicFile.Begin(path))
        {
            File.WriteAllText(file.TemporaryPath, "half");
        }

        Assert.Empty(Directory.GetFiles(root["deep/er"]));
        using (AtomicFile file = AtomicFile.Begin(path))
        {
            File.WriteAllText(file.TemporaryPath, "whole");
            file.Commit();
        }

        Assert.Equal("whole", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(root["deep/er"]));
    }

    [Fact]
    public void Reason_OfAFileForWhichThereIsNoRoom_IsTheFullDisk()
    {
        const string memory = "/dev/shm";
        Assert.SkipUnless(Directory.Exists(memory), "There is no disk here whose end is known at once.");
        string path = Path.Combine(memory, Path.GetRandomFileName());
        FileStreamOptions larger = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, PreallocationSize = new DriveInfo(memory).TotalSize + (1 << 20) };

        IOException error = Assert.Throws<IOException>(() => new FileStream(path, larger).Dispose());

        Assert.True(AccessReason.IsDiskFull(error));
        Assert.Equal("磁盘已满", AccessReason.Of(error).Chinese);
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.parquet")]
    public void Writer_OnAFullDisk_NamesThePathAndTheCause(string name)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        using TempFolder root = new();
        _ = File.CreateSymbolicLink(root[name], "/dev/full");
        TableSchema schema = new(ColumnSpec.Text("a"), ColumnSpec.Whole("b"));
        BatchBuilder batch = new(schema);
        for (int i = 0; i < 100_000; i++)
        {
            batch.Text(0).Append($"text {i}");
            batch.Whole(1).Append(i);
        }

        TableWriteException error = Assert.Throws<TableWriteException>(() =>
        {
            using TableWriter writer = TableWriter.Create(root[name], schema);
            writer.Write(batch);
            writer.Finish();
        });

        Assert.Contains(root[name], error.Message);
        Assert.Contains("disk is full", error.Message);
        Assert.Contains("磁盘已满", error.Chinese);
    }

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.parquet")]
    public void Writer_NotFinished_RemovesTheFile(string name)
    {
        using TempFolder root = new();
        TableSchema schema = new(ColumnSpec.Text("a"));
        BatchBuilder batch = new(schema);
        batch.Text(0).Append("x");
        using (TableWriter writer = TableWriter.Create(root[name], schema))
        {
            writer.Write(batch);
            Assert.True(File.Exists(root[name]));
        }

        Assert.False(File.Exists(root[name]));
    }

    private static void Make(string path, string text)
    {
        using AtomicFolder folder = AtomicFolder.Begin(path, Marker);
        File.WriteAllText(Path.Combine(folder.TemporaryPath, "x"), text);
        folder.Commit();
    }
}
