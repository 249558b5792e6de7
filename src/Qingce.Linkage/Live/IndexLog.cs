using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Qingce.Linkage;

/// <summary>
/// The changes since the last segment was written, in their order, each with a checksum of it and of its place. One thread appends at a
/// time; any number wait together for one flush, after which the header says up to where the log is known to be on disk.
/// </summary>
internal sealed class IndexLog : IDisposable
{
    public const int HeaderLength = 24;
    private const ulong Magic = 0x31_47_4F_4C_4B_4E_4C_51; // QLNKLOG1
    private const int Version = 1;

    // In units of eight bytes, as entries have them; 0 in logs that say nothing of it.
    private const int DurableAt = 20;
    private const int DurableUnit = 8;
    private readonly object _gate = new();
    private readonly SafeFileHandle _file;
    private readonly string _path;
    private long _length;
    private long _durable;
    private bool _isFlushing;
    private TaskCompletionSource? _next;
    private bool _isServing;
    private volatile bool _failed;

    private IndexLog(SafeFileHandle file, string path, int number, long length)
    {
        _file = file;
        _path = path;
        Number = number;
        _length = _durable = length;
    }

    public int Number { get; }

    /// <summary>Bytes.</summary>
    public long Length => Volatile.Read(ref _length);

    /// <summary>Makes a new log, and waits until it is on disk.</summary>
    public static IndexLog Create(string folder, int number)
    {
        var path = IndexFolder.Log(folder, number);
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt64LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), number);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), Checksum.Of(header.AsSpan(0, 16)));
        IndexFolder.Write(path, header);
        return new IndexLog(File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.Read), path, number, HeaderLength);
    }

    /// <summary>Opens a log to append to it.</summary>
    /// <param name="folder">Folder of the index.</param>
    /// <param name="number">Its number.</param>
    /// <param name="length">Bytes up to its last whole entry; what follows is cut off.</param>
    public static IndexLog Open(string folder, int number, long length)
    {
        var path = IndexFolder.Log(folder, number);
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        if (RandomAccess.GetLength(file) > length)
        {
            RandomAccess.SetLength(file, length);
            RandomAccess.FlushToDisk(file);
        }

        return new IndexLog(file, path, number, length);
    }

    /// <summary>Goes through the whole entries of a log.</summary>
    /// <returns>Bytes up to the last of them, and those of a torn write after it.</returns>
    /// <exception cref="LinkIndexException">An entry that had been on disk is damaged.</exception>
    public static (long Length, long Torn) Replay(string folder, int number, Replayed replayed)
    {
        var path = IndexFolder.Log(folder, number);
        var bytes = ReadShared(path, out var durable).AsSpan();
        if (bytes.Length < HeaderLength
            || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic
            || BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) != Version
            || BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]) != number
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]) != Checksum.Of(bytes[..16]))
        {
            throw LinkIndexException.Damaged(path, "it is no log of this index", "不是此索引的日志");
        }

        var at = HeaderLength;
        while (LogEntry.TryRead(bytes[at..], number, at, out var entry))
        {
            replayed(in entry);
            at += entry.Length;
        }

        // What a write that was cut short leaves is not known to have been on disk, and nothing whole comes after it.
        if (at < durable || HasEntryAfter(bytes, number, at))
        {
            throw LinkIndexException.Damaged(path, $"the entry at byte {at:N0} is not what was written", $"第 {at:N0} 字节处的条目与写入的不符");
        }

        return (at, bytes.Length - at);
    }

    /// <summary>Appends entries; <see cref="Flush"/> makes them durable.</summary>
    /// <exception cref="IOException">They could not be written, and none of them is there.</exception>
    /// <exception cref="LinkIndexException">The log is in an unknown state.</exception>
    public void Append(ReadOnlySpan<byte> entries)
    {
        RequireSound();
        try
        {
            RandomAccess.Write(_file, entries, _length);
        }
        catch (IOException)
        {
            RandomAccess.SetLength(_file, _length);
            throw;
        }

        Volatile.Write(ref _length, _length + entries.Length);
    }

    /// <summary>Waits until the first <paramref name="length"/> bytes are on disk. Threads that wait together share a flush.</summary>
    public void Flush(long length)
    {
        lock (_gate)
        {
            while (_isFlushing && _durable < length)
            {
                Monitor.Wait(_gate);
            }

            if (_durable >= length)
            {
                return;
            }

            RequireSound();
            _isFlushing = true;
        }

        // One waits for the disk, and what was written up to here goes with it; those that come meanwhile wait for the next.
        var written = Volatile.Read(ref _length);
        var done = false;
        try
        {
            RandomAccess.FlushToDisk(_file);
            TellDurable(written);
            done = true;
        }
        finally
        {
            lock (_gate)
            {
                // After a failure the system may take for written what is not, so a later flush would prove nothing.
                _failed |= !done;
                _durable = done ? Math.Max(_durable, written) : _durable;
                _isFlushing = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>A task that ends when the first <paramref name="length"/> bytes are on disk. All that ask while the disk is busy share the next flush.</summary>
    public Task FlushAsync(long length)
    {
        lock (_gate)
        {
            if (_durable >= length)
            {
                return Task.CompletedTask;
            }

            RequireSound();
            _next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_isServing)
            {
                _isServing = true;
                ThreadPool.UnsafeQueueUserWorkItem(static log => log.Serve(), this, preferLocal: false);
            }

            return _next.Task;
        }
    }

    /// <summary>Takes no more entries.</summary>
    public void Fail() => _failed = true;

    /// <summary>Lets go of the file: all it says is in a segment.</summary>
    public void Retire()
    {
        lock (_gate)
        {
            while (_isFlushing)
            {
                Monitor.Wait(_gate);
            }

            _durable = long.MaxValue;
            _file.Dispose();
        }
    }

    /// <summary>Lets go of the file when all that was appended is on disk, or cannot be brought there: those that wait for it are told.</summary>
    public void Dispose()
    {
        try
        {
            if (!_failed)
            {
                Flush(Length);
            }
        }
        catch (IOException)
        {
            // Each put that waits meets the same failure, and says so to its caller.
        }

        lock (_gate)
        {
            while (_isFlushing || _isServing)
            {
                Monitor.Wait(_gate);
            }

            _file.Dispose();
        }
    }

    private void Serve()
    {
        while (true)
        {
            TaskCompletionSource waiting;
            lock (_gate)
            {
                if (_next is null)
                {
                    _isServing = false;
                    Monitor.PulseAll(_gate);
                    return;
                }

                (waiting, _next) = (_next, null);
            }

            try
            {
                Flush(Length);
                waiting.SetResult();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or LinkIndexException)
            {
                waiting.SetException(e);
            }
        }
    }

    private void RequireSound()
    {
        if (_failed)
        {
            throw new LinkIndexException(
                $"{_path} could not be flushed to disk; what was put last may not last. Open the index again.",
                $"{_path} 未能写入磁盘，最后放入的记录可能没有保存。请重新打开索引。");
        }
    }

    // It need not be on disk itself: an earlier word of it says less, and nothing wrong.
    private void TellDurable(long length)
    {
        Span<byte> units = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(units, (uint)(length / DurableUnit));
        RandomAccess.Write(_file, units, DurableAt);
    }

    private static bool HasEntryAfter(ReadOnlySpan<byte> bytes, int number, int at)
    {
        for (var later = at + DurableUnit; later < bytes.Length; later += DurableUnit)
        {
            if (LogEntry.TryRead(bytes[later..], number, later, out _))
            {
                return true;
            }
        }

        return false;
    }

    // What is known to be on disk is read first: a writer may go on meanwhile.
    private static byte[] ReadShared(string path, out long durable)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> units = stackalloc byte[sizeof(uint)];
        durable = RandomAccess.Read(file, units, DurableAt) == units.Length ? (long)BinaryPrimitives.ReadUInt32LittleEndian(units) * DurableUnit : 0;
        var bytes = new byte[RandomAccess.GetLength(file)];
        var length = 0;
        while (length < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(length), length) is > 0 and var read)
        {
            length += read;
        }

        return bytes[..length];
    }

    /// <summary>Takes an entry.</summary>
    internal delegate void Replayed(in LogEntry entry);
}
