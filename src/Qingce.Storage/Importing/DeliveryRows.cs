using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using Qingce.Exchange.Deliveries;
using Qingce.Storage.Bulk;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Importing;

/// <summary>How the rows of one kind of delivery come into the store.</summary>
internal abstract class DeliveryRows(Keyring keys, Delivery delivery, TimeProvider clock)
{
    private readonly ConcurrentBag<PreparedChunk> _idle = [];

    protected Keyring Keys => keys;

    protected Delivery Delivery => delivery;

    protected TimeProvider Clock => clock;

    /// <summary>When taking it began, or went on: a delivery that was cut off days ago brings what it brings now.</summary>
    protected DateTimeOffset Begun { get; } = clock.GetUtcNow();

    /// <summary>Makes of a chunk what can be made without the store. Called by several threads at a time.</summary>
    public PreparedChunk Prepare(DeliveryChunk chunk)
    {
        PreparedChunk prepared = _idle.TryTake(out PreparedChunk? used) ? used : new PreparedChunk();
        prepared.Begin(keys, chunk, Absent);
        Prepare(chunk, prepared);
        return prepared;
    }

    /// <summary>Gives a prepared chunk back.</summary>
    public void Release(PreparedChunk prepared) => _idle.Add(prepared);

    /// <summary>The columns that the file does not have, where that is something else than having them empty: part of every digest.</summary>
    protected virtual ReadOnlySpan<byte> Absent => [];

    /// <summary>Looks at the store once, before the first chunk.</summary>
    public virtual Task BeginAsync(RegisterContext context, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Whether the rows go into a register that has nothing else.</summary>
    public virtual bool FillsTheRegister => false;

    /// <summary>Takes the rows of a chunk in a turn that the caller commits. May reject rows of the chunk.</summary>
    public abstract Task<ChunkCounts> TakeAsync(StoreWrite write, DeliveryChunk chunk, PreparedChunk prepared, CancellationToken cancellation);

    /// <summary>What is to be told when all rows are taken.</summary>
    public virtual Task<IReadOnlyList<DeliveryNote>> ConcludeAsync(StoreWrite write, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DeliveryNote>>([]);

    protected virtual void Prepare(DeliveryChunk chunk, PreparedChunk prepared)
    {
    }

    /// <summary>The identifiers of the rows that are to be taken.</summary>
    protected static string[] Ids(DeliveryChunk chunk, int field) =>
        [.. Enumerable.Range(0, chunk.RowCount).Where(chunk.IsTaken).Select(row => Encoding.UTF8.GetString(chunk[row, field]))];
}

/// <summary>What became of the rows of a chunk that were not rejected.</summary>
internal readonly record struct ChunkCounts(int Taken, int Unchanged, int Updated);

/// <summary>A chunk with what was made of it beforehand.</summary>
internal sealed class PreparedChunk
{
    private long[] _digests = [];
    private byte[] _digested = new byte[1024];

    /// <summary>The rows for the bulk path, where the store is not asked about them first; kept for the next chunk.</summary>
    public RowImages? Rows { get; set; }

    /// <summary>Whether <see cref="Rows"/> holds every row of the chunk, repeated ones among them.</summary>
    public bool HasRows { get; set; }

    /// <summary>The keyed digest of a row as delivered.</summary>
    public long Digest(int row) => _digests[row];

    public void Begin(Keyring keys, DeliveryChunk chunk, ReadOnlySpan<byte> absent)
    {
        HasRows = false;
        if (_digests.Length < chunk.RowCount)
        {
            _digests = new long[chunk.RowCount + chunk.RowCount / 4];
        }

        for (int row = 0; row < chunk.RowCount; row++)
        {
            _digests[row] = Digest(keys, chunk, row, absent);
        }
    }

    // The values one behind the other and the length of each: nothing else gives the same bytes.
    private long Digest(Keyring keys, DeliveryChunk chunk, int row, ReadOnlySpan<byte> absent)
    {
        ReadOnlySpan<byte> values = chunk.Row(row);
        int length = values.Length + chunk.FieldCount * sizeof(ushort) + absent.Length;
        if (_digested.Length < length)
        {
            _digested = new byte[length * 2];
        }

        values.CopyTo(_digested);
        int at = values.Length;
        int start = chunk.Start(row);
        foreach (int end in chunk.Ends(row))
        {
            BinaryPrimitives.WriteUInt16LittleEndian(_digested.AsSpan(at), (ushort)(end - start));
            at += sizeof(ushort);
            start = end;
        }

        absent.CopyTo(_digested.AsSpan(at));
        return keys.BlindIndex(DataKeyUse.RowDigest, _digested.AsSpan(0, length));
    }
}
