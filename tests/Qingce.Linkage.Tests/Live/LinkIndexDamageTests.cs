using CsCheck;

namespace Qingce.Linkage.Tests;

/// <summary>Files of an index that were changed behind its back: the change is found or does no harm; nothing wrong is ever said.</summary>
public sealed class LinkIndexDamageTests
{
    private const double Everything = -1000;

    [Fact]
    public void ByteChanged_Anywhere_IsFoundOrHarmless() => Damage(60);

    [Fact]
    [Trait("Category", "Long")]
    public void ByteChanged_AnywhereManyTimes_IsFoundOrHarmless() => Damage(3000);

    [Fact]
    public void Verify_ByteOfASegmentChanged_NamesTheFile()
    {
        using var temporary = new TemporaryFolder();
        using (var made = Fill(temporary.Folder))
        {
            made.Compact();
        }

        var path = Assert.Single(Directory.GetFiles(temporary.Folder, "segment-*"));
        using (var file = new FileStream(path, FileMode.Open))
        {
            // Of a page that opening does not read.
            file.Position = 2 * 4096 + 3;
            file.WriteByte(255);
        }

        using var index = LinkIndex.Open(temporary.Folder, LinkageVocabulary.General);
        var error = Assert.Throws<LinkIndexException>(() => index.Verify(TestContext.Current.CancellationToken));

        Assert.Contains(Path.GetFileName(path), error.Message);
        Assert.Contains("Create the index again", error.Message);
    }

    [Fact]
    public void Open_WriteCutShort_LosesNothingButThatWrite()
    {
        using var temporary = new TemporaryFolder();
        byte[] before;
        string log;
        using (var index = LinkIndexChangesTests.Empty(temporary.Folder))
        {
            for (var i = 0; i < 19; i++)
            {
                index.Put($"r{i}", "anna", $"street {i}", "1900");
            }

            log = Assert.Single(Directory.GetFiles(temporary.Folder, "log-*"));
            before = Shared(log);
            index.Put("last", "anna", "street 19", "1900");
        }

        var after = File.ReadAllBytes(log);
        for (var length = after.Length - 1; length > before.Length; length -= 7)
        {
            File.WriteAllBytes(log, [.. before, .. after[before.Length..length]]);
            using var index = LinkIndex.Open(temporary.Folder, LinkageVocabulary.General);
            Assert.Equal(length - before.Length, index.TornBytes);
            Assert.Equal(19, index.Count);
            Assert.Equal(before, Shared(log));
        }
    }

    [Fact]
    public void Open_LogCutShortOfWhatWasOnDisk_IsRefused()
    {
        using var temporary = new TemporaryFolder();
        using (var index = LinkIndexChangesTests.Empty(temporary.Folder))
        {
            index.Put("a", "anna", "street 1", "1900");
            index.Put("b", "anna", "street 2", "1900");
        }

        var log = Assert.Single(Directory.GetFiles(temporary.Folder, "log-*"));
        var bytes = File.ReadAllBytes(log);
        File.WriteAllBytes(log, bytes[..^(bytes.Length / 3)]);

        Assert.True(Assert.Throws<LinkIndexException>(() => LinkIndex.Open(temporary.Folder, LinkageVocabulary.General)).MustBeRebuilt);
    }

    [Fact]
    public void Open_EarlierEntryOfTheLogChanged_IsRefused()
    {
        using var temporary = new TemporaryFolder();
        using (var index = LinkIndexChangesTests.Empty(temporary.Folder))
        {
            for (var i = 0; i < 20; i++)
            {
                index.Put($"r{i}", "anna", $"street {i}", "1900");
            }
        }

        var log = Assert.Single(Directory.GetFiles(temporary.Folder, "log-*"));
        var bytes = File.ReadAllBytes(log);
        bytes[bytes.Length / 2] ^= 16;
        File.WriteAllBytes(log, bytes);

        var error = Assert.Throws<LinkIndexException>(() => LinkIndex.Open(temporary.Folder, LinkageVocabulary.General));

        Assert.Contains("damaged", error.Message);
        Assert.Equal(bytes, File.ReadAllBytes(log));
    }

    [Fact]
    public void Open_EntryChangedOfRecordsPutTogether_IsRefusedAndNothingIsCut()
    {
        using var temporary = new TemporaryFolder();
        using (var index = LinkIndexChangesTests.Empty(temporary.Folder))
        {
            index.Put(Enumerable.Range(0, 31).Select(i => new IndexRecord($"r{i}", ["anna", $"street {i}", "1900"])));
        }

        var log = Assert.Single(Directory.GetFiles(temporary.Folder, "log-*"));
        var bytes = File.ReadAllBytes(log);

        // As written before the header said what is on disk: valid entries that follow tell that it is damage.
        bytes.AsSpan(20, 4).Clear();
        bytes[bytes.Length / 4] ^= 16;
        File.WriteAllBytes(log, bytes);

        Assert.True(Assert.Throws<LinkIndexException>(() => LinkIndex.Open(temporary.Folder, LinkageVocabulary.General)).MustBeRebuilt);
        Assert.Equal(bytes, File.ReadAllBytes(log));
    }

