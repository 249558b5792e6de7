using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Qingce.Linkage;

/// <summary>Rows gathered side by side to be compared with each other. Scratch memory of one thread.</summary>
internal sealed class Members(LinkTable table, RowSketches sketches, RuleKeys? keys)
{
    private int[] _rows = [];
    private ulong[] _words = [];
    private ulong[] _sketches = [];
    private uint[] _keys = [];

    public LinkTable Table { get; } = table;

    /// <summary>The words of all members, one after the other.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>The words of a member.</summary>
    public ReadOnlySpan<ulong> WordsOf(int member) => _words.AsSpan(member * Table.Width, Table.Width);

    /// <summary>A member with its texts.</summary>
    public RowView View(int member) => Table.View(_rows[member], WordsOf(member));

    /// <summary>The row of a member.</summary>
    public int Row(int member) => _rows[member];

    /// <summary>A sketch of a member; 0 for a missing value. Made when it is first asked for, because most pairs are done with before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Sketch(int member, int place) => _sketches[member * sketches.Count + place] is not 0 and var made ? made : Make(member, place);

    /// <summary>The cell of a member.</summary>
    public ulong CellOf(int member, int column) => _words[member * Table.Width + 1 + column];

    /// <summary>The places at which two members share a blocking key, a bit each; of members gathered with keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong SharedKeys(int left, int right)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(_keys);
        return RuleKeys.Shared(in Unsafe.Add(ref first, left * keys!.Width), in Unsafe.Add(ref first, right * keys.Width), keys.Width);
    }

    /// <summary>Gathers rows.</summary>
    public void Gather(ReadOnlySpan<int> rows)
    {
        GatherKeys(rows);
        GatherRest(rows.Length);
    }

    /// <summary>Begins to gather rows: their keys are there, and nothing else.</summary>
    public void GatherKeys(ReadOnlySpan<int> rows)
    {
        var width = Table.Width;
        if (_rows.Length < rows.Length)
        {
            _rows = new int[rows.Length * 2];
            _words = new ulong[rows.Length * 2 * width];
            _sketches = new ulong[rows.Length * 2 * sketches.Count];
            _keys = new uint[rows.Length * 2 * (keys?.Width ?? 0)];
        }

        rows.CopyTo(_rows);
        if (keys is { Width: > 0 })
        {
            Copy(keys.All, rows, _keys, keys.Width);
        }
    }

    /// <summary>Moves members of which the keys are gathered to places before their own.</summary>
    public void Move(int from, int to, int count)
    {
        _rows.AsSpan(from, count).CopyTo(_rows.AsSpan(to));
        if (keys is not null)
        {
            _keys.AsSpan(from * keys.Width, count * keys.Width).CopyTo(_keys.AsSpan(to * keys.Width));
        }
    }

    /// <summary>Gathers the rest of the first members.</summary>
    public void GatherRest(int count)
    {
        var rows = _rows.AsSpan(0, count);
        Copy(Table.Words, rows, _words, Table.Width);
        _sketches.AsSpan(0, count * sketches.Count).Clear();
    }

    // Two threads that ask at once make the same.
    private ulong Make(int member, int place) => _sketches[member * sketches.Count + place] = sketches.Of(place, _rows[member], View(member));

    // One after the other without looking at them, so that many are on their way from memory at once. Offsets are in bytes, of which there are more than a
    // span can have.
    private static unsafe void Copy<T>(ReadOnlySpan<T> from, ReadOnlySpan<int> rows, Span<T> to, int width)
        where T : unmanaged
    {
        ref var target = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(to[..(rows.Length * width)]));
        ref var source = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(from));
        width *= sizeof(T);
        for (var i = 0; i < rows.Length; i++)
        {
            for (var k = 0; k < width; k += 32)
            {
                Vector256.LoadUnsafe(ref source, (nuint)(rows[i] * (long)width + k)).StoreUnsafe(ref target, (nuint)(i * width + k));
            }
        }
    }
}
