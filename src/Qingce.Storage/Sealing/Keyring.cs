using System.Security.Cryptography;
using System.Text;

namespace Qingce.Storage.Sealing;

/// <summary>
/// The opened keys of a store: seals and opens envelopes, and makes the keyed hashes by which sealed values are found. Safe for several threads;
/// allocates nothing but what it returns.
/// </summary>
public sealed class Keyring : IDisposable
{
    private const int LongestSubject = 512;
    private const int NoncesAtOnce = 256;

    [ThreadStatic]
    private static byte[]? nonces;

    [ThreadStatic]
    private static int nextNonce;

    private readonly Lock _adding = new();
    private volatile Dictionary<int, SealingKey> _keys = [];
    private volatile SealingKey? _current;

    // Made once a thread, as the ciphers are: setting a key up costs more than hashing a value.
    private readonly ThreadLocal<IncrementalHash>?[] _indexKeys = new ThreadLocal<IncrementalHash>?[(int)DataKeyUse.PaperIndex + 1];

    internal Keyring()
    {
    }

    /// <summary>Takes in the keys that the store has by now.</summary>
    internal Action? Reload { get; set; }

    /// <summary>Number of the data key that seals from now on.</summary>
    public int CurrentKey => _current!.Id;

    /// <summary>Length of the envelope of so many bytes.</summary>
    /// <param name="plainLength">Bytes to seal.</param>
    public static int SealedLength(int plainLength) => plainLength + Envelope.Overhead;

    /// <summary>Number of the data key an envelope was made with.</summary>
    /// <param name="envelope">An envelope.</param>
    /// <exception cref="SealBrokenException">It is none.</exception>
    public static int KeyOf(ReadOnlySpan<byte> envelope) => Envelope.KeyOf(envelope);

    /// <summary>Seals bytes.</summary>
    /// <param name="purpose">What they are.</param>
    /// <param name="subject">What they belong to, UTF-8, at most 500 bytes count.</param>
    /// <param name="plain">The bytes.</param>
    /// <returns>The envelope.</returns>
    public byte[] Seal(EnvelopePurpose purpose, ReadOnlySpan<byte> subject, ReadOnlySpan<byte> plain)
    {
        byte[] envelope = new byte[SealedLength(plain.Length)];
        Seal(purpose, subject, plain, envelope);
        return envelope;
    }

    /// <inheritdoc cref="Seal(EnvelopePurpose, ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    public byte[] Seal(EnvelopePurpose purpose, string subject, ReadOnlySpan<byte> plain) => Seal(purpose, Encoding.UTF8.GetBytes(subject), plain);

    /// <summary>Seals bytes into a buffer.</summary>
    /// <param name="purpose">What they are.</param>
    /// <param name="subject">What they belong to, UTF-8.</param>
    /// <param name="plain">The bytes.</param>
    /// <param name="envelope">Exactly <see cref="SealedLength"/> bytes.</param>
    public void Seal(EnvelopePurpose purpose, ReadOnlySpan<byte> subject, ReadOnlySpan<byte> plain, Span<byte> envelope)
    {
        Span<byte> nonce = stackalloc byte[Envelope.NonceLength];
        TakeNonce(nonce);
        SealWith(_current!, nonce, purpose, subject, plain, envelope);
    }

    /// <summary>Opens an envelope into a buffer.</summary>
    /// <param name="purpose">What is in it.</param>
    /// <param name="subject">What it belongs to, UTF-8.</param>
    /// <param name="envelope">The envelope.</param>
    /// <param name="plain">At least as long as the envelope less its overhead.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="SealBrokenException">It does not open.</exception>
    public int Open(EnvelopePurpose purpose, ReadOnlySpan<byte> subject, ReadOnlySpan<byte> envelope, Span<byte> plain)
    {
        SealingKey key = KeyFor(envelope);

        Span<byte> authenticated = stackalloc byte[LongestSubject];
        int length = envelope.Length - Envelope.Overhead;
        key.Decrypt(
            envelope.Slice(6, Envelope.NonceLength), envelope.Slice(Envelope.HeadLength, length), envelope[^Envelope.TagLength..], plain[..length],
            authenticated[..Authenticate(purpose, subject, authenticated)]);
        return length;
    }

