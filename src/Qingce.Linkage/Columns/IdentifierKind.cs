using System.Buffers;

namespace Qingce.Linkage;

/// <summary>
/// A number that stands for a person or thing: letters and digits alone, in capitals. A number that a spreadsheet rounded (1.1E+17, or more
/// than 15 digits that end in zeros) is missing, because it stands for thousands, and so is one of a single repeated zero.
/// </summary>
internal sealed class IdentifierKind : ColumnKind
{
    private const int ExactDigits = 15;
    private static readonly SearchValues<byte> Mantissa = SearchValues.Create("0123456789.,"u8);

    public override string Name => "identifier";

    public override int MostBytes(int length) => length * 2;

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        value = Cleaning.Trim(value);
        if (IsExponential(value))
        {
            return 0;
        }

        if (value.EndsWith(".0"u8) && value[..^2].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
        {
            value = value[..^2];
        }

        var length = 0;
        while (!value.IsEmpty)
        {
            var code = Cleaning.Next(ref value, out var second);
            if (code is >= 'a' and <= 'z')
            {
                cleaned[length++] = (byte)(code & ~0x20);
                length += second == '\0' ? 0 : Cleaning.Write(second & ~0x20, cleaned[length..]);
            }
            else if (code is >= '0' and <= '9')
            {
                cleaned[length++] = (byte)code;
            }
            else if (code >= 0x80)
            {
                length += Cleaning.Write(code, cleaned[length..]);
            }
        }

        var kept = cleaned[..length];
        return kept.IndexOfAnyExcept((byte)'0') < 0 || IsRounded(kept) ? 0 : Cleaning.Kept(kept);
    }

    // Digits, the last of which may be an X, that are neither zeros alone nor rounded.
    public override bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        cell = Cell.Missing;
        var digits = value[^1] == (byte)'X' && value.Length > 1 ? value[..^1] : value;
        if (digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0 || value.IndexOfAnyExcept((byte)'0') < 0 || IsRounded(value))
        {
            return false;
        }

        cell = Cell.Of(value);
        return true;
    }

    private static bool IsExponential(ReadOnlySpan<byte> value)
    {
        var e = value.IndexOfAny((byte)'E', (byte)'e');
        return e > 0 && e + 2 < value.Length && value[e + 1] == '+'
            && value[..e].IndexOfAnyExcept(Mantissa) < 0
            && value[(e + 2)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    private static bool IsRounded(ReadOnlySpan<byte> value) =>
        value.Length > ExactDigits && value[ExactDigits..].IndexOfAnyExcept((byte)'0') < 0
            && value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
