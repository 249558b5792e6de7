using System.Runtime.CompilerServices;

namespace Qingce.Tables;

/// <summary>
/// A growing array on the pinned heap, so that native code and columns can point into it without pinning. It never shrinks; whoever
/// holds it uses it again.
/// </summary>
internal sealed unsafe class PinnedBuffer
{
    private byte[] _array = [];

    public byte* Pointer { get; private set; }

    public byte[] Array => _array;

    public Span<byte> Span => _array;

    public T* As<T>()
        where T : unmanaged => (T*)Pointer;

    /// <summary>Makes room for at least so many bytes, keeping what is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ensure(long bytes)
    {
        if (bytes > _array.Length)
        {
            Grow(bytes, keep: true);
        }
    }

    /// <summary>Makes room for at least so many bytes, without keeping what is there.</summary>
    public void EnsureFresh(long bytes)
    {
        if (bytes > _array.Length)
        {
            Grow(bytes, keep: false);
        }
    }

    private void Grow(long bytes, bool keep)
    {
        if (bytes > System.Array.MaxLength)
        {
            throw new InvalidOperationException("A column of one batch may hold at most 2 GiB. Write smaller batches.");
        }

        long capacity = Math.Min(System.Array.MaxLength, Math.Max(256, Math.Max(bytes, _array.Length * 2L)));
        byte[] grown = GC.AllocateUninitializedArray<byte>((int)capacity, pinned: true);
        if (keep)
        {
            _array.CopyTo(grown, 0);
        }

        _array = grown;
        Pointer = (byte*)Unsafe.AsPointer(ref grown[0]);
    }
}
