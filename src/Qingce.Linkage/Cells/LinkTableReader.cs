using System.Collections.Concurrent;
using Qingce.Tables;

namespace Qingce.Linkage;

/// <summary>Reads files into a <see cref="LinkTable"/>: cleans and packs the values while they are read, on several threads.</summary>
public static class LinkTableReader
{
    /// <summary>Reads the sources.</summary>
    /// <param name="sources">Names, and the files of each (see <see cref="TableFiles"/>), in the order of their rows.</param>
    /// <param name="id">The column that holds the record id; null to number the rows of each source from 1.</param>
    /// <param name="columns">The columns to keep, 1 to 31.</param>
    /// <param name="vocabulary">The kinds of columns.</param>
    /// <param name="threads">Threads, 1 or more.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="LinkageModelException">A file lacks a column, or there are more rows than memory can hold, which is found before any are read.</exception>
    /// <exception cref="TableFormatException">A file is no table, or damaged.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static LinkTable Read(
        IReadOnlyList<(string Name, IReadOnlyList<string> Files)> sources,
        string? id,
        IReadOnlyList<ModelColumn> columns,
        LinkageVocabulary vocabulary,
        int threads,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(vocabulary);
        RowMemory.Require(sources.SelectMany(source => source.Files).Sum(RowHint), columns.Count, RowMemory.Available());
        var kinds = columns.Select(vocabulary.KindOf).ToArray();
        var store = new RowStore(columns.Count);
        var packers = new ConcurrentBag<RowPacker>();
        var counts = new List<LinkSource>();
        foreach (var (name, files) in sources)
        {
            store.BeginSource();
            foreach (var file in files)
            {
                using var reader = TableReader.Open(file);
                Add(store, reader, id, columns, packers, kinds, threads, cancellationToken);
            }

            counts.Add(new LinkSource(name, store.SourceRows) { Rejected = store.Rejected, FirstReject = store.FirstReject });
        }

        return store.ToTable(columns, counts);
    }

    /// <summary>Reads one source that is open already, such as rows out of a store.</summary>
    /// <param name="reader">The source.</param>
    /// <param name="id">The column that holds the record id; null to number the rows from 1.</param>
    /// <param name="columns">The columns to keep, 1 to 31.</param>
    /// <param name="vocabulary">The kinds of columns.</param>
    /// <param name="threads">Threads, 1 or more.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="LinkageModelException">It lacks a column, or there are more rows than memory can hold.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static LinkTable Read(
        TableReader reader,
        string? id,
        IReadOnlyList<ModelColumn> columns,
        LinkageVocabulary vocabulary,
        int threads,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(vocabulary);
        RowMemory.Require(Math.Max(0, reader.RowCountHint), columns.Count, RowMemory.Available());
        var store = new RowStore(columns.Count);
        store.BeginSource();
        Add(store, reader, id, columns, [], [.. columns.Select(vocabulary.KindOf)], threads, cancellationToken);
        return store.ToTable(columns, [new LinkSource(reader.Path, store.SourceRows) { Rejected = store.Rejected, FirstReject = store.FirstReject }]);
    }

    private static void Add(
        RowStore store, TableReader reader, string? id, IReadOnlyList<ModelColumn> columns, ConcurrentBag<RowPacker> packers, ColumnKind[] kinds, int threads,
        CancellationToken cancellationToken)
    {
        var (places, at, behind) = PlacesOf(reader, columns);
        var ids = places.Count;
        if (id is not null)
        {
            places.Add(PlaceOf(reader, id));
        }

        var before = store.SourceRows + store.Rejected;
        store.Expect(reader.RowCountHint);
        reader.ReadParallel(places, threads, batch =>
        {
            var packer = packers.TryTake(out var idle) ? idle : new RowPacker(kinds);
            store.Add(packer.Pack(batch, at, behind, ids, id is null ? before : null));
            packers.Add(packer);
        }, cancellationToken);
        store.EndFile();
    }

    private static long RowHint(string file)
    {
        using var reader = TableReader.Open(file);
        return Math.Max(0, reader.RowCountHint);
    }

    // Of columns that are read from one header it is read once.
    private static (List<int> Places, int[] At, int[] Behind) PlacesOf(TableReader reader, IReadOnlyList<ModelColumn> columns)
    {
        var places = new List<int>();
        int[] at = [.. columns.Select(c => Add(c.Header))];
        return (places, at, [.. columns.Select(c => c.Then is { } then ? Add(then) : -1)]);

        int Add(string header)
        {
            var place = PlaceOf(reader, header);
            if (!places.Contains(place))
            {
                places.Add(place);
            }

            return places.IndexOf(place);
        }
    }

    private static int PlaceOf(TableReader reader, string column)
    {
        for (var i = 0; i < reader.ColumnNames.Count; i++)
        {
            if (reader.ColumnNames[i] == column)
            {
                return i;
            }
        }

        var names = Wording.Names(reader.ColumnNames);
        throw new LinkageModelException($"{reader.Path} has no column '{column}'; it has {names.English}.", $"{reader.Path} 没有“{column}”列；有：{names.Chinese}。");
    }
}
