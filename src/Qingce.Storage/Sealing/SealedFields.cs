namespace Qingce.Storage.Sealing;

/// <summary>
/// Numbered texts as they lie in an envelope: number (1 byte), length in UTF-8 (7 bits a byte, lowest first, the highest bit saying that more follow),
/// the text; one behind the other, missing ones left out.
/// </summary>
internal static class SealedFields
{
    private const int LongestHead = 6;

    /// <summary>Bytes that so many texts of so many bytes may need.</summary>
    public static int Room(int texts, int bytes) => (texts * LongestHead) + bytes;

    /// <summary>Writes a text, unless it is empty.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> destination, byte field, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        destination[0] = field;
        int at = 1;
        for (uint rest = (uint)text.Length; ; rest >>= 7)
        {
            destination[at++] = (byte)(rest < 0x80 ? rest : rest & 0x7F | 0x80);
            if (rest < 0x80)
            {
                break;
            }
        }

        text.CopyTo(destination[at..]);
        return at + text.Length;
    }

    /// <summary>Reads the next text and moves on.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="SealBrokenException">It is of another form.</exception>
    public static bool TryRead(ref ReadOnlySpan<byte> from, out byte field, out ReadOnlySpan<byte> text)
    {
        field = 0;
        text = default;
        if (from.IsEmpty)
        {
            return false;
        }

        field = from[0];
        uint length = 0;
        int at = 1;
        for (int shift = 0; ; shift += 7, at++)
        {
            if (at >= from.Length || shift > 28)
            {
                throw new SealBrokenException();
            }

            length |= (uint)(from[at] & 0x7F) << shift;
            if (from[at] < 0x80)
            {
                at++;
                break;
            }
        }

        if (length > from.Length - at)
        {
            throw new SealBrokenException();
        }

        text = from.Slice(at, (int)length);
        from = from[(at + (int)length)..];
        return true;
    }
}
