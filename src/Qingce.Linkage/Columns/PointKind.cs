using System.Buffers.Text;
using System.Globalization;

namespace Qingce.Linkage;

/// <summary>A place on Earth, <c>latitude,longitude</c> in degrees, kept to five decimals (about a metre). What is no such place is missing.</summary>
internal sealed class PointKind : ColumnKind
{
    private const int Decimals = 5;

    public override string Name => "point";

    public override bool MayHaveDefaults => false;

    public override int MostBytes(int length) => Math.Max(32, length);

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        value = Cleaning.Trim(value).Trim("()[]"u8);
        var comma = value.IndexOfAny(",;"u8);
        comma = comma < 0 ? value.IndexOf((byte)' ') : comma;
        if (comma < 0 || !TryRead(value[..comma], 90, out var latitude) || !TryRead(value[(comma + 1)..], 180, out var longitude))
        {
            return 0;
        }

        latitude.TryFormat(cleaned, out var length, "R", CultureInfo.InvariantCulture);
        cleaned[length++] = (byte)',';
        longitude.TryFormat(cleaned[length..], out var more, "R", CultureInfo.InvariantCulture);
        return length + more;
    }

    private static bool TryRead(ReadOnlySpan<byte> text, double most, out double degrees)
    {
        text = text.Trim((byte)' ');
        var read = Utf8Parser.TryParse(text, out degrees, out var used) && used == text.Length && Math.Abs(degrees) <= most;
        degrees = Math.Round(degrees, Decimals) + 0.0;
        return read;
    }
}
