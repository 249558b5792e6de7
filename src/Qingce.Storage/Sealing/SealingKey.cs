using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Qingce.Storage.Sealing;

/// <summary>A data key ready for use. Ciphers are made once a thread: setting up their key schedules costs more than sealing a row.</summary>
internal abstract class SealingKey(int id, SealingCipher cipher) : IDisposable
{
    public int Id => id;

    public SealingCipher Cipher => cipher;

    public static SealingKey Create(int id, SealingCipher cipher, byte[] key) => cipher switch
    {
        SealingCipher.Aes256Gcm => new AesKey(id, key),
        SealingCipher.Sm4Gcm => new Sm4Key(id, key),
        _ => throw new ArgumentOutOfRangeException(nameof(cipher), cipher, null),
    };

    /// <summary>Bytes of a key of the cipher.</summary>
    public static int LengthOf(SealingCipher cipher) => cipher == SealingCipher.Sm4Gcm ? 16 : 32;

    public abstract void Encrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> sealedBytes, Span<byte> tag, ReadOnlySpan<byte> subject);

    /// <exception cref="SealBrokenException">The tag does not fit.</exception>
    public abstract void Decrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> tag, Span<byte> plain, ReadOnlySpan<byte> subject);

    public abstract void Dispose();

    private sealed class AesKey(int id, byte[] key) : SealingKey(id, SealingCipher.Aes256Gcm)
    {
        private readonly ThreadLocal<AesGcm> _ciphers = new(() => new AesGcm(key, Envelope.TagLength), trackAllValues: true);

        public override void Encrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> sealedBytes, Span<byte> tag, ReadOnlySpan<byte> subject) =>
            _ciphers.Value!.Encrypt(nonce, plain, sealedBytes, tag, subject);

        public override void Decrypt(
            ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> tag, Span<byte> plain, ReadOnlySpan<byte> subject)
        {
            try
            {
                _ciphers.Value!.Decrypt(nonce, sealedBytes, tag, plain, subject);
            }
            catch (AuthenticationTagMismatchException error)
            {
                throw new SealBrokenException(error);
            }
        }

        public override void Dispose()
        {
            foreach (AesGcm cipher in _ciphers.Values)
            {
                cipher.Dispose();
            }

            _ciphers.Dispose();
        }
    }

    private sealed class Sm4Key(int id, byte[] key) : SealingKey(id, SealingCipher.Sm4Gcm)
    {
        private readonly ThreadLocal<GcmBlockCipher> _ciphers = new(() => new GcmBlockCipher(new SM4Engine()));

        public override void Encrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> sealedBytes, Span<byte> tag, ReadOnlySpan<byte> subject)
        {
            GcmBlockCipher cipher = Begin(true, nonce, subject);
            int room = plain.Length + Envelope.TagLength;
            Span<byte> output = room <= 1024 ? stackalloc byte[1024] : new byte[room];
            int written = cipher.ProcessBytes(plain, output);
            cipher.DoFinal(output[written..]);
            output[..plain.Length].CopyTo(sealedBytes);
            output.Slice(plain.Length, Envelope.TagLength).CopyTo(tag);
        }

        public override void Decrypt(
            ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> tag, Span<byte> plain, ReadOnlySpan<byte> subject)
        {
            GcmBlockCipher cipher = Begin(false, nonce, subject);
            int room = sealedBytes.Length + (2 * Envelope.TagLength);
            Span<byte> output = room <= 1024 ? stackalloc byte[1024] : new byte[room];
            int written = cipher.ProcessBytes(sealedBytes, output);
            written += cipher.ProcessBytes(tag, output[written..]);
            try
            {
                cipher.DoFinal(output[written..]);
            }
            catch (InvalidCipherTextException error)
            {
                throw new SealBrokenException(error);
            }

            output[..plain.Length].CopyTo(plain);
        }

        public override void Dispose() => _ciphers.Dispose();

        private GcmBlockCipher Begin(bool forEncryption, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> subject)
        {
            GcmBlockCipher cipher = _ciphers.Value!;
            cipher.Init(forEncryption, new AeadParameters(new KeyParameter(key), Envelope.TagLength * 8, nonce.ToArray(), subject.ToArray()));
            return cipher;
        }
    }
}
