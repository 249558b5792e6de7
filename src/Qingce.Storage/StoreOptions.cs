using Qingce.Storage.Sealing;

namespace Qingce.Storage;

/// <summary>Which store, and where its keys are.</summary>
public sealed record StoreOptions
{
    /// <summary>The folder of the installation: the embedded store and the key file lie in it. Made when it is not there.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Connection string of a PostgreSQL database (15 or later); null for the embedded store, DataFolder/register.db.</summary>
    public string? Database { get; init; }

    /// <summary>The operator's key file; null for DataFolder/keys/keys.json. Keep a copy apart from the store: without it nothing sealed can be read.</summary>
    public string? KeyFile { get; init; }

    /// <summary>The cipher of envelopes when the store is new; a rotation may choose another.</summary>
    public SealingCipher Cipher { get; init; } = SealingCipher.Aes256Gcm;

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the key file is.</summary>
    public string KeyFilePath => KeyFile ?? Path.Combine(DataFolder, "keys", "keys.json");
}
