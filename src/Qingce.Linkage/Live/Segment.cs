using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>An immutable part of an index in a file, and which of its rows were removed since it was written.</summary>
internal sealed class Segment : IndexRows, IDisposable
{
    /// <summary>Entries of a block from which they are sorted by the columns that part it.</summary>
    public const int SortedFrom = 64;

    /// <summary>The section of the words, of the rows' bytes, of the starts of the bytes, and the first of those of the ids.</summary>
    public const int WordsSection = 0, BytesSection = 1, StartsSection = 2, IdsSection = 3;
    private const ulong RemovedMagic = 0x31_56_4D_52_4B_4E_4C_51; // QLNKRMV1
    private readonly MappedSegment _file;
    private readonly Section _words;
    private readonly Section _starts;
    private readonly Section _bytes;
    private readonly int _width;
    private readonly KeyedValues _ids;
    private readonly KeyedValues[] _rules;
    private readonly KeyedValues?[] _terms;
    private int _written;

    /// <summary>Opens a segment.</summary>
    /// <param name="folder">Folder of the index.</param>
    /// <param name="number">Its number.</param>
    /// <param name="removedNumber">The number of the file that has its removed rows; 0 when there are none.</param>
    /// <param name="scheme">The columns, rules and counted columns that it must have.</param>
    /// <exception cref="LinkIndexException">A file is damaged or of another model.</exception>
    public Segment(string folder, int number, int removedNumber, IndexScheme scheme)
    {
        Number = number;
        RemovedNumber = removedNumber;
        _file = new MappedSegment(IndexFolder.Segment(folder, number));
        try
        {
            var layout = _file.Layout;
            if (layout.Width != scheme.Width || layout.Present.Count != scheme.Kinds.Length
                || layout.Sections.Count != 3 * (2 + scheme.Blocking.Rules + scheme.Counted.Length))
            {
                throw LinkIndexException.Damaged(_file.Path, "it is of another model", "属于另一个模型");
            }

            _width = layout.Width;
            (_words, _starts, _bytes) = (layout.Sections[WordsSection], layout.Sections[StartsSection], layout.Sections[BytesSection]);
            _ids = new KeyedValues(_file, IdsSection);
            _rules = [.. Enumerable.Range(0, scheme.Blocking.Rules).Select(rule => new KeyedValues(_file, 3 * (2 + rule)))];
            _terms = new KeyedValues?[scheme.Kinds.Length];
            for (var i = 0; i < scheme.Counted.Length; i++)
            {
                _terms[scheme.Counted[i]] = new KeyedValues(_file, 3 * (2 + _rules.Length + i));
            }

            Removed = removedNumber == 0 ? new RemovedRows(Rows) : ReadRemoved(IndexFolder.Removed(folder, removedNumber));
            _written = Removed.Count;
        }
        catch (LinkIndexException)
        {
            _file.Dispose();
            throw;
        }
    }

    public int Number { get; }

    /// <summary>The number of the file that has its removed rows; 0 while there is none.</summary>
    public int RemovedNumber { get; private set; }

    /// <summary>Whether rows were removed since that file was written.</summary>
    public bool HasNewlyRemoved => Removed.Count != _written;

    public RemovedRows Removed { get; }

    public override int Rows => _file.Layout.Rows;

    public int Living => Rows - Removed.Count;

    public override ReadOnlySpan<ulong> Words(int row) => _file.Read<ulong>(_words, (long)row * _width, _width);

    public override ReadOnlySpan<byte> Bytes(int row)
    {
        var ends = _file.Read<long>(_starts, row, 2);
        return _file.Read<byte>(_bytes, ends[0], checked((int)(ends[1] - ends[0])));
    }

    /// <summary>Asks for the words of a row that will soon be read.</summary>
    public void Prefetch(int row)
    {
        var offset = (long)row * _width * sizeof(ulong);
        _file.Prefetch(_words, offset);
        _file.Prefetch(_words, offset + 64);
    }

    /// <summary>The row with an id that is not removed; -1 when there is none.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        var (from, to) = _ids.Find(RowBytes.KeyOf(id));
        foreach (var row in _ids.Values(from, to - from))
        {
            if (!Removed[row] && RowBytes.Id(Bytes(row)).SequenceEqual(id))
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>The entries of a key (mixed) of a rule, those of removed rows among them.</summary>
    public (int From, int To) Block(int rule, ulong key) => _rules[rule].Find(key);

    /// <summary>The rows of entries.</summary>
    public ReadOnlySpan<int> BlockRows(int rule, int from, int to) => _rules[rule].Values(from, to - from);

    /// <summary>The entries of a block, sorted by the columns that part it, in which one of these has a value.</summary>
    public (int From, int To) Part(int rule, int from, int to, int column, ulong cell) =>
        (Bound(rule, from, to, column, cell, after: false), Bound(rule, from, to, column, cell, after: true));

    /// <summary>By how much the rows with a value are more for this segment.</summary>
    public long Terms(int column, ulong cell)
    {
        var terms = _terms[column]!;
        var (from, to) = terms.Find(KeyMix.Of(cell));
        return from == to ? 0 : terms.Values(from, 1)[0];
    }

    /// <summary>All counts of a column, by mixed cell.</summary>
    public KeyedValues AllTerms(int column) => _terms[column]!;

    /// <summary>By how much the rows that have a value in a column are more for this segment.</summary>
    public long Present(int column) => _file.Layout.Present[column];

    /// <summary>Checks every page.</summary>
    /// <exception cref="LinkIndexException">One is damaged.</exception>
    public void Verify(CancellationToken cancellationToken) => _file.CheckAll(cancellationToken);

    /// <summary>Says that its removed rows are now in a file.</summary>
    public void HasWritten(int removedNumber) => (RemovedNumber, _written) = (removedNumber, Removed.Count);

    /// <summary>Writes which rows are removed.</summary>
    public void WriteRemoved(string path)
    {
        var bits = MemoryMarshal.AsBytes(Removed.Bits);
        var bytes = new byte[16 + bits.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, RemovedMagic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Number);
        bits.CopyTo(bytes.AsSpan(16));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), Checksum.Of(bits, (ulong)Number));
        IndexFolder.Write(path, bytes);
    }

    public void Dispose() => _file.Dispose();

    private RemovedRows ReadRemoved(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        if (bytes.Length != 16 + (Rows + 63) / 64 * sizeof(ulong)
            || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != RemovedMagic
            || BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) != Number
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]) != Checksum.Of(bytes[16..], (ulong)Number))
        {
            throw LinkIndexException.Damaged(path, "it has another checksum", "校验和不符");
        }

        return new RemovedRows(MemoryMarshal.Cast<byte, ulong>(bytes[16..]).ToArray());
    }

    private int Bound(int rule, int from, int to, int column, ulong cell, bool after)
    {
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            var own = Words(_rules[rule].Values(middle, 1)[0])[1 + column];
            if (own < cell || after && own == cell)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }
}
