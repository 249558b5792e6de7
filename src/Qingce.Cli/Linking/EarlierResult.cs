using System.Text;
using System.Text.Json;
using Qingce.Linkage;
using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>A folder that <c>link</c> wrote.</summary>
internal sealed class EarlierResult
{
    private static readonly ModelColumn[] ClusterColumns = [new() { Name = "source", Kind = "verbatim" }, new() { Name = "person_id", Kind = "verbatim" }];

    private EarlierResult(string folder, string? id, IReadOnlyList<(string Name, string Path)> sources) => (Folder, Id, Sources) = (folder, id, sources);

    public string Folder { get; }

    /// <summary>The column of record ids, or null where rows were numbered.</summary>
    public string? Id { get; }

    /// <summary>Its sources and where they were.</summary>
    public IReadOnlyList<(string Name, string Path)> Sources { get; }

    /// <summary>Opens a folder.</summary>
    /// <exception cref="CommandFault">It holds no result of <c>link</c>.</exception>
    public static EarlierResult Open(string folder)
    {
        string about = Path.Combine(folder, LinkFiles.About);
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(about));
            return new EarlierResult(
                folder,
                json.RootElement.GetProperty("id").GetString(),
                [.. json.RootElement.GetProperty("sources").EnumerateArray().Select(s => (s.GetProperty("name").GetString()!, s.GetProperty("path").GetString()!))]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                $"{folder}：不是 link 的结果（{LinkFiles.About} 缺失或有误）。请给出 link 的 --out 文件夹。",
                $"{folder}: this is no result of link ({LinkFiles.About} is missing or damaged). Give the folder that link wrote with --out."));
        }
    }

    /// <summary>Every record with its source (column 0) and its person (column 1), as they were written; ids still bear the guard against formulas.</summary>
    /// <exception cref="TableFormatException">The table cannot be read.</exception>
    public LinkTable ReadClusters(int threads, CancellationToken cancellation)
    {
        string path = Path.Combine(Folder, LinkFiles.Clusters + ".csv");
        path = File.Exists(path) ? path : Path.Combine(Folder, LinkFiles.Clusters + ".parquet");
        return LinkTableReader.Read([(Folder, [path])], "record_id", ClusterColumns, LinkageVocabulary.General, threads, cancellation);
    }

    /// <summary>The persons of the records, for a run over other sources.</summary>
    /// <param name="sources">The sources of that run: one has no names in its keys.</param>
    /// <param name="threads">Threads, 1 or more.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public PreviousPersons Persons(IReadOnlyList<LinkSource> sources, int threads, CancellationToken cancellation)
    {
        LinkTable clusters = ReadClusters(threads, cancellation);
        PreviousPersons previous = new(clusters.Rows);
        byte[] only = Encoding.UTF8.GetBytes(sources[0].Name);
        for (int row = 0; row < clusters.Rows; row++)
        {
            byte[] source = Text(clusters, row, 0);
            ReadOnlySpan<byte> id = Unguarded(clusters.Keys[row]);
            byte[] person = Text(clusters, row, 1);

            // Of one file that follows another its name is no part of the key: a year is often part of the name.
            if (sources.Count > 1)
            {
                previous.Add(RecordKeys.Join([.. source, (byte)'/'], id), Unguarded(person));
            }
            else if (Sources.Count == 1 || source.AsSpan().SequenceEqual(only))
            {
                previous.Add(id, Unguarded(person));
            }
        }

        return previous;
    }

    /// <summary>An id as it was before <see cref="WriteOptions.FormulaGuard"/> saw it.</summary>
    public static ReadOnlySpan<byte> Unguarded(ReadOnlySpan<byte> id) => id is [(byte)'\'', ..] ? id[1..] : id;

    private static byte[] Text(LinkTable table, int row, int column)
    {
        Span<int> scratch = stackalloc int[64];
        ReadOnlySpan<int> text = table.Text(row, column, scratch);
        byte[] bytes = new byte[4 * text.Length];
        int length = 0;
        foreach (int code in text)
        {
            length += new Rune(code).EncodeToUtf8(bytes.AsSpan(length));
        }

        return bytes[..length];
    }
}
