using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Inputs;
using Qingce.Register;
using Qingce.Tables;

namespace Qingce.Storage.Importing;

/// <summary>
/// Takes a delivered file into the register, chunk by chunk: each is one transaction that also moves the delivery's counts, so that a run which was
/// ended at any point, however hard, goes on where it stopped when the same file is given again. A file that was taken before changes nothing.
/// </summary>
/// <param name="store">The register.</param>
/// <param name="clock">The time.</param>
public sealed class ImportDelivery(Store store, TimeProvider clock)
{
    /// <summary>Takes a file.</summary>
    /// <param name="request">The file, and who answers for it.</param>
    /// <param name="progress">Told after each chunk; may be null.</param>
    /// <param name="cancellation">Ends it after a chunk; the same request goes on from there.</param>
    /// <returns>The receipt; that of the earlier taking when the same file was taken before.</returns>
    /// <exception cref="InputFaultException">The file lacks a column that is required, or would describe a day to come; nothing was recorded.</exception>
    /// <exception cref="TableFormatException">The file cannot be read as a table. What came before the damage is in, and the delivery stays open.</exception>
    /// <exception cref="StoreException">Another import is running, or the store does not take any more; what was taken until then is in.</exception>
    public async Task<DeliveryReceipt> ExecuteAsync(DeliveryRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.DescribedDay is { } day && day > RegisterDay.Of(clock.GetUtcNow()))
        {
            string shown = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            throw InputFaultException.Of(
                request.ShownName, $"the day that the file is said to describe, {shown}, is yet to come. Give the day of the file's data, today at the latest.",
                $"所给的数据日期 {shown} 在今天之后，请填写文件数据的日期，不晚于今天。");
        }

