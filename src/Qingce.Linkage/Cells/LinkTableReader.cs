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
    /// <exception cref="LinkageModelException">A file lacks a column.</exception>
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
        var kinds = columns.Select(c => vocabulary.Kind(c.Kind)).ToArray();
        var parts = new List<RowPart>();
        var counts = new List<LinkSource>();
        foreach (var (name, files) in sources)
        {
            var rows = 0;
            var rejected = 0L;
            RowReject? first = null;
            foreach (var file in files)
            {
                using var reader = TableReader.Open(file);
                var places = columns.Select(c => PlaceOf(reader, c.Name)).ToList();
                if (id is not null)
                {
                    places.Add(PlaceOf(reader, id));
                }

                var mine = new ConcurrentBag<RowPart>();
                var before = rows + rejected;
                reader.ReadParallel(places, threads, batch => mine.Add(RowPart.Of(batch, kinds, id is null ? before : null)), cancellationToken);
                foreach (var part in mine.OrderBy(p => p.Sequence))
                {
                    rows += part.Rows;
                    rejected += part.Rejected;
                    first ??= part.FirstReject;
                    if (part.Rows > 0)
                    {
                        parts.Add(part);
                    }
                }
            }

            counts.Add(new LinkSource(name, rows) { Rejected = rejected, FirstReject = first });
        }

        return Join(columns, counts, parts, threads, cancellationToken);
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

        throw new LinkageModelException(
            $"{reader.Path} has no column '{column}'; it has {string.Join(", ", reader.ColumnNames.Select(c => $"'{c}'"))}.");
    }

    private static LinkTable Join(
        IReadOnlyList<ModelColumn> columns, List<LinkSource> sources, List<RowPart> parts, int threads, CancellationToken cancellationToken)
    {
        var width = LinkTable.WidthOf(columns.Count);
        var firstRows = new int[parts.Count];
        var rows = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            firstRows[i] = rows;
            rows += parts[i].Rows;
        }

        if ((long)rows * width > Array.MaxLength)
        {
            throw new LinkageModelException(
                $"{rows:N0} rows of {columns.Count} columns are more than one run can hold; link fewer columns or a part of the rows.");
        }

        var words = GC.AllocateUninitializedArray<ulong>(rows * width);
        var heaps = columns.Select((_, c) => new TextHeap(firstRows, [.. parts.Select(p => p.Texts[c])])).ToArray();
        var keys = new RowKeys(firstRows, [.. parts.Select(p => p.Keys)]);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, parts.Count, parallel, i => parts[i].MoveTo(words.AsSpan(firstRows[i] * width)));
        var starts = new int[sources.Count + 1];
        for (var i = 0; i < sources.Count; i++)
        {
            starts[i + 1] = starts[i] + sources[i].Rows;
        }

        return new LinkTable(columns, sources, words, heaps, keys, starts);
    }
}
