using System.Diagnostics;
using System.Globalization;

namespace Qingce.Linkage.Tests;

/// <summary>A process that is killed while it puts and removes: what it was told is there, and what is there can be used.</summary>
public sealed class LinkIndexKilledTests
{
    private const string FolderVariable = "QINGCE_KILLED_INDEX";
    private const int People = 307;
    private const int UnderWay = 16;

    [Fact]
    public void Killed_AtAnyMoment_KeepsWhatWasPut() => KillAgainAndAgain(3);

    [Fact]
    [Trait("Category", "Long")]
    public void Killed_AtAnyMomentManyTimes_KeepsWhatWasPut() => KillAgainAndAgain(100);

    /// <summary>What the killed process does; run by the other tests alone.</summary>
    [Fact(Explicit = true)]
    public void PutsAndRemoves_UntilKilled()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.NotNull(folder);
        using var told = new FileStream(Path.Combine(Path.GetDirectoryName(folder)!, "told"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        using var index = LinkIndex.Open(folder, LinkageVocabulary.General, new LinkIndexOptions { OverlayRows = 40, Threads = 1 });
        var underWay = new Queue<(Task Put, int Version)>();
        void TellAllBut(int count)
        {
            while (underWay.Count > count)
            {
                var (put, version) = underWay.Dequeue();
                put.GetAwaiter().GetResult();
                told.Write(System.Text.Encoding.ASCII.GetBytes($"{version}\n"));
            }
        }

        for (var version = VersionsTold(folder).Count; ; version++)
        {
            if (version % 10 == 9)
            {
                TellAllBut(0);
                index.Remove(IdOf(version));
            }
            else if (version % 100 < 50)
            {
                TellAllBut(0);
                index.Put(IdOf(version), ValuesOf(version));
            }
            else
            {
                underWay.Enqueue((index.PutAsync(IdOf(version), ValuesOf(version)), version));
                TellAllBut(UnderWay);
                continue;
            }

            if (version % 500 == 49)
            {
                index.Compact();
            }

            told.Write(System.Text.Encoding.ASCII.GetBytes($"{version}\n"));
        }
    }

    private static void KillAgainAndAgain(int times)
    {
        using var temporary = new TemporaryFolder();
        LinkIndexChangesTests.Empty(temporary.Folder).Dispose();
        var random = new Random(times);
        for (var i = 0; i < times; i++)
        {
            var before = VersionsTold(temporary.Folder).Count;
            KillAfter(temporary.Folder, before + 1 + random.Next(60), random.Next(20_000));
            Require(temporary.Folder);
        }
    }

    private static void KillAfter(string folder, int versions, int spins)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(LinkIndexKilledTests).FullName}.{nameof(PutsAndRemoves_UntilKilled)}");
        start.ArgumentList.Add("-explicit");
        start.ArgumentList.Add("only");
        start.Environment[FolderVariable] = folder;
        using var process = Process.Start(start)!;
        var told = Path.Combine(Path.GetDirectoryName(folder)!, "told");
        using (var watcher = new StreamReader(new FileStream(told, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite)))
        {
            for (var seen = 0; seen < versions && !process.HasExited;)
            {
                seen += watcher.ReadLine() is null ? 0 : 1;
            }
        }

        Thread.SpinWait(spins);
        Assert.False(process.HasExited, $"It ended by itself: {(process.HasExited ? process.StandardOutput.ReadToEnd() : "")}");
        process.Kill();
        process.WaitForExit();
    }

    private static void Require(string folder)
    {
        var told = VersionsTold(folder);
        Assert.Equal(Enumerable.Range(0, told.Count), told);
        using var index = LinkIndex.Open(folder, LinkageVocabulary.General);
        index.Verify(TestContext.Current.CancellationToken);
        var expected = new Dictionary<string, int>();
        foreach (var version in told)
        {
            Change(expected, version);
        }

        // The last changes may have been made before they were told, in their order.
        for (var next = told.Count; IsMade(index, expected, next); next++)
        {
            Assert.True(next <= told.Count + UnderWay + 1, $"Version {next} is there and was never put.");
            Change(expected, next);
            File.AppendAllText(Path.Combine(Path.GetDirectoryName(folder)!, "told"), $"{next}\n");
        }

        Assert.Equal(expected.Count, index.Count);
        foreach (var (id, version) in expected)
        {
            Assert.Equal([id], index.Find(ValuesOf(version), -1000).Matches.Select(m => m.Id));
        }
    }

    private static bool IsMade(LinkIndex index, Dictionary<string, int> expected, int version) => version % 10 == 9
        ? !expected.ContainsKey(IdOf(version)) || index.FindOthers(IdOf(version), 0) is null
        : index.Find(ValuesOf(version), -1000).Matches.Any(m => m.Id == IdOf(version));

    private static void Change(Dictionary<string, int> records, int version)
    {
        records.Remove(IdOf(version));
        if (version % 10 != 9)
        {
            records[IdOf(version)] = version;
        }
    }

    private static List<int> VersionsTold(string folder)
    {
        var told = Path.Combine(Path.GetDirectoryName(folder)!, "told");
        if (!File.Exists(told))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(told, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
    }

    private static string IdOf(int version) => $"p{version * 7 % People}";

    // A street is a record's own, and is too long for a cell.
    private static string[] ValuesOf(int version) => ["", $"street of version number {version}", ""];
}