    [Fact]
    public void LogDamaged_BitFlippedOrCutAnywhere_IsRefusedOrKeepsAllThatWasPut()
    {
        using var temporary = new TemporaryFolder();
        using (var made = LinkIndexChangesTests.Empty(temporary.Folder))
        {
            for (var i = 0; i < 12; i++)
            {
                made.Put($"a{i}", "anna", $"street {i}", "1900");
            }

            made.Put(Enumerable.Range(0, 12).Select(i => new IndexRecord($"b{i}", ["berta", $"a much longer street, number {i}", "1901"])));
        }

        var log = Assert.Single(Directory.GetFiles(temporary.Folder, "log-*"));
        var good = File.ReadAllBytes(log);

        // Behind what was put lies, or does not, the beginning of a write that a crash cut short.
        Gen.Select(Gen.Bool, Gen.Int[0, good.Length - 1], Gen.Int[0, 7], Gen.Int[0, 40]).Sample((isCut, at, bit, torn) =>
        {
            var bytes = isCut ? good[..at] : [.. good, .. good.AsSpan(24, torn)];
            if (!isCut)
            {
                bytes[at] ^= (byte)(1 << bit);
            }

            File.WriteAllBytes(log, bytes);
            try
            {
                using var index = LinkIndex.Open(temporary.Folder, LinkageVocabulary.General);
                Assert.Equal(24, index.Count);
                Assert.Equal(isCut ? 0 : torn, index.TornBytes);
            }
            catch (LinkIndexException error)
            {
                Assert.True(error.MustBeRebuilt);
                Assert.Equal(bytes, File.ReadAllBytes(log));
            }
        }, iter: 400, threads: 1);
    }

    [Fact]
    public void Open_FileMissing_IsRefused()
    {
        using var temporary = new TemporaryFolder();
        Fill(temporary.Folder).Dispose();
        File.Delete(Directory.GetFiles(temporary.Folder, "segment-*").First());

        Assert.Contains("missing", Assert.Throws<LinkIndexException>(() => LinkIndex.Open(temporary.Folder, LinkageVocabulary.General)).Message);
        Assert.Throws<LinkIndexException>(() => LinkIndex.Open(Path.GetTempPath(), LinkageVocabulary.General));
    }

    private static byte[] Shared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static void Damage(int times)
    {
        using var temporary = new TemporaryFolder();
        Dictionary<(string, string), double> expected;
        string[] ids;
        using (var index = Fill(temporary.Folder))
        {
            ids = [.. Enumerable.Range(0, 200).Select(i => $"r{i}").Where(id => index.FindOthers(id, Everything) is not null)];
            expected = SmallPeople.Live(index, ids, Everything);
        }

        var files = Directory.GetFiles(temporary.Folder).Where(f => Path.GetFileName(f) != "lock").Order().ToArray();
        var good = files.ToDictionary(f => f, File.ReadAllBytes);
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Double[0, 1], Gen.Int[1, 255]).Sample((which, where, change) =>
        {
            var path = files[which];
            var bytes = good[path].ToArray();
            bytes[(int)(where * (bytes.Length - 1))] ^= (byte)change;
            File.WriteAllBytes(path, bytes);
            try
            {
                using var index = LinkIndex.Open(temporary.Folder, LinkageVocabulary.General, new LinkIndexOptions { ReadOnly = true });

                // Damage to what was put last cannot be told from a write that was cut short, and is reported as that.
                if (index.TornBytes == 0)
                {
                    Assert.Equal(expected, SmallPeople.Live(index, ids, Everything));
                }
                else
                {
                    Assert.Contains("log-", path);
                }
            }
            catch (LinkIndexException error)
            {
                Assert.Contains(Path.GetFileName(path), error.Message);
            }
            finally
            {
                File.WriteAllBytes(path, good[path]);
            }
        }, iter: times, threads: 1);
    }

    // A large segment, a small one, removed rows, and a log.
    private static LinkIndex Fill(string folder)
    {
        var people = SmallPeople.Values.Array[200].Single();
        var records = people.Select((values, i) => KeyValuePair.Create($"r{i}", values)).ToArray();
        var index = SmallPeople.Index(folder, SmallPeople.ToTable(records.Take(150)), options: new LinkIndexOptions { Threads = 1 });
        index.Put(records.Skip(100).Take(75).Select(r => new IndexRecord(r.Key, r.Value)));
        index.Flush();
        index.Remove("r3");
        index.Remove("r120");
        index.Put(records.Skip(160).Select(r => new IndexRecord(r.Key, r.Value)));
        return index;
    }
}
