using System.Text;

namespace Qingce.Linkage;

/// <summary>A kind to which some of its values are missing: defaults that forms and clerks fill in.</summary>
internal sealed class KindWithDefaults : ColumnKind
{
    private readonly ColumnKind _kind;
    private readonly ulong[] _missing;

    /// <param name="kind">The kind.</param>
    /// <param name="missing">The values, as they stand in files or clean.</param>
    public KindWithDefaults(ColumnKind kind, IReadOnlyList<string> missing)
    {
        _kind = kind;
        _missing = [.. missing.Select(CellOf).Where(cell => cell != Cell.Missing)];
    }

    public override string Name => _kind.Name;

    public override bool MayHaveDefaults => _kind.MayHaveDefaults;

    public override int MostBytes(int length) => _kind.MostBytes(length);

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        var length = _kind.Clean(value, cleaned);
        return length > 0 && _missing.AsSpan().Contains(Cell.Of(cleaned[..length])) ? 0 : length;
    }

    public override bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        var isKnown = _kind.TryCell(value, out cell);
        cell = isKnown && _missing.AsSpan().Contains(cell) ? Cell.Missing : cell;
        return isKnown;
    }

    private ulong CellOf(string text)
    {
        var value = Encoding.UTF8.GetBytes(text);
        var cleaned = new byte[_kind.MostBytes(value.Length)];
        return value.Length == 0 ? Cell.Missing : Cell.Of(cleaned.AsSpan(0, _kind.Clean(value, cleaned)));
    }
}
