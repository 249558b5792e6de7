using System.Text;
using System.Text.Unicode;

namespace Qingce.Standards;

/// <summary>A surname and a given name.</summary>
/// <param name="Surname">The surname; empty for minority and Latin names.</param>
/// <param name="Given">The rest.</param>
public readonly record struct NameParts(string Surname, string Given);

/// <summary>
/// Names of persons: a normal form for comparing, the parts, and how far two names agree. The normal form is never to be
/// shown or stored in place of the name.
/// </summary>
public static partial class PersonName
{
    internal const int LongestText = 256;

    /// <summary>
    /// The normal form: no surrounding space, no space inside a Chinese name, one kind of middle dot (U+00B7), half-width
    /// capitals, simplified standard characters. Idempotent.
    /// </summary>
    public static string Normalize(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<char> buffer = stackalloc char[2 * NameText.Longest];
        return new string(buffer[..Normalize(name, buffer)]);
    }

    /// <summary>Writes the normal form of UTF-16; 192 characters always suffice, since names are cut at 96 code points.</summary>
    /// <returns>Characters written, or -1 when <paramref name="destination"/> is too short.</returns>
    public static int Normalize(ReadOnlySpan<char> name, Span<char> destination)
    {
        Span<int> codes = stackalloc int[NameText.Longest];
        codes = codes[..NameText.Tidy(name, codes)];
        NameText.Simplify(codes);
        return NameText.Write(codes, destination);
    }

    /// <summary>As <see cref="Normalize(ReadOnlySpan{char}, Span{char})"/>, from UTF-8.</summary>
    public static int Normalize(ReadOnlySpan<byte> name, Span<char> destination)
    {
        Span<char> text = stackalloc char[LongestText];
        return Normalize(text[..Decode(name, text)], destination);
    }

    /// <summary>
    /// Writes the name with its characters folded (<see cref="Variants.Fold(Rune)"/>) and without middle dots, for searching. The beginning of a name
    /// becomes the beginning of what the name becomes. 192 characters always suffice.
    /// </summary>
    /// <returns>Characters written, or -1 when <paramref name="destination"/> is too short.</returns>
    public static int WriteFolded(ReadOnlySpan<char> name, Span<char> destination)
    {
        Span<int> codes = stackalloc int[NameText.Longest];
        codes = codes[..NameText.Tidy(name, codes)];
        var count = 0;
        foreach (var code in codes)
        {
            if (code is not (NameText.Dot or ' '))
            {
                codes[count++] = code >= 0x2E80 ? Variants.Fold(code) : code;
            }
        }

        return NameText.Write(codes[..count], destination);
    }

    /// <summary>
    /// A hash of the name, equal for names that agree as <see cref="NameAgreement.Variant"/> or better, but for minority names
    /// written with other characters of the same sound. 0 for an empty name. Stable between runs and machines.
    /// </summary>
    public static ulong Key(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[LongestText];
        return Key(text[..Decode(name, text)]);
    }

    /// <summary>As <see cref="Key(ReadOnlySpan{byte})"/>, from UTF-16.</summary>
    public static ulong Key(ReadOnlySpan<char> name)
    {
        Span<int> codes = stackalloc int[NameText.Longest];
        codes = Folded(codes[..NameText.Tidy(name, codes)]);
        if (codes.IsEmpty)
        {
            return 0;
        }

        var hash = 14695981039346656037UL;
        unchecked
        {
            foreach (var code in codes)
            {
                hash = (hash ^ (uint)code) * 1099511628211UL;
                hash ^= hash >> 29;
            }
        }

        return hash == 0 ? 1 : hash;
    }

    /// <summary>True for a name of several parts with middle dots between, as transliterated names of minorities have.</summary>
    /// <param name="normal">A name, best in normal form.</param>
    public static bool IsMinorityForm(ReadOnlySpan<char> normal)
    {
        Span<int> codes = stackalloc int[NameText.Longest];
        codes = codes[..NameText.Tidy(normal, codes)];
        return codes.Contains(NameText.Dot) && NameText.IsHan(codes[0]);
    }

    /// <summary>The parts of a name, which need not be in normal form.</summary>
    public static NameParts Split(string name)
    {
        var normal = Normalize(name);
        var length = SurnameLength(normal);
        return new(normal[..length], normal[length..]);
    }

    /// <summary>
    /// How many UTF-16 units of a name in normal form are the surname: two characters for compound surnames when more follows,
    /// else one; 0 for minority names, Latin names and empty ones.
    /// </summary>
    public static int SurnameLength(ReadOnlySpan<char> normal)
    {
        if (normal.IsEmpty || Rune.DecodeFromUtf16(normal, out var first, out var length) != System.Buffers.OperationStatus.Done
            || !Han.Is(first) || normal.Contains((char)NameText.Dot))
        {
            return 0;
        }

        return length == 1 && normal.Length > 2 && CompoundSurnames.Contains(normal[..2]) ? 2 : length;
    }

    /// <summary>True for a character with which a surname of two characters begins, such as 欧; other names have a surname of one.</summary>
    public static bool MayBeginCompound(char first) => CompoundSurnames.MayBegin(first);

    internal static int Decode(ReadOnlySpan<byte> name, Span<char> destination)
    {
        // A longer text is no name; its beginning is compared. Bytes that are no UTF-8 become U+FFFD, a lost character.
        Utf8.ToUtf16(name, destination, out _, out var written);
        return written;
    }
}
