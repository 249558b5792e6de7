using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.ExceptionServices;
using Qingce.Checks.Loading;
using Qingce.Checks.Registrations;
using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Tables;

namespace Qingce.Checks.Sources;

/// <summary>One file of a source category, whose headers were looked at.</summary>
internal sealed record SourceFile(InputFile File, int Part, HeaderMap Headers, FileCounts Counts, long RowHint);

/// <summary>
/// Streams the source categories: each file once for all checks, only the columns that one of them asked for, on several threads. Big files
/// are read by all threads together, small ones side by side.
/// </summary>
internal sealed class SourceReader
{
    private const long BigRows = 400_000;

    private static readonly int RecordedAt = FieldAt("recorded_at");

    private readonly int _threads;
    private readonly SourceFile[] _files;

    /// <summary>Opens every file and matches its headers.</summary>
    /// <exception cref="InputFaultException">A file lacks a column that is required.</exception>
    /// <exception cref="TableFormatException">A file is no table.</exception>
    public SourceReader(InputFiles files, HeaderMapping mapping, int threads)
    {
        _threads = threads;
        List<SourceFile> opened = [];
        for (int category = 1; category <= 23; category++)
        {
            IReadOnlyList<InputFile> parts = files.Source(category);
            for (int part = 0; part < parts.Count; part++)
            {
                using TableReader reader = parts[part].Open();
                HeaderMap headers = HeaderMap.Match(parts[part].Name, reader.ColumnNames, FileShapes.Source, mapping);
                FileCounts counts = new(parts[part]);
                counts.Opened(reader, headers);
                opened.Add(new SourceFile(parts[part], part, headers, counts, reader.RowCountHint));
            }
        }

        _files = [.. opened];
    }

    public IReadOnlyList<SourceFile> Files => _files;

    /// <summary>Number of rows of each category, at its number; an estimate for text files, at least 1 for a file that is there.</summary>
    public long[] RowHints()
    {
        long[] rows = new long[24];
        foreach (SourceFile file in _files)
        {
            rows[file.File.Category] += Math.Max(1, file.RowHint);
        }

        return rows;
    }

    /// <summary>On which days the rows of all files were recorded.</summary>
    public RecordedDays ReadRecorded(CancellationToken cancellation)
    {
        ConcurrentBag<(CellReader<int> Reader, RecordedDays Days)> idle = [];
        ReadFiles(
            _files,
            file => [file.Headers[RecordedAt]],
            (_, batch) =>
            {
                (CellReader<int> Reader, RecordedDays Days) mine = idle.TryTake(out (CellReader<int> Reader, RecordedDays Days) used)
                    ? used : (new CellReader<int>(CellParsers.Day, remembers: true), new RecordedDays());
                int[] days = System.Buffers.ArrayPool<int>.Shared.Rent(batch.RowCount);
                mine.Reader.ReadDays(batch[0], batch.RowCount, days);
                mine.Days.Add(days.AsSpan(0, batch.RowCount));
                System.Buffers.ArrayPool<int>.Shared.Return(days);
                idle.Add(mine);
            },
            cancellation);
        RecordedDays all = new();
        foreach ((_, RecordedDays days) in idle)
        {
            all.Join(days);
        }

        return all;
    }

    /// <summary>Gives every batch of the categories asked for to a fold, from several threads.</summary>
    /// <param name="register">The register that numbers lead to.</param>
    /// <param name="needs">The fields asked for of each category, at its number.</param>
    /// <param name="fold">Takes a batch; its lane is used by one thread at a time.</param>
    /// <param name="progress">Told the share of rows read.</param>
    /// <param name="cancellation">Ends the reading between batches.</param>
    public void Fold(
        RegisterStore register, IReadOnlyList<SourceFields> needs, Action<SourceBatch> fold, Action<double> progress, CancellationToken cancellation)
    {
        ConcurrentBag<SourceBatch> idle = [.. Enumerable.Range(0, _threads).Select(lane => new SourceBatch(register, lane))];
        long expected = Math.Max(1, _files.Sum(file => file.RowHint));
        long read = 0;
        ReadFiles(
            _files,
            file => [.. Positions(file, needs[file.File.Category]).Select(column => column.Position)],
            (file, batch) =>
            {
                file.Counts.Count(batch);
                if (!idle.TryTake(out SourceBatch? typed))
                {
                    throw new InvalidOperationException("More workers than lanes.");
                }

                Column?[] columns = new Column?[32];
                int at = 0;
                SourceFields fields = Complete(needs[file.File.Category]);
                foreach ((int bit, _) in Positions(file, needs[file.File.Category]))
                {
                    columns[bit] = batch[at++];
                }

                typed.Begin(batch, file.File.Category, file.Part, fields, columns, file.Counts);
                fold(typed);
                idle.Add(typed);
                progress(Math.Min(1, (double)Interlocked.Add(ref read, batch.RowCount) / expected));
            },
            cancellation);
    }

