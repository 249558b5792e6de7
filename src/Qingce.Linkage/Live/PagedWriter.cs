using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>Writes a segment from beginning to end, with a checksum for each page.</summary>
internal sealed class PagedWriter : IDisposable
{
    private const int PagesAtOnce = 256;
    private readonly FileStream _file;
    private readonly byte[] _buffer = new byte[PagesAtOnce * SegmentLayout.PageLength];
    private readonly List<uint> _sums = [];
    private readonly List<Section> _sections = [];
    private int _filled;
    private long _sectionStart;

    public PagedWriter(string path)
    {
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        Write<byte>(new byte[SegmentLayout.HeaderLength]);
    }

    private long Position => _file.Position + _filled;

    public void StartSection()
    {
        Pad();
        _sectionStart = Position;
    }

    public void EndSection() => _sections.Add(new Section(_sectionStart, Position - _sectionStart));

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        while (!values.IsEmpty)
        {
            // Pieces, because a run of values can have more bytes than a span.
            var piece = values[..Math.Min(values.Length, 1 << 20)];
            values = values[piece.Length..];
            for (var bytes = MemoryMarshal.AsBytes(piece); !bytes.IsEmpty;)
            {
                var count = Math.Min(bytes.Length, _buffer.Length - _filled);
                bytes[..count].CopyTo(_buffer.AsSpan(_filled));
                bytes = bytes[count..];
                _filled += count;
                if (_filled == _buffer.Length)
                {
                    Empty();
                }
            }
        }
    }

    public void WriteSection<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        StartSection();
        Write(values);
        EndSection();
    }

    /// <summary>Writes checksums and header, and waits until all is on disk.</summary>
    public void Finish(int rows, int width, IReadOnlyList<long> present)
    {
        Pad();
        Empty();
        var sums = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_sums));
        var layout = new SegmentLayout
        {
            Rows = rows,
            Width = width,
            Checksums = _file.Position,
            ChecksumOfChecksums = Checksum.Of(sums),
            Present = present,
            Sections = _sections,
        };
        _file.Write(sums);
        _file.Position = 0;
        _file.Write(layout.Write());
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();

    private void Pad()
    {
        var over = _filled % SegmentLayout.PageLength;
        if (over > 0)
        {
            Write<byte>(new byte[SegmentLayout.PageLength - over]);
        }
    }

    private void Empty()
    {
        for (var from = 0; from < _filled; from += SegmentLayout.PageLength)
        {
            _sums.Add(Checksum.Of(_buffer.AsSpan(from, SegmentLayout.PageLength), (ulong)_sums.Count));
        }

        _file.Write(_buffer.AsSpan(0, _filled));
        _filled = 0;
    }
}
