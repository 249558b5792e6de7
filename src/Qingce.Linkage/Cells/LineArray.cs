namespace Qingce.Linkage;

/// <summary>
/// Room for many rows of one width, the first of which begins on a cache line: rows are fetched in no order, and one that lies across two lines
/// costs two misses. Elements are not set.
/// </summary>
internal readonly struct LineArray<T>
    where T : unmanaged
{
    private const int Line = 64;
    private readonly T[] _all;
    private readonly int _first;

    private LineArray(T[] all, int first, int length) => (_all, _first, Length) = (all, first, length);

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>All elements.</summary>
    public Span<T> Span => _all.AsSpan(_first, Length);

    /// <summary>The most elements that an array may have.</summary>
    public static int MostLength => Array.MaxLength - Line;

    /// <summary>An element.</summary>
    public ref T this[int index] => ref _all[_first + index];

    /// <summary>Makes room. What is too small to stay where it is may lie anywhere: it is in the cache anyhow.</summary>
    /// <param name="length">Number of elements.</param>
    public static unsafe LineArray<T> Allocate(int length)
    {
        var all = LargePages.Allocate<T>(length + Line / sizeof(T));
        fixed (T* start = all)
        {
            return new LineArray<T>(all, (int)((Line - (nuint)start % Line) % Line / (nuint)sizeof(T)), length);
        }
    }

    /// <summary>Some elements.</summary>
    public Span<T> AsSpan(int start, int length) => _all.AsSpan(_first + start, length);

    /// <summary>The same elements on a line.</summary>
    public static LineArray<T> Of(ReadOnlySpan<T> elements)
    {
        var made = Allocate(elements.Length);
        elements.CopyTo(made.Span);
        return made;
    }
}
