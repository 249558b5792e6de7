using System.Collections.Concurrent;
using Qingce.Exchange.Inputs;
using Qingce.Tables;

namespace Qingce.Exchange.Deliveries;

/// <summary>
/// Reads one delivered file row by row against the catalogue, with bounded memory but for the identifiers. The same file gives the same rows, row
/// numbers and faults on any number of threads, so that a reading can go on where an earlier one stopped.
/// </summary>
public sealed class DeliveryReader : IDisposable
{
    private const int RelationField = 3;

    /// <summary>Bytes of a text file in a chunk when nothing else is asked for: about ten thousand rows of the register or of a source.</summary>
    public const int UsualChunkBytes = 2 << 20;

    private const int UsualRowBytes = 200;

    private readonly TableReader _table;
    private readonly HeaderMap _headers;
    private readonly RowRules _rules;
    private readonly SortedDictionary<int, ValueNote> _notes = [];

    private DeliveryReader(TableReader table, HeaderMap headers, DeliveryKind kind)
    {
        _table = table;
        _headers = headers;
        _rules = new RowRules(kind);
        Kind = kind;
    }

    /// <summary>What the file is.</summary>
    public DeliveryKind Kind { get; }

    /// <summary>What it is written in, as <c>CSV, UTF-8</c>.</summary>
    public string FormatName => _table.FormatName;

    /// <summary>About how many rows there are: exact for Parquet, estimated for text, -1 if unknown.</summary>
    public long RowCountHint => _table.RowCountHint;

    /// <summary>Headers that are no column of the kind; their columns are not read.</summary>
    public IReadOnlyList<string> UnknownHeaders => _headers.Unknown;

    /// <summary>Values that were not read or not kept, by column, once all rows were read: those of rows before the first one wanted among them.</summary>
    public IReadOnlyList<ValueNote> ValueNotes => [.. _notes.Values];

    /// <summary>Whether the file has a column of the kind.</summary>
    /// <param name="field">Position in the kind's shape.</param>
    public bool HasField(int field) => _headers.Has(field);

    /// <summary>Opens a file and matches its headers.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The file as shown to the person.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="mapping">Other headers.</param>
    /// <param name="chunkBytes">Bytes of a text file in a chunk; of other formats a chunk has as many rows as usual ones would have.</param>
    /// <exception cref="InputFaultException">A column that is required is missing, or two columns are the same.</exception>
    /// <exception cref="TableFormatException">It is not there, may not be read, or is no table.</exception>
    public static DeliveryReader Open(string path, string name, DeliveryKind kind, HeaderMapping mapping, int chunkBytes = UsualChunkBytes)
    {
        TableReader table = TableReader.Open(
            path, new ReadOptions { BlockBytes = chunkBytes, BatchRows = Math.Max(1, chunkBytes / UsualRowBytes), UndoFormulaGuard = true });
        try
        {
            return new DeliveryReader(table, HeaderMap.Match(name, table.ColumnNames, kind.Shape, mapping), kind);
        }
        catch (InputFaultException)
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>Reads the rows from one on, in chunks in the order of the file.</summary>
    /// <typeparam name="T">What is made of a chunk before it is its turn.</typeparam>
    /// <param name="firstRow">The first row wanted, 1 for all; rows before it are read and left out.</param>
    /// <param name="threads">Threads that read and prepare, 1 or more, beside the caller's.</param>
    /// <param name="prepare">Called by several threads at a time; a row may still be found to be repeated afterwards.</param>
    /// <param name="cancellation">Ends the reading between chunks.</param>
    /// <returns>The chunks with what was made of them; each chunk is good until the next is asked for.</returns>
    /// <exception cref="TableFormatException">While reading: the file turns out damaged.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public IEnumerable<(DeliveryChunk Chunk, T Made)> Read<T>(
        long firstRow, int threads, Func<DeliveryChunk, T> prepare, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstRow, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentNullException.ThrowIfNull(prepare);
        return ReadChunks(firstRow, threads, prepare, cancellation);
    }

    /// <summary>Reads all rows on one thread beside the caller's.</summary>
    /// <inheritdoc cref="Read{T}"/>
    public IEnumerable<DeliveryChunk> Read(CancellationToken cancellation = default) =>
        Read(1, 1, chunk => chunk, cancellation).Select(pair => pair.Chunk);

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();

    private IEnumerable<(DeliveryChunk Chunk, T Made)> ReadChunks<T>(
        long firstRow, int threads, Func<DeliveryChunk, T> prepare, CancellationToken cancellation)
    {
        bool lostZeros = Kind.Role == InputRole.Register && LostZeros.In(_table, _headers[RelationField], cancellation);
        bool checksUtf8 = !FormatName.StartsWith("CSV", StringComparison.Ordinal);
        int[] fields = [.. Enumerable.Range(0, Kind.Shape.Count).Where(_headers.Has)];
        ConcurrentBag<RowReader> idle = [];
        ConcurrentBag<DeliveryChunk> used = [];
        SeenIds seen = new();
        _notes.Clear();
        using ChunkPump<(DeliveryChunk Chunk, T Made)> pump = new(
            threads * 2,
            pair =>
            {
                DropRepeated(pair.Chunk, seen);
                Count(pair.Chunk);
            },
            cancellation);
        pump.Start((sink, stop) => _table.ReadParallel(
            [.. fields.Select(field => _headers[field])],
            threads,
            batch =>
            {
                RowReader reader = idle.TryTake(out RowReader? known) ? known : new RowReader(_rules, checksUtf8, lostZeros);
                DeliveryChunk chunk = used.TryTake(out DeliveryChunk? empty) ? empty : new DeliveryChunk(Kind);
                Column?[] columns = new Column?[Kind.Shape.Count];
                for (int i = 0; i < fields.Length; i++)
                {
                    columns[fields[i]] = batch[i];
                }

                reader.Read(batch, columns, chunk);
                idle.Add(reader);
                sink(batch.Sequence, (chunk, chunk.NextRow <= firstRow ? default! : prepare(chunk)));
            },
            stop));
        foreach ((DeliveryChunk Chunk, T Made) pair in pump.Take())
        {
            if (pair.Chunk.NextRow > firstRow)
            {
                pair.Chunk.BeginAt(firstRow);
                yield return pair;
            }

            used.Add(pair.Chunk);
        }
    }

    private void Count(DeliveryChunk chunk)
    {
        for (int field = 0; field < chunk.FieldCount; field++)
        {
            int count = chunk.Unread(field) + chunk.Refused(field);
            if (count > 0)
            {
                string column = Kind.Shape[field].Name;
                IEnumerable<RowFault> first = chunk.Faults.Where(fault => !fault.Fault.RejectsRow && fault.Column == column);
                _notes[field] = _notes.TryGetValue(field, out ValueNote? note) ? note.With(count, first) : ValueNote.Of(count, first);
            }
        }
    }

    private void DropRepeated(DeliveryChunk chunk, SeenIds seen)
    {
        for (int row = 0; row < chunk.RowCount && Kind.IdField >= 0; row++)
        {
            if (!seen.Add(chunk[row, Kind.IdField]))
            {
                chunk.Reject(row, Kind.IdField, DeliveryFault.IdRepeated);
            }
        }
    }
}
