namespace Qingce.Storage.Sealing;

/// <summary>A key that envelopes are made with, wrapped by a key of the operator's key file.</summary>
public sealed class DataKey
{
    /// <summary>Number that each envelope names.</summary>
    public int KeyId { get; init; }

    /// <summary>What it is for: envelopes, or one of the blind indexes.</summary>
    public DataKeyUse Use { get; init; }

    /// <summary>The cipher of its envelopes.</summary>
    public SealingCipher Cipher { get; init; }

    /// <summary>Identifier of the wrapping key in the key file.</summary>
    public required string WrappedBy { get; set; }

    /// <summary>The key, wrapped.</summary>
    public required byte[] Wrapped { get; set; }

    /// <summary>Instant when it was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Instant when no envelope was left under it, or null while it is in use.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}

/// <summary>What a data key is for. Numbers are permanent.</summary>
public enum DataKeyUse
{
    /// <summary>Envelopes of values.</summary>
    Envelope = 1,

    /// <summary>Blind index of citizen numbers.</summary>
    NumberIndex = 2,

    /// <summary>Blind index of phone numbers.</summary>
    PhoneIndex = 3,

    /// <summary>Blind index of addresses.</summary>
    AddressIndex = 4,

    /// <summary>Digests of rows as delivered.</summary>
    RowDigest = 5,

    /// <summary>Blind index of papers.</summary>
    PaperIndex = 6,
}

/// <summary>The authenticated cipher of an envelope. Numbers are permanent: they stand in every envelope.</summary>
public enum SealingCipher
{
    /// <summary>AES-256 in Galois/counter mode.</summary>
    Aes256Gcm = 1,

    /// <summary>SM4 (GB/T 32907) in Galois/counter mode.</summary>
    Sm4Gcm = 2,
}