    /// <summary>Opens an envelope.</summary>
    /// <inheritdoc cref="Open(EnvelopePurpose, ReadOnlySpan{byte}, ReadOnlySpan{byte}, Span{byte})"/>
    public byte[] Open(EnvelopePurpose purpose, string subject, ReadOnlySpan<byte> envelope)
    {
        byte[] plain = new byte[Math.Max(0, envelope.Length - Envelope.Overhead)];
        Open(purpose, Encoding.UTF8.GetBytes(subject), envelope, plain);
        return plain;
    }

    /// <summary>Opens an envelope and seals its content with the current key.</summary>
    /// <returns>The new envelope, or null when it is under the current key already.</returns>
    /// <exception cref="SealBrokenException">It does not open.</exception>
    internal byte[]? Reseal(EnvelopePurpose purpose, string subject, ReadOnlySpan<byte> envelope) =>
        Envelope.KeyOf(envelope) == CurrentKey ? null : Seal(purpose, subject, Open(purpose, subject, envelope));

    /// <summary>A keyed hash of 64 bits: HMAC-SHA-256, its first eight bytes.</summary>
    /// <param name="use">Which of the index keys.</param>
    /// <param name="value">The value in its canonical form.</param>
    public long BlindIndex(DataKeyUse use, ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        IncrementalHash keyed = _indexKeys[(int)use]!.Value!;
        keyed.AppendData(value);
        keyed.GetHashAndReset(hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SealingKey key in _keys.Values)
        {
            key.Dispose();
        }

        foreach (ThreadLocal<IncrementalHash> key in _indexKeys.OfType<ThreadLocal<IncrementalHash>>())
        {
            foreach (IncrementalHash keyed in key.Values)
            {
                keyed.Dispose();
            }

            key.Dispose();
        }
    }

    internal bool Knows(int keyId) => _keys.ContainsKey(keyId) || keyId <= (int)DataKeyUse.PaperIndex && _indexKeys[keyId] is not null;

    /// <summary>Takes a key in; the envelope key with the highest number seals from now on.</summary>
    internal void Add(DataKey key, byte[] opened)
    {
        lock (_adding)
        {
            if (key.Use != DataKeyUse.Envelope)
            {
                _indexKeys[(int)key.Use] ??= new ThreadLocal<IncrementalHash>(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, opened), trackAllValues: true);
                return;
            }

            if (!_keys.ContainsKey(key.KeyId))
            {
                _keys = new Dictionary<int, SealingKey>(_keys) { [key.KeyId] = SealingKey.Create(key.KeyId, key.Cipher, opened) };
                _current = _keys[_keys.Keys.Max()];
            }
        }
    }

    internal static void SealWith(
        SealingKey key, ReadOnlySpan<byte> nonce, EnvelopePurpose purpose, ReadOnlySpan<byte> subject, ReadOnlySpan<byte> plain, Span<byte> envelope)
    {
        Span<byte> authenticated = stackalloc byte[LongestSubject];
        Envelope.WriteHead(envelope, key.Cipher, key.Id, nonce);
        key.Encrypt(
            nonce, plain, envelope.Slice(Envelope.HeadLength, plain.Length), envelope[^Envelope.TagLength..], authenticated[..Authenticate(purpose, subject, authenticated)]);
    }

    // Another process may have begun a rotation: its new key is in the store by the time an envelope names it.
    private SealingKey KeyFor(ReadOnlySpan<byte> envelope)
    {
        int id = Envelope.KeyOf(envelope);
        if (!_keys.TryGetValue(id, out SealingKey? key))
        {
            Reload?.Invoke();
            _keys.TryGetValue(id, out key);
        }

        return key is not null && (byte)key.Cipher == envelope[1] ? key : throw new SealBrokenException();
    }

    private static int Authenticate(EnvelopePurpose purpose, ReadOnlySpan<byte> subject, Span<byte> destination)
    {
        destination[0] = (byte)purpose;
        subject = subject[..Math.Min(subject.Length, LongestSubject - 1)];
        subject.CopyTo(destination[1..]);
        return 1 + subject.Length;
    }

    // Random nonces, many at a time: asking the generator for each would cost a third of sealing a row.
    private static void TakeNonce(Span<byte> nonce)
    {
        byte[] block = nonces ??= new byte[NoncesAtOnce * Envelope.NonceLength];
        int next = nextNonce;
        if (next == 0)
        {
            RandomNumberGenerator.Fill(block);
        }

        block.AsSpan(next * Envelope.NonceLength, Envelope.NonceLength).CopyTo(nonce);
        nextNonce = (next + 1) % NoncesAtOnce;
    }
}
