using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>
/// A segment file in memory. Opening reads the header and the checksums of the pages; each page is checked when it is first touched, so
/// that no damaged byte is ever used. For any number of threads.
/// </summary>
internal sealed unsafe class MappedSegment : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly long _length;
    private readonly long _sums;
    private readonly ulong[] _checked;

    /// <summary>Opens a segment.</summary>
    /// <exception cref="LinkIndexException">It is no segment of this version, or damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public MappedSegment(string path)
    {
        Path = path;
        _length = new FileInfo(path).Length;
        if (_length < SegmentLayout.HeaderLength)
        {
            throw LinkIndexException.Damaged(path, "it is too short", "长度不足");
        }

        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start;
        try
        {
            Layout = SegmentLayout.Read(new ReadOnlySpan<byte>(start, SegmentLayout.HeaderLength), path, _length);
            _sums = Layout.Checksums;
            var sums = new ReadOnlySpan<byte>(start + _sums, checked((int)(_length - _sums)));
            if (Checksum.Of(sums) != Layout.ChecksumOfChecksums)
            {
                throw LinkIndexException.Damaged(path, "the checksums of its pages are wrong", "各页的校验和表有误");
            }

            _checked = new ulong[(Layout.Pages + 63) / 64];
        }
        catch (LinkIndexException)
        {
            Dispose();
            throw;
        }
    }

    public string Path { get; }

    public SegmentLayout Layout { get; }

    /// <summary>Reads values.</summary>
    /// <param name="section">Where they lie.</param>
    /// <param name="from">0-based place of the first.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="LinkIndexException">A page of them is damaged.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> Read<T>(Section section, long from, int count)
        where T : unmanaged
    {
        var offset = section.Offset + from * sizeof(T);
        var length = (long)count * sizeof(T);
        if (from < 0 || count < 0 || offset + length > section.Offset + section.Length)
        {
            throw LinkIndexException.Damaged(Path, "it points outside of itself", "位置超出文件范围");
        }

        Check(offset, length);
        return new ReadOnlySpan<T>(_start + offset, count);
    }

    /// <summary>Asks for the memory of values that will soon be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(Section section, long offset)
    {
        if (System.Runtime.Intrinsics.X86.Sse.IsSupported && (ulong)offset < (ulong)section.Length)
        {
            System.Runtime.Intrinsics.X86.Sse.Prefetch0(_start + section.Offset + offset);
        }
    }

    /// <summary>Checks every page.</summary>
    /// <exception cref="LinkIndexException">One is damaged.</exception>
    public void CheckAll(CancellationToken cancellationToken)
    {
        for (var page = SegmentLayout.HeaderPages; page < Layout.Pages; page++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CheckPage(page);
        }
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Check(long offset, long length)
    {
        var last = (int)((offset + Math.Max(length, 1) - 1) / SegmentLayout.PageLength);
        for (var page = (int)(offset / SegmentLayout.PageLength); page <= last && page < Layout.Pages; page++)
        {
            if ((_checked[page >> 6] >> (page & 63) & 1) == 0)
            {
                CheckPage(page);
            }
        }
    }

    private void CheckPage(int page)
    {
        var sum = MemoryMarshal.Read<uint>(new ReadOnlySpan<byte>(_start + _sums + (long)page * sizeof(uint), sizeof(uint)));
        var bytes = new ReadOnlySpan<byte>(_start + (long)page * SegmentLayout.PageLength, SegmentLayout.PageLength);
        if (Checksum.Of(bytes, (ulong)page) != sum)
        {
            throw LinkIndexException.Damaged(Path, $"page {page} has another checksum", $"第 {page} 页校验和不符");
        }

        Interlocked.Or(ref _checked[page >> 6], 1UL << (page & 63));
    }
}
