using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Tests;

public sealed class SealingTests : IDisposable
{
    private const string Plain = "浙江省杭州市西湖区文三路1号";

    private readonly string _folder = Directory.CreateTempSubdirectory("qingce-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Envelopes lie in stores for years: whatever becomes of the code, these open.
    [Theory]
    [InlineData(SealingCipher.Aes256Gcm, "010110000000000102030405060708090a0b97859871794286978ecd2fec812f696891155530c179c3ea28c4c75bca52d6830f40054f76607696ff6e9d00097f2db902827e71e7bb8464")]
    [InlineData(SealingCipher.Sm4Gcm, "010210000000000102030405060708090a0bb34f21861003c26e6312c2f69ad30e356d73b07c9e24b8fc52daf00763550c40b7f219260272dfc8df5524404ae7e044669bb9992ac72fe9")]
    public void Envelope_OfVersionOne_IsAsItAlwaysWas(SealingCipher cipher, string golden)
    {
        byte[] key = [.. Enumerable.Range(1, cipher == SealingCipher.Sm4Gcm ? 16 : 32).Select(i => (byte)i)];
        byte[] nonce = [.. Enumerable.Range(0, 12).Select(i => (byte)i)];
        using SealingKey sealing = SealingKey.Create(16, cipher, key);
        byte[] envelope = new byte[Keyring.SealedLength(Encoding.UTF8.GetByteCount(Plain))];

        Keyring.SealWith(sealing, nonce, EnvelopePurpose.Registration, "R-1"u8, Encoding.UTF8.GetBytes(Plain), envelope);

        Assert.Equal(golden, Convert.ToHexStringLower(envelope));
        using Keyring ring = Ring(16, cipher, key);
        Assert.Equal(Plain, Encoding.UTF8.GetString(ring.Open(EnvelopePurpose.Registration, "R-1", envelope)));
    }

    [Fact]
    public void BlindIndex_OfAValue_IsTheBeginningOfItsHmac()
    {
        using Keyring ring = Ring(16, SealingCipher.Aes256Gcm, new byte[32]);

        long index = ring.BlindIndex(DataKeyUse.NumberIndex, "11010519491231002X"u8);

        Assert.Equal(BitConverter.ToInt64(HMACSHA256.HashData(IndexKey, "11010519491231002X"u8)), index);
    }

    [Theory]
    [InlineData(SealingCipher.Aes256Gcm)]
    [InlineData(SealingCipher.Sm4Gcm)]
    public void Envelope_ChangedOrMoved_DoesNotOpen(SealingCipher cipher)
    {
        using Keyring ring = Ring(16, cipher, RandomNumberGenerator.GetBytes(SealingKey.LengthOf(cipher)));

        Gen.Select(Gen.Byte.Array[0, 2000], Gen.Int[0, int.MaxValue], Gen.Int[0, 7]).Sample((plain, at, bit) =>
        {
            byte[] envelope = ring.Seal(EnvelopePurpose.Registration, "R-1", plain);
            Assert.Equal(plain, ring.Open(EnvelopePurpose.Registration, "R-1", envelope));
            Assert.Throws<SealBrokenException>(() => ring.Open(EnvelopePurpose.Registration, "R-2", envelope));
            Assert.Throws<SealBrokenException>(() => ring.Open(EnvelopePurpose.Photo, "R-1", envelope));
            envelope[at % envelope.Length] ^= (byte)(1 << bit);
            Assert.Throws<SealBrokenException>(() => ring.Open(EnvelopePurpose.Registration, "R-1", envelope));
        }, iter: 200);
    }

    [Fact]
    public void SealedFields_OfAnyTexts_ComeBack() => Gen.String.Array[0, 6].Sample(texts =>
    {
        byte[] buffer = new byte[SealedFields.Room(texts.Length, texts.Sum(text => 3 * text.Length))];
        int length = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            length += SealedFields.Write(buffer.AsSpan(length), (byte)i, Encoding.UTF8.GetBytes(texts[i]));
        }

        List<(int, string)> read = [];
        ReadOnlySpan<byte> rest = buffer.AsSpan(0, length);
        while (SealedFields.TryRead(ref rest, out byte field, out ReadOnlySpan<byte> text))
        {
            read.Add((field, Encoding.UTF8.GetString(text)));
        }

        Assert.Equal(texts.Select((text, i) => (i, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)))).Where(pair => pair.Item2.Length > 0), read);
    });

    [Fact]
    public void KeyFile_MadeAndRead_WrapsKeysThatItOpensAndOthersDoNot()
    {
        string path = Path.Combine(_folder, "keys", "keys.json");
        KeyFile made = KeyFile.Create(path, DateTimeOffset.UnixEpoch);
        byte[] dataKey = RandomNumberGenerator.GetBytes(32);
        DataKey stored = new() { KeyId = 16, WrappedBy = made.CurrentId, Wrapped = made.Wrap(dataKey, 16) };

        made.AddKey(DateTimeOffset.UnixEpoch);

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(dataKey, KeyFile.Read(path).Unwrap(stored));
        Assert.NotEqual(stored.WrappedBy, KeyFile.Read(path).CurrentId);
        KeyFile other = KeyFile.Create(Path.Combine(_folder, "other.json"), DateTimeOffset.UnixEpoch);
        Assert.Equal("key-file-wrong", Assert.Throws<StoreException>(() => other.Unwrap(stored)).Code);
        stored.Wrapped[5] ^= 1;
        Assert.Equal("data-key-damaged", Assert.Throws<StoreException>(() => made.Unwrap(stored)).Code);
    }

    [Theory]
    [InlineData("", "key-file-misshapen")]
    [InlineData("{}", "key-file-misshapen")]
    [InlineData("""{"version":1,"keys":[]}""", "key-file-misshapen")]
    [InlineData("""{"version":2,"keys":[{"id":"a","madeAt":"2025-01-01T00:00:00Z","key":"AAAA"}]}""", "key-file-misshapen")]
    [InlineData(null, "key-file-missing")]
    public void KeyFile_LostOrNone_SaysSo(string? content, string code)
    {
        string path = Path.Combine(_folder, "keys.json");
        if (content is not null)
        {
            File.WriteAllText(path, content);
        }

        StoreException error = Assert.Throws<StoreException>(() => KeyFile.Read(path));

        Assert.Equal(code, error.Code);
        Assert.Contains(path, error.Message);
        Assert.Contains(path, error.Chinese);
    }

    private static byte[] IndexKey => [.. Enumerable.Repeat((byte)7, 32)];

    private static Keyring Ring(int id, SealingCipher cipher, byte[] key)
    {
        Keyring ring = new();
        ring.Add(new DataKey { KeyId = 2, Use = DataKeyUse.NumberIndex, WrappedBy = "", Wrapped = [] }, IndexKey);
        ring.Add(new DataKey { KeyId = id, Use = DataKeyUse.Envelope, Cipher = cipher, WrappedBy = "", Wrapped = [] }, key);
        return ring;
    }
}