        using DeliveryReader reader = DeliveryReader.Open(request.Path, request.ShownName, request.Kind, request.Mapping, request.ChunkBytes);
        await using IAsyncDisposable turn = await store.TakeImportTurnAsync(cancellation).ConfigureAwait(false);
        (Delivery delivery, bool isDone) = await TakeAsync(request, reader, progress, cancellation).ConfigureAwait(false);
        await using RegisterContext context = store.Read();
        Delivery kept = await context.Deliveries.AsNoTracking().SingleAsync(one => one.DeliveryId == delivery.DeliveryId, cancellation).ConfigureAwait(false);
        return await DeliveryReceipt.OfAsync(context, kept, wasTakenBefore: isDone, cancellation).ConfigureAwait(false);
    }

    private async Task<(Delivery Delivery, bool WasDone)> TakeAsync(
        DeliveryRequest request, DeliveryReader reader, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            (Delivery delivery, bool isDone) = await BeginAsync(request, reader, cancellation).ConfigureAwait(false);
            if (isDone)
            {
                return (delivery, true);
            }

            DeliveryRows rows = await RowsAsync(request, reader, delivery, cancellation).ConfigureAwait(false);
            if (rows.FillsTheRegister)
            {
                await FillAsync(request, reader, delivery, rows, progress, cancellation).ConfigureAwait(false);
            }
            else
            {
                await TakeRowsAsync(request, reader, delivery, rows, progress, cancellation).ConfigureAwait(false);
                await ConcludeAsync(reader, delivery, rows, cancellation).ConfigureAwait(false);
            }

            return (delivery, false);
        }
        catch (Exception error) when (DatabaseError(error) is { } cause)
        {
            bool isFull = DiskFull.Is(error);
            throw new StoreException(
                isFull ? "store-full" : "store-not-writing",
                (isFull ? "the disk of the store is full" : $"the store does not take any more: {cause.Message.TrimEnd('.')}")
                    + $". What was taken of {request.ShownName} is safe and adds up; {(isFull ? "make room" : "see to the store")} and give the same file again to go on.",
                (isFull ? "数据库所在磁盘已满" : $"数据库无法继续写入：{cause.Message.TrimEnd('.')}")
                    + $"。{request.ShownName} 已导入的部分完好；请{(isFull ? "腾出空间" : "检查数据库")}后重新导入同一文件，将从中断处继续。",
                error);
        }
    }

    private async Task FillAsync(
        DeliveryRequest request, DeliveryReader reader, Delivery delivery, DeliveryRows rows, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        await using (StoreWrite write = await store.WriteAsync(cancellation).ConfigureAwait(false))
        {
            await store.BecomeFillableAsync(write, cancellation).ConfigureAwait(false);
            await write.CommitAsync(cancellation).ConfigureAwait(false);
        }

        try
        {
            await TakeRowsAsync(request, reader, delivery, rows, progress, cancellation).ConfigureAwait(false);
        }
        finally
        {
            // Also of a delivery that was stopped: the store may stay open and be searched. When this cannot be done, opening it does.
            await using StoreWrite write = await store.WriteAsync(CancellationToken.None).ConfigureAwait(false);
            await store.MakeSearchableAsync(write, CancellationToken.None).ConfigureAwait(false);
            await write.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        await ConcludeAsync(reader, delivery, rows, cancellation).ConfigureAwait(false);
    }

    private static DbException? DatabaseError(Exception error) => error switch
    {
        DbException cause => cause,
        DbUpdateException { InnerException: DbException cause } => cause,
        InvalidOperationException { InnerException: DbException cause } => cause,
        _ => null,
    };

    private async Task<(Delivery Delivery, bool IsDone)> BeginAsync(DeliveryRequest request, DeliveryReader reader, CancellationToken cancellation)
    {
        (string digest, long bytes) = await DigestAsync(request.Path, cancellation).ConfigureAwait(false);
        await using StoreWrite write = await store.WriteAsync(cancellation).ConfigureAwait(false);
        Delivery? known = await write.Context.Deliveries
            .Where(one => one.Sha256 == digest && one.Category == request.Kind.Name && (one.State == DeliveryState.Open || one.State == DeliveryState.Finished))
            .OrderByDescending(one => one.DeliveryId).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        if (known is not null)
        {
            return (known, known.State == DeliveryState.Finished);
        }

        Delivery delivery = new()
        {
            Category = request.Kind.Name,
            FileName = request.ShownName,
            Sha256 = digest,
            Bytes = bytes,
            Format = reader.FormatName,
            DeliveredBy = request.DeliveredBy,
            StartedAt = clock.GetUtcNow(),
            State = DeliveryState.Open,
            RowsExpected = reader.RowCountHint,
        };
        write.Context.Add(delivery);
        await write.CommitAsync(cancellation).ConfigureAwait(false);
        return (delivery, false);
    }

    private async Task<DeliveryRows> RowsAsync(DeliveryRequest request, DeliveryReader reader, Delivery delivery, CancellationToken cancellation)
    {
        DateOnly day = request.DescribedDay ?? RegisterDay.Of(delivery.StartedAt);
        DeliveryRows rows = request.Kind.Role switch
        {
            InputRole.Register => new RegisterRows(
                store, delivery, [.. RegisterFields.All().Where(field => (int)field < RegisterFields.InFile && reader.HasField((int)field))], day, clock),
            InputRole.Changes => new ChangeRows(store, delivery, clock),
            InputRole.Coverage => new CoverageRows(store, delivery, clock),
            _ => new SourceRows(store, delivery, request.Kind.Category, clock),
        };
        await using RegisterContext context = store.Read();
        await rows.BeginAsync(context, cancellation).ConfigureAwait(false);
        return rows;
    }

    private async Task TakeRowsAsync(
        DeliveryRequest request, DeliveryReader reader, Delivery begun, DeliveryRows rows, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        ImportPace pace = new(clock, begun.FileName, begun.RowsRead, begun.RowsExpected);
        RejectRows rejects = new(store.Keys, begun.DeliveryId, begun.Sha256);
        progress?.Report(pace.At(begun.RowsRead));
        foreach ((DeliveryChunk chunk, PreparedChunk prepared) in reader.Read(begun.RowsRead + 1, request.Threads, rows.Prepare, cancellation))
        {
            // Officers go on changing registrations: a chunk in which one was quicker is decided again by what the register says then.
            await store.InTurnAsync(write => TakeChunkAsync(write, begun, rows, rejects, chunk, prepared, cancellation), cancellation).ConfigureAwait(false);
            rows.Release(prepared);
            progress?.Report(pace.At(chunk.NextRow - 1));
        }
    }

    private async Task<ChunkCounts> TakeChunkAsync(
        StoreWrite write, Delivery begun, DeliveryRows rows, RejectRows rejects, DeliveryChunk chunk, PreparedChunk prepared, CancellationToken cancellation)
    {
        ChunkCounts counts = await rows.TakeAsync(write, chunk, prepared, cancellation).ConfigureAwait(false);
        rejects.Clear();
        foreach (RowFault fault in chunk.Faults.Where(fault => fault.Fault.RejectsRow))
        {
            rejects.Append(fault);
        }

        if (rejects.Count > 0)
        {
            await store.InsertAsync(write, rejects, cancellation).ConfigureAwait(false);
        }

        Delivery delivery = await write.Context.Deliveries.SingleAsync(one => one.DeliveryId == begun.DeliveryId, cancellation).ConfigureAwait(false);
        delivery.Taken += counts.Taken;
        delivery.Unchanged += counts.Unchanged;
        delivery.Updated += counts.Updated;
        delivery.Rejected += chunk.Rejected;
        delivery.RowsRead += chunk.NextRow - chunk.FirstRow;
        if (delivery.RowsRead != chunk.NextRow - 1 || delivery.RowsRead != delivery.Taken + delivery.Unchanged + delivery.Updated + delivery.Rejected)
        {
            throw new InvalidOperationException($"Delivery {delivery.DeliveryId} does not add up at row {chunk.NextRow - 1}; nothing of the chunk was kept.");
        }

        await write.CommitAsync(cancellation).ConfigureAwait(false);
        return counts;
    }

    private async Task ConcludeAsync(DeliveryReader reader, Delivery begun, DeliveryRows rows, CancellationToken cancellation)
    {
        await using StoreWrite write = await store.WriteAsync(cancellation).ConfigureAwait(false);
        RejectRows told = new(store.Keys, begun.DeliveryId, begun.Sha256);
        foreach (DeliveryNote note in (IEnumerable<DeliveryNote>)[.. Notes(reader), .. await rows.ConcludeAsync(write, cancellation).ConfigureAwait(false)])
        {
            told.Append(note);
        }

        if (told.Count > 0)
        {
            await store.InsertAsync(write, told, cancellation).ConfigureAwait(false);
        }

        Delivery delivery = await write.Context.Deliveries.SingleAsync(one => one.DeliveryId == begun.DeliveryId, cancellation).ConfigureAwait(false);
        delivery.State = DeliveryState.Finished;
        delivery.FinishedAt = clock.GetUtcNow();
        delivery.RowsExpected = delivery.RowsRead;
        await write.CommitAsync(cancellation).ConfigureAwait(false);
    }

    private static IEnumerable<DeliveryNote> Notes(DeliveryReader reader)
    {
        foreach (ValueNote note in reader.ValueNotes)
        {
            string rows = string.Join(", ", note.FirstRows.Select(row => row.ToString(CultureInfo.InvariantCulture))) + (note.Count > note.FirstRows.Count ? ", ..." : "");
            yield return new DeliveryNote(
                note.Fault.Code, note.Column,
                string.Create(CultureInfo.InvariantCulture, $"{note.Count} values: {note.English} Rows: {rows}"),
                string.Create(CultureInfo.InvariantCulture, $"{note.Count} 个值：{note.Chinese}行号：{rows}"));
        }

        if (reader.UnknownHeaders.Count > 0)
        {
            string headers = string.Join(", ", reader.UnknownHeaders);
            yield return new DeliveryNote(
                "unknown-columns", "", $"columns that are not known here and were not read: {headers}. Rename them as the guide names columns if they are meant.",
                $"以下列不在标准中，未读取：{headers}。如有需要，请按标准改列名。");
        }
    }

    private static async Task<(string Digest, long Bytes)> DigestAsync(string path, CancellationToken cancellation)
    {
        await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan | FileOptions.Asynchronous);
        byte[] digest = await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false);
        return (Convert.ToHexStringLower(digest), file.Length);
    }
}

/// <summary>How fast an import goes, and how long it will yet take.</summary>
internal sealed class ImportPace(TimeProvider clock, string fileName, long readBefore, long expected)
{
    private readonly long _started = clock.GetTimestamp();

    public ImportProgress At(long read)
    {
        double seconds = clock.GetElapsedTime(_started).TotalSeconds;
        double speed = seconds > 0 ? (read - readBefore) / seconds : 0;
        return new ImportProgress(
            fileName, read, Math.Max(expected, expected < 0 ? -1 : read), speed, speed > 0 && expected >= 0 ? TimeSpan.FromSeconds(Math.Max(0, expected - read) / speed) : null);
    }
}
