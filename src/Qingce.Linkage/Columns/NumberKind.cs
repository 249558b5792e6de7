using System.Buffers.Text;
using System.Globalization;

namespace Qingce.Linkage;

/// <summary>
/// A quantity: an optional minus and decimal digits with a point, without leading or trailing zeros. A comma before three digits parts
/// thousands, any other is the decimal point. What is no number is missing.
/// </summary>
internal sealed class NumberKind : ColumnKind
{
    public override string Name => "number";

    public override bool MayHaveDefaults => false;

    public override int MostBytes(int length) => Math.Max(32, length);

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        value = Cleaning.Trim(value);
        Span<byte> room = value.Length <= 64 ? stackalloc byte[64] : new byte[value.Length];
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == ',')
            {
                if (IsThousands(value[(i + 1)..]))
                {
                    continue;
                }

                room[length++] = (byte)'.';
            }
            else if (value[i] is not ((byte)' ' or (byte)'\''))
            {
                room[length++] = value[i];
            }
        }

        if (!Utf8Parser.TryParse(room[..length], out double number, out var used) || used != length || !double.IsFinite(number))
        {
            return 0;
        }

        return (number == 0 ? 0 : number).TryFormat(cleaned, out var written, "R", CultureInfo.InvariantCulture) ? written : 0;
    }

    private static bool IsThousands(ReadOnlySpan<byte> rest)
    {
        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits is 3 or -1 && (digits == 3 || rest.Length == 3);
    }
}
