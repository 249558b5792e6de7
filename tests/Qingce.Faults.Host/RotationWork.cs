using Microsoft.EntityFrameworkCore;
using Qingce.Storage;
using Qingce.Storage.Sealing;

namespace Qingce.Faults.Host;

/// <summary>One rotation of the data key, whatever it takes.</summary>
internal static class RotationWork
{
    /// <summary>Rotates, or goes on rotating, unless the first key is retired already: whoever asks again then wants another rotation.</summary>
    public static async Task RunAsync(Store store, Saying saying)
    {
        if (!await IsDoneAsync(store))
        {
            await RotateKeys.RunAsync(store, SealingCipher.Sm4Gcm, new Lines(saying), CancellationToken.None);
        }

        saying.Say("rotated");
    }

    private static async Task<bool> IsDoneAsync(Store store)
    {
        await using RegisterContext context = store.Read();
        return await context.DataKeys.AnyAsync(key => key.Use == DataKeyUse.Envelope && key.RetiredAt != null);
    }

    private sealed class Lines(Saying saying) : IProgress<(string Table, long Resealed)>
    {
        public void Report((string Table, long Resealed) value) => saying.Say(FormattableString.Invariant($"resealed {value.Table} {value.Resealed}"));
    }
}
