using System.Collections.Concurrent;
using Qingce.Checks.Profiles;
using Qingce.Checks.Registrations;
using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Tables;

namespace Qingce.Checks.Loading;

/// <summary>Reads the files of a register into a <see cref="RegisterStore"/>, the same for any number of threads.</summary>
internal sealed class RegisterLoader(HeaderMapping mapping, int threads, bool forLinkage)
{
    private readonly ConcurrentBag<RegisterWorker> _workers = [];
    private readonly ConcurrentBag<RegisterChunk> _chunks = [];

    /// <summary>What each column looks like, once loaded.</summary>
    public ColumnProfile[] Profiles { get; } = [.. Enumerable.Range(0, RegisterColumns.Count).Select(_ => new ColumnProfile())];

    public List<FileCounts> Files { get; } = [];

    /// <exception cref="InputFaultException">A file lacks a column that is required.</exception>
    /// <exception cref="TableFormatException">A file is no table or is damaged.</exception>
    public RegisterStore Load(IReadOnlyList<InputFile> files, Action<double> progress, CancellationToken cancellation)
    {
        List<(TableReader Reader, HeaderMap Headers, FileCounts Counts)> opened = [];
        try
        {
            bool[] present = new bool[RegisterColumns.Count];
            foreach (InputFile file in files)
            {
                TableReader reader = file.Open();
                HeaderMap headers;
                FileCounts counts = new(file);
                try
                {
                    headers = HeaderMap.Match(file.Name, reader.ColumnNames, FileShapes.Register, mapping);
                    counts.Opened(reader, headers);
                }
                catch (InputFaultException)
                {
                    reader.Dispose();
                    throw;
                }

                opened.Add((reader, headers, counts));
                Files.Add(counts);
                for (int i = 0; i < present.Length; i++)
                {
                    present[i] |= headers.Has(i);
                }
            }

            long expected = Math.Max(opened.Sum(one => Math.Max(0, one.Reader.RowCountHint)), 1024);
            RegisterBuilder builder = new((int)Math.Min(opened.Sum(one => Room(one.Reader)), Array.MaxLength / 2), forLinkage);
            long read = 0;
            foreach ((TableReader reader, HeaderMap headers, FileCounts counts) in opened)
            {
                ReadFile(reader, headers, counts, builder, rows => progress(Math.Min(1, (double)Interlocked.Add(ref read, rows) / expected)), cancellation);
                builder.EndFile(counts);
            }

            foreach (RegisterWorker worker in _workers)
            {
                for (int i = 0; i < Profiles.Length; i++)
                {
                    Profiles[i].Join(worker.Profiles[i]);
                }
            }

            return builder.Build(present);
        }
        finally
        {
            opened.ForEach(one => one.Reader.Dispose());
        }
    }

    // Parquet says its rows, and columns that are exactly filled need not be copied at the end; of text the number is a guess.
    private static long Room(TableReader reader) =>
        reader.FormatName == "Parquet" ? reader.RowCountHint : Math.Max(1024, reader.RowCountHint + reader.RowCountHint / 50);

    private void ReadFile(
        TableReader reader, HeaderMap headers, FileCounts counts, RegisterBuilder builder, Action<int> progress, CancellationToken cancellation)
    {
        ChunkOrder<RegisterChunk> order = new(
            chunk =>
            {
                builder.Append(chunk, counts.Rejects);
                _chunks.Add(chunk);
            },
            threads * 3);
        List<int> fields = [.. Enumerable.Range(0, RegisterColumns.Count).Where(headers.Has)];
        reader.ReadParallel(
            [.. fields.Select(field => headers[field])],
            threads,
            batch =>
            {
                counts.Count(batch);
                RegisterWorker worker = _workers.TryTake(out RegisterWorker? idle) ? idle : new RegisterWorker(forLinkage);
                RegisterChunk chunk = _chunks.TryTake(out RegisterChunk? used) ? used : new RegisterChunk();
                Column?[] columns = new Column?[RegisterColumns.Count];
                for (int i = 0; i < fields.Count; i++)
                {
                    columns[fields[i]] = batch[i];
                }

                worker.Read(batch, columns, chunk, counts);
                _workers.Add(worker);
                order.Add(batch.Sequence, chunk);
                progress(batch.RowCount);
            },
            cancellation);
    }
}
