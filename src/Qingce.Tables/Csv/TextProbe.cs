using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Unicode;

namespace Qingce.Tables;

/// <summary>Finds the encoding and layout of a text file by looking at its bytes.</summary>
internal static class TextProbe
{
    private const int ProbeBytes = 1 << 20;

    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), TextEncoding> Found = new();

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    /// <summary>Length of the byte-order mark of an encoding at the start of a file; 0 without one.</summary>
    public static int MarkLength(ReadOnlySpan<byte> head, TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => head.StartsWith("\uFEFF"u8) ? 3 : 0,
        TextEncoding.Utf16LittleEndian => head is [0xFF, 0xFE, ..] ? 2 : 0,
        TextEncoding.Utf16BigEndian => head is [0xFE, 0xFF, ..] ? 2 : 0,
        TextEncoding.Gb18030 => head is [0x84, 0x31, 0x95, 0x33, ..] ? 4 : 0,
        _ => 0,
    };

    /// <summary>
    /// The encoding: by a byte-order mark; else whichever of UTF-8 and GB 18030 understands the first bytes outside ASCII better. A
    /// file may hold some damaged bytes and keep its encoding; one that neither understands has none.
    /// </summary>
    public static TextEncoding FindEncoding(string path, FileStream stream)
    {
        // A file that begins with a megabyte of ASCII may have to be read to its end, and a table is opened several times.
        (string, long, DateTime) file = (Path.GetFullPath(path), stream.Length, File.GetLastWriteTimeUtc(path));
        if (stream.Length <= ProbeBytes)
        {
            return FindByReading(path, stream);
        }

        return Found.TryGetValue(file, out TextEncoding known) ? known : Found[file] = FindByReading(path, stream);
    }

    private static TextEncoding FindByReading(string path, FileStream stream)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(ProbeBytes);
        byte[] utf8 = ArrayPool<byte>.Shared.Rent((int)Gb18030.MaxUtf8Length(ProbeBytes));
        try
        {
            bool first = true;
            while (true)
            {
                int length = stream.ReadAtLeast(bytes.AsSpan(0, ProbeBytes), ProbeBytes, throwOnEndOfStream: false);
                ReadOnlySpan<byte> probe = bytes.AsSpan(0, length);
                if (first)
                {
                    foreach (TextEncoding marked in Enum.GetValues<TextEncoding>())
                    {
                        if (MarkLength(probe, marked) > 0)
                        {
                            return marked;
                        }
                    }

                    NotText.Check(path, probe);
                    first = false;
                }

                if (!Ascii.IsValid(probe))
                {
                    // Nothing that is UTF-8 throughout needs to be tried as anything else.
                    if (Utf8.IsValid(WholeCharacters(probe)))
                    {
                        return TextEncoding.Utf8;
                    }

                    (int understood8, int invalid8) = CountUtf8(probe);
                    (_, int understoodGb, int invalidGb) = Gb18030.Decode(probe, utf8);
                    if (Math.Min(10 * invalid8 - understood8, 10 * invalidGb - understoodGb) > 20)
                    {
                        throw new TableFormatException(TableFault.WrongEncoding, path, "", null, "UTF-8, GB 18030, UTF-16");
                    }

                    // Most GB text is no UTF-8, while most UTF-8 text is GB 18030 by chance: so UTF-8 is asked first.
                    if (invalid8 * 50L <= understood8 || invalid8 < invalidGb)
                    {
                        return TextEncoding.Utf8;
                    }

                    return Big5.IsLikelier(probe) ? throw new TableFormatException(TableFault.Big5, path) : TextEncoding.Gb18030;
                }

                if (length < ProbeBytes)
                {
                    return TextEncoding.Utf8;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    /// <summary>LF, unless there is CR and no LF.</summary>
    public static byte FindLineEnd(ReadOnlySpan<byte> text) =>
        text.IndexOfAny(LineEnds) is int at and >= 0 && text[at] == '\r' && !text.Contains((byte)'\n') ? (byte)'\r' : (byte)'\n';

    /// <summary>The most frequent of the delimiters on the first line that is not blank, outside quotes; comma where there is none.</summary>
    public static byte FindDelimiter(ReadOnlySpan<byte> text, TextEncoding encoding)
    {
        // In GB 18030 the byte of | may be the second of a character.
        ReadOnlySpan<byte> candidates = encoding == TextEncoding.Gb18030 ? ",;\t"u8 : ",;\t|"u8;
        Span<int> counts = stackalloc int[candidates.Length];
        bool quoted = false;
        foreach (byte b in text)
        {
            if (b == CsvDialect.Quote)
            {
                quoted = !quoted;
            }
            else if (!quoted && b is (byte)'\r' or (byte)'\n')
            {
                if (counts.ContainsAnyExcept(0))
                {
                    break;
                }
            }
            else if (!quoted && candidates.IndexOf(b) is int which and >= 0)
            {
                counts[which]++;
            }
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return candidates[best];
    }

    // The last character of a probe may be cut: it has up to three bytes, which begin with that which is no continuation.
    private static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> probe)
    {
        for (int i = 1; i <= Math.Min(3, probe.Length); i++)
        {
            if ((probe[^i] & 0xC0) != 0x80)
            {
                return Rune.DecodeFromUtf8(probe[^i..], out _, out _) == OperationStatus.NeedMoreData ? probe[..^i] : probe;
            }
        }

        return probe;
    }

    private static (int Understood, int Invalid) CountUtf8(ReadOnlySpan<byte> bytes)
    {
        int understood = 0;
        int invalid = 0;
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is int at and >= 0)
        {
            bytes = bytes[at..];
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int consumed);
            if (status == OperationStatus.NeedMoreData)
            {
                break;
            }

            _ = status == OperationStatus.Done ? understood++ : invalid++;
            bytes = bytes[consumed..];
        }

        return (understood, invalid);
    }
}
