using System.Buffers.Binary;

namespace Qingce.Storage.Sealing;

/// <summary>
/// The form of an envelope, version 1: version (1 byte), cipher (1), number of the data key (4, little-endian), nonce (12), the sealed bytes, tag (16).
/// What it belongs to is not in it but authenticated with it: an envelope moved to another registration or column does not open.
/// </summary>
internal static class Envelope
{
    public const byte Version = 1;

    public const int NonceLength = 12;

    public const int TagLength = 16;

    public const int HeadLength = 6 + NonceLength;

    /// <summary>Bytes an envelope is longer than what is in it.</summary>
    public const int Overhead = HeadLength + TagLength;

    public static void WriteHead(Span<byte> envelope, SealingCipher cipher, int keyId, ReadOnlySpan<byte> nonce)
    {
        envelope[0] = Version;
        envelope[1] = (byte)cipher;
        BinaryPrimitives.WriteInt32LittleEndian(envelope[2..], keyId);
        nonce.CopyTo(envelope[6..]);
    }

    /// <summary>The data key an envelope was made with.</summary>
    /// <exception cref="SealBrokenException">It is no envelope of a version known here.</exception>
    public static int KeyOf(ReadOnlySpan<byte> envelope) =>
        envelope.Length >= Overhead && envelope[0] == Version ? BinaryPrimitives.ReadInt32LittleEndian(envelope[2..]) : throw new SealBrokenException();
}
