using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Qingce.Storage.Sealing;

/// <summary>
/// The operator's keys, outside the store: they wrap the data keys in it. Whoever has the store without this file has nothing; whoever loses the file
/// loses what is sealed. Rotating adds a key and keeps the older ones, so that a backup of the store still opens.
/// </summary>
internal sealed class KeyFile
{
    private const int FormatVersion = 1;
    private const int KeyLength = 32;

    private readonly List<Entry> _entries;

    private KeyFile(string path, List<Entry> entries)
    {
        Path = path;
        _entries = entries;
    }

    public string Path { get; }

    /// <summary>Identifier of the key that wraps from now on: the newest.</summary>
    public string CurrentId => _entries[^1].Id;

    /// <summary>Reads the file.</summary>
    /// <exception cref="StoreException">It is not there, may not be read, or is no key file.</exception>
    public static KeyFile Read(string path)
    {
        try
        {
            Content content = JsonSerializer.Deserialize(File.ReadAllBytes(path), KeyFileJson.Default.Content)!;
            return content is { Version: FormatVersion, Keys.Count: > 0 } && content.Keys.TrueForAll(entry => entry.Key.Length == KeyLength && entry.Id.Length > 0)
                ? new KeyFile(path, content.Keys)
                : throw Misshapen(path, null);
        }
        catch (Exception error) when (error is JsonException or NullReferenceException)
        {
            throw Misshapen(path, error);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreException(
                "key-file-missing",
                $"{path}: the key file is not there, and without it this store cannot be read. Put back the copy that was kept apart from the store, at this very place. Nothing was changed.",
                $"{path}：密钥文件不存在，没有它就无法读取本库。请把另行保管的副本放回此处；未作任何改动。",
                error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                "key-file-unreadable", $"{path}: the key file cannot be read: {error.Message} Check its permissions.", $"{path}：无法读取密钥文件：{error.Message} 请检查权限。", error);
        }
    }

    /// <summary>Makes a file with one key that only its owner may read. Never replaces one.</summary>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public static KeyFile Create(string path, DateTimeOffset now)
    {
        KeyFile file = new(path, []);
        file.AddKey(now);
        return file;
    }

    /// <summary>Adds a key, which wraps from now on, and writes the file anew.</summary>
    public void AddKey(DateTimeOffset now)
    {
        byte[] key = RandomNumberGenerator.GetBytes(KeyLength);
        _entries.Add(new Entry(Convert.ToHexStringLower(SHA256.HashData(key))[..16], now, key));
        try
        {
            string folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
            string next = Path + ".new";
            FileStreamOptions creation = new() { Mode = FileMode.Create, Access = FileAccess.Write };
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (FileStream stream = new(next, creation))
            {
                JsonSerializer.Serialize(stream, new Content(FormatVersion, _entries), KeyFileJson.Default.Content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(next, Path, overwrite: _entries.Count > 1);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                "key-file-unwritable",
                $"{Path}: the key file cannot be written: {error.Message} Check the folder's permissions.",
                $"{Path}：无法写入密钥文件：{error.Message} 请检查文件夹权限。",
                error);
        }
    }

    /// <summary>Wraps a data key: format version, nonce, sealed key, tag.</summary>
    public byte[] Wrap(ReadOnlySpan<byte> dataKey, int keyId)
    {
        byte[] wrapped = new byte[1 + Envelope.NonceLength + dataKey.Length + Envelope.TagLength];
        wrapped[0] = FormatVersion;
        Span<byte> nonce = wrapped.AsSpan(1, Envelope.NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm cipher = new(_entries[^1].Key, Envelope.TagLength);
        cipher.Encrypt(nonce, dataKey, wrapped.AsSpan(1 + Envelope.NonceLength, dataKey.Length), wrapped.AsSpan(wrapped.Length - Envelope.TagLength), Subject(keyId));
        return wrapped;
    }

    /// <summary>Whether the key that wrapped a data key is in the file.</summary>
    public bool Opens(DataKey key) => _entries.Exists(entry => entry.Id == key.WrappedBy);

    /// <summary>Opens a wrapped data key.</summary>
    /// <exception cref="StoreException">The file has not the key that wrapped it, or the wrapped key is damaged.</exception>
    public byte[] Unwrap(DataKey key)
    {
        Entry entry = _entries.Find(entry => entry.Id == key.WrappedBy) ?? throw new StoreException(
            "key-file-wrong",
            $"{Path}: the key file belongs to another store: key {key.WrappedBy} is not in it. Put back the file that belongs to this store; nothing was changed.",
            $"{Path}：密钥文件不属于本库，其中没有密钥 {key.WrappedBy}。请放回本库的密钥文件；未作任何改动。");
        try
        {
            ReadOnlySpan<byte> wrapped = key.Wrapped;
            byte[] dataKey = new byte[Math.Max(0, wrapped.Length - 1 - Envelope.NonceLength - Envelope.TagLength)];
            using AesGcm cipher = new(entry.Key, Envelope.TagLength);
            cipher.Decrypt(wrapped.Slice(1, Envelope.NonceLength), wrapped[(1 + Envelope.NonceLength)..^Envelope.TagLength], wrapped[^Envelope.TagLength..], dataKey, Subject(key.KeyId));
            return dataKey;
        }
        catch (Exception error) when (error is AuthenticationTagMismatchException or ArgumentException)
        {
            throw new StoreException(
                "data-key-damaged",
                $"data_keys {key.KeyId}: the wrapped key is damaged. Restore the table data_keys from a backup; nothing was changed.",
                $"data_keys {key.KeyId}：数据密钥已损坏，请从备份恢复 data_keys 表；未作任何改动。",
                error);
        }
    }

    private static byte[] Subject(int keyId) => [.. "qingce data key "u8, .. BitConverter.GetBytes(keyId)];

    private static StoreException Misshapen(string path, Exception? cause) => new(
        "key-file-misshapen",
        $"{path}: this is no key file of Qingce. Put back the file that belongs to this store; nothing was changed.",
        $"{path}：这不是 Qingce 的密钥文件。请放回本库的密钥文件；未作任何改动。",
        cause);

    /// <param name="Id">First 16 hexadecimal digits of the key's SHA-256.</param>
    /// <param name="MadeAt">Instant when it was made.</param>
    /// <param name="Key">256 bits.</param>
    internal sealed record Entry(string Id, DateTimeOffset MadeAt, byte[] Key);

    internal sealed record Content(int Version, List<Entry> Keys);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(KeyFile.Content))]
internal sealed partial class KeyFileJson : JsonSerializerContext;