    /// <summary>Fetches what the wanted rows say.</summary>
    /// <param name="excerpts">Says which rows, and takes them.</param>
    /// <param name="fields">The fields to fetch of each category, at its number, beside source_record_id.</param>
    /// <param name="cancellation">Ends the reading between batches.</param>
    public void Fetch(SourceExcerpts excerpts, IReadOnlyList<IReadOnlyList<string>> fields, CancellationToken cancellation)
    {
        int[][] wanted = [.. fields.Select(names => (int[])
            [.. names.Select(FieldAt).Append(FieldAt("source_record_id")).Where(field => field >= 0).Distinct().Order()])];
        SourceFile[] files = [.. _files.Where(file => excerpts.WantsAny(file.File.Category))];
        foreach (SourceFile file in files)
        {
            int[] own = wanted[file.File.Category];
            excerpts.SetFields(
                file.File.Category,
                Enumerable.Range(0, own.Length).ToDictionary(at => FileShapes.Source[own[at]].Name, StringComparer.Ordinal));
        }

        ReadFiles(
            files,
            file => [.. wanted[file.File.Category].Where(file.Headers.Has).Select(field => file.Headers[field])],
            (file, batch) => ExcerptCopier.Copy(
                excerpts, file.File.Category, file.Part, batch, [.. wanted[file.File.Category].Select(file.Headers.Has)]),
            cancellation);
    }

    private void ReadFiles(
        IReadOnlyList<SourceFile> files, Func<SourceFile, List<int>> columns, Action<SourceFile, Batch> body, CancellationToken cancellation)
    {
        foreach (SourceFile file in files.Where(file => file.RowHint >= BigRows))
        {
            using TableReader reader = file.File.Open();
            reader.ReadParallel(columns(file), _threads, batch => body(file, batch), cancellation);
        }

        try
        {
            Parallel.ForEach(
                files.Where(file => file.RowHint < BigRows).OrderByDescending(file => file.RowHint),
                new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation },
                file =>
                {
                    using TableReader reader = file.File.Open();
                    reader.ReadParallel(columns(file), 1, batch => body(file, batch), cancellation);
                });
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }

    private static SourceFields Complete(SourceFields fields) => fields | SourceFields.EventKind | SourceFields.EventDate;

    // The columns of the file to read: the bit of the field, and the position in the file.
    private static IEnumerable<(int Bit, int Position)> Positions(SourceFile file, SourceFields fields)
    {
        for (uint rest = (uint)Complete(fields); rest != 0; rest &= rest - 1)
        {
            int bit = BitOperations.TrailingZeroCount(rest);
            int field = FieldAt(Header((SourceFields)(1u << bit)));
            if (file.Headers.Has(field))
            {
                yield return (bit, file.Headers[field]);
            }
        }
    }

    /// <summary>The column of a single field.</summary>
    public static FieldShape Shape(SourceFields field) => FileShapes.Source[FieldAt(Header(field))];

    private static string Header(SourceFields field) => field switch
    {
        SourceFields.EventKind => "event_kind",
        SourceFields.EventDate => "event_date",
        SourceFields.CitizenNumber => "citizen_number",
        SourceFields.Name => "name",
        SourceFields.Sex => "sex",
        SourceFields.BirthDate => "birth_date",
        SourceFields.CounterpartNumber => "counterpart_citizen_number",
        SourceFields.CounterpartName => "counterpart_name",
        SourceFields.Division => "division",
        SourceFields.Address => "address",
        SourceFields.DocumentKind => "document_kind",
        SourceFields.DocumentNumber => "document_number",
        SourceFields.IssuedOn => "issued_on",
        SourceFields.ValidUntil => "valid_until",
        SourceFields.Status => "status",
        SourceFields.RecordedAt => "recorded_at",
        SourceFields.Handler => "handler",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private static int FieldAt(string name)
    {
        for (int i = 0; i < FileShapes.Source.Count; i++)
        {
            if (FileShapes.Source[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
