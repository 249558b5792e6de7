using System.Text;
using System.Text.Unicode;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Codes;
using Qingce.Standards;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Searching;

/// <summary>What values are found by: the same for a row that is stored and for what somebody looks for. Allocates nothing.</summary>
public static class SearchKeys
{
    /// <summary>Bytes that always suffice for a name's key.</summary>
    public const int NameRoom = 600;

    /// <summary>Bytes that always suffice for a reading.</summary>
    public const int PinyinRoom = 256;

    private const int LongestText = 256;
    private const byte NoReading = (byte)'~';

    /// <summary>Blind index of a citizen number: 15 digits as the 18 they stand for; what is no number as it is written. Null for nothing.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="text">The number, UTF-8.</param>
    public static long? OfNumber(Keyring keys, ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t"u8);
        if (text.IsEmpty)
        {
            return null;
        }

        Span<byte> canonical = stackalloc byte[CitizenNumber.Length];
        return CitizenNumber.Read(text) is { HasNumber: true } reading && reading.Number.TryFormat(canonical, out int length)
            ? keys.BlindIndex(DataKeyUse.NumberIndex, canonical[..length])
            : keys.BlindIndex(DataKeyUse.NumberIndex, text);
    }

    /// <summary>Blind index of a phone number whatever its separators and country code. Null for nothing.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="text">The number, UTF-8.</param>
    public static long? OfPhone(Keyring keys, ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t"u8);
        if (text.IsEmpty)
        {
            return null;
        }

        Span<byte> canonical = stackalloc byte[sizeof(long)];
        if (PhoneNumber.Read(text).Number is { IsNone: false } number)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(canonical, number.Packed);
            return keys.BlindIndex(DataKeyUse.PhoneIndex, canonical);
        }

        return keys.BlindIndex(DataKeyUse.PhoneIndex, text);
    }

    /// <summary>Blind index of the house of an address: street and number, or estate, or village, group and number. Null where it names none.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="address">The address as read.</param>
    public static long? OfAddress(Keyring keys, in Address address)
    {
        if (address.HouseKey.IsNone)
        {
            return null;
        }

        Span<byte> canonical = stackalloc byte[sizeof(ulong)];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(canonical, address.HouseKey.Value);
        return keys.BlindIndex(DataKeyUse.AddressIndex, canonical);
    }

    /// <summary>Blind index of a paper of a settlement, whatever the letter case and spaces of its number. Null for another paper, and for nothing.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="kind">The kind of paper.</param>
    /// <param name="number">Its number, UTF-8.</param>
    public static long? OfPaper(Keyring keys, DocumentKind kind, ReadOnlySpan<byte> number)
    {
        if (SettlementPapers.CategoryOf(kind) == 0)
        {
            return null;
        }

        Span<byte> canonical = stackalloc byte[1 + SettlementPapers.NumberRoom];
        canonical[0] = (byte)SettlementPapers.CategoryOf(kind);
        int length = SettlementPapers.WriteNumber(number, canonical[1..]);
        return length == 0 ? null : keys.BlindIndex(DataKeyUse.PaperIndex, canonical[..(1 + length)]);
    }

    /// <summary>Writes the key of a name, and of its reading.</summary>
    /// <param name="name">The name as written, UTF-8.</param>
    /// <param name="key">At least <see cref="NameRoom"/> bytes.</param>
    /// <param name="pinyin">At least <see cref="PinyinRoom"/> bytes.</param>
    /// <returns>Bytes written to each.</returns>
    public static (int Key, int Pinyin) OfName(ReadOnlySpan<byte> name, Span<byte> key, Span<byte> pinyin)
    {
        Span<char> text = stackalloc char[LongestText];
        Utf8.ToUtf16(name, text, out _, out int length);
        Span<char> folded = stackalloc char[LongestText];
        folded = folded[..PersonName.WriteFolded(text[..length], folded)];
        int reading = Pinyin.WriteKey(folded, pinyin);
        if (reading == 0 && !folded.IsEmpty)
        {
            // No character of it has a reading: something has to stand there for the name to be found along the readings.
            pinyin[reading++] = NoReading;
        }

        return (Encoding.UTF8.GetBytes(folded, key), reading);
    }

    /// <summary>The partition of a division: its first four digits where they are those of a province's city or county group, else 0.</summary>
    /// <param name="division">6 to 12 digits, UTF-8.</param>
    public static int AreaOf(ReadOnlySpan<byte> division) =>
        DivisionCode.Read(division).Code is { IsNone: false } code && DivisionCode.IsProvince(code.Province) ? code.City : 0;
}
