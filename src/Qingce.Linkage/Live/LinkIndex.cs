namespace Qingce.Linkage;

/// <summary>
/// A persistent index of records that finds the matches of one record with the weights of a batch run. A folder belongs to one writer at a
/// time and any number of readers; an instance can be used by any number of threads.
/// </summary>
/// <remarks>
/// What was put or removed is on disk when the call returns (the log was flushed), whatever happens to the process or the machine after
/// it. A write that was cut short by a crash is cut off when the index is opened. Every byte that is used was checked against a checksum.
/// </remarks>
public sealed partial class LinkIndex : IDisposable
{
    private readonly string _folder;
    private readonly LinkIndexOptions _options;
    private readonly FileStream? _lock;
    private readonly Lock _writing = new();
    private readonly ReaderWriterLockSlim _turns = new();
    private IndexManifest _manifest;
    private IndexState _state;
    private IndexLog? _log;
    private bool _disposed;

    private LinkIndex(string folder, LinkIndexOptions options, FileStream? ownLock, IndexScheme scheme)
    {
        _folder = folder;
        _options = options;
        _lock = ownLock;
        (_manifest, _state, var length, TornBytes) = Load(folder, scheme);
        try
        {
            if (!options.ReadOnly)
            {
                _log = IndexLog.Open(folder, _manifest.Log, length);
                IndexFolder.DeleteAllBut(folder, _manifest.Files(folder));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _state.Dispose();
            throw;
        }
    }

    /// <summary>The model by which records are found.</summary>
    public LinkageModel Model => _state.Scheme.Model;

    /// <summary>The columns of a record, in the order in which values are given.</summary>
    public IReadOnlyList<ModelColumn> Columns => _state.Scheme.Columns;

    /// <summary>Most rows of a block that are compared.</summary>
    public int LargestBlock => _manifest.LargestBlock;

    /// <summary>Bytes at the end of the log that were cut off when the index was opened: writes that a crash cut short, or damage to the last ones.</summary>
    public long TornBytes { get; private set; }

    /// <summary>Number of records.</summary>
    public long Count => Read(state => state.Living);

    /// <summary>Number of segments: files that a search looks into.</summary>
    public int Segments => Read(state => state.Segments.Count);

    /// <summary>Opens an index.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="vocabulary">The words that its model uses.</param>
    /// <param name="options">How it is kept; null for the defaults. Its <see cref="LinkIndexOptions.LargestBlock"/> is that of creation.</param>
    /// <exception cref="LinkIndexException">There is none, it is damaged, or another process writes to it.</exception>
    /// <exception cref="LinkageModelException">Its model names what the vocabulary lacks.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static LinkIndex Open(string folder, LinkageVocabulary vocabulary, LinkIndexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(vocabulary);
        options ??= new LinkIndexOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.OverlayRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        folder = Path.GetFullPath(folder);
        var manifest = IndexManifest.Read(folder);
        return Opened(folder, ReadScheme(folder, manifest, vocabulary), options, options.ReadOnly ? null : TakeLock(folder));
    }

    /// <summary>Lets a read-only index see what was put since it was opened.</summary>
    /// <exception cref="LinkIndexException">It is damaged, or was made again by another model.</exception>
    public void Refresh()
    {
        lock (_writing)
        {
            if (!_options.ReadOnly)
            {
                return;
            }

            var (manifest, state, _, torn) = Load(_folder, _state.Scheme);
            _turns.EnterWriteLock();
            _state.Dispose();
            (_manifest, _state, TornBytes) = (manifest, state, torn);
            _turns.ExitWriteLock();
        }
    }

    /// <summary>Checks every byte of the segments; what is used is checked anyway.</summary>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <exception cref="LinkIndexException">A file is damaged.</exception>
    /// <exception cref="OperationCanceledException">The check was stopped.</exception>
    public void Verify(CancellationToken cancellationToken = default) => Read(state =>
    {
        foreach (var segment in state.Segments)
        {
            segment.Verify(cancellationToken);
        }

        return true;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_writing)
        {
            if (!_disposed)
            {
                _turns.EnterWriteLock();
                _disposed = true;
                _log?.Dispose();
                _state.Dispose();
                _lock?.Dispose();
                _turns.ExitWriteLock();
            }
        }
    }

    private static LinkIndex Opened(string folder, IndexScheme scheme, LinkIndexOptions options, FileStream? ownLock)
    {
        LinkIndex? index = null;
        try
        {
            return index = new LinkIndex(folder, options, ownLock, scheme);
        }
        finally
        {
            if (index is null)
            {
                ownLock?.Dispose();
            }
        }
    }

    private static FileStream TakeLock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, IndexFolder.Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new LinkIndexException(
                $"{folder} is in use: another process writes to it. Open it for reading alone, or wait.",
                $"{folder} 正被另一进程写入。请以只读方式打开，或稍后再试。",
                e);
        }
    }

    private static IndexScheme ReadScheme(string folder, IndexManifest manifest, LinkageVocabulary vocabulary)
    {
        var path = IndexFolder.Model(folder, manifest.Model);
        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        return Checksum.Of(bytes) == manifest.ModelSum
            ? new IndexScheme(LinkageModel.Read(bytes), vocabulary)
            : throw LinkIndexException.Damaged(path, "it is not the model that the index was made by", "不是建立索引时所用的模型");
    }

    private static (IndexManifest Manifest, IndexState State, long Length, long Torn) Load(string folder, IndexScheme scheme)
    {
        const int mostTries = 10;
        for (var tries = 1; ; tries++)
        {
            var manifest = IndexManifest.Read(folder);
            if (manifest.Files(folder).FirstOrDefault(file => !File.Exists(file)) is { } missing)
            {
                // A writer may have replaced the files after the manifest was read.
                if (tries < mostTries)
                {
                    continue;
                }

                throw LinkIndexException.Damaged(missing, "it is missing", "文件缺失");
            }

            return Load(folder, scheme, manifest);
        }
    }

    private static (IndexManifest Manifest, IndexState State, long Length, long Torn) Load(string folder, IndexScheme scheme, IndexManifest manifest)
    {
        var segments = new List<Segment>();
        var loaded = false;
        try
        {
            foreach (var (number, removed) in manifest.Segments)
            {
                segments.Add(new Segment(folder, number, removed, scheme));
            }

            var state = new IndexState(scheme, segments, new Overlay(scheme));
            var (length, torn) = IndexLog.Replay(folder, manifest.Log, state.Apply);
            loaded = true;
            return (manifest, state, length, torn);
        }
        finally
        {
            if (!loaded)
            {
                segments.ForEach(s => s.Dispose());
            }
        }
    }

    private T Read<T>(Func<IndexState, T> read)
    {
        _turns.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return read(_state);
        }
        finally
        {
            _turns.ExitReadLock();
        }
    }
}
