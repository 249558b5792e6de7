using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Qingce.Storage.Sealing;

/// <summary>The data keys of a store and the file that opens them. Safe for several threads.</summary>
internal sealed class DataKeys(KeyFile opened, TimeProvider clock)
{
    private volatile KeyFile _file = opened;

    /// <summary>The key file as it was last read.</summary>
    public KeyFile File => _file;

    /// <summary>Opens the keys of a store; a new store gets its first ones, and a key file where there is none.</summary>
    /// <param name="write">A turn to write, which the caller commits.</param>
    /// <param name="options">Where the key file is, and the cipher of a new store.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="StoreException">The key file is lost, belongs to another store, or a wrapped key is damaged.</exception>
    public static async Task<(DataKeys Keys, Keyring Ring)> OpenAsync(StoreWrite write, StoreOptions options, CancellationToken cancellation)
    {
        bool isNew = !await write.Context.DataKeys.AnyAsync(cancellation).ConfigureAwait(false);
        KeyFile file = isNew && !System.IO.File.Exists(options.KeyFilePath)
            ? KeyFile.Create(options.KeyFilePath, options.Clock.GetUtcNow())
            : KeyFile.Read(options.KeyFilePath);
        DataKeys keys = new(file, options.Clock);
        if (isNew)
        {
            keys.Make(write.Context, FirstEnvelopeKey, DataKeyUse.Envelope, options.Cipher);
        }

        // A store of before an index has no key for it yet.
        DataKeyUse[] known = await write.Context.DataKeys.Select(key => key.Use).Distinct().ToArrayAsync(cancellation).ConfigureAwait(false);
        foreach (DataKeyUse use in Enum.GetValues<DataKeyUse>().Except(known).Where(use => use != DataKeyUse.Envelope))
        {
            keys.Make(write.Context, (int)use, use, SealingCipher.Aes256Gcm);
        }

        await write.Context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        Keyring ring = new();
        keys.Load(write.Context, ring);
        return (keys, ring);
    }

    /// <summary>Numbers below are those of the index keys, which are never rotated: with them every look-up would have to be made anew.</summary>
    public const int FirstEnvelopeKey = 16;

    /// <summary>Reads the key file again: another process may have added a key to it.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public KeyFile ReadFile() => _file = KeyFile.Read(_file.Path);

    /// <summary>Takes keys in that another process made.</summary>
    /// <exception cref="StoreException">The key file does not open them, also as it is now.</exception>
    public void Load(RegisterContext context, Keyring ring)
    {
        foreach (DataKey key in context.DataKeys.AsNoTracking().OrderBy(key => key.KeyId))
        {
            if (!ring.Knows(key.KeyId))
            {
                ring.Add(key, (_file.Opens(key) ? _file : ReadFile()).Unwrap(key));
            }
        }
    }

    /// <summary>Makes a data key and adds it to the context.</summary>
    public DataKey Make(RegisterContext context, int keyId, DataKeyUse use, SealingCipher cipher)
    {
        KeyFile file = _file;
        byte[] opened = RandomNumberGenerator.GetBytes(use == DataKeyUse.Envelope ? SealingKey.LengthOf(cipher) : 32);
        DataKey key = new()
        {
            KeyId = keyId,
            Use = use,
            Cipher = cipher,
            WrappedBy = file.CurrentId,
            Wrapped = file.Wrap(opened, keyId),
            MadeAt = clock.GetUtcNow(),
        };
        context.Add(key);
        return key;
    }
}
