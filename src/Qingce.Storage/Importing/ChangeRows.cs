using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Deliveries;

namespace Qingce.Storage.Importing;

/// <summary>Past changes, each kept once however often it is delivered.</summary>
internal sealed class ChangeRows(Store store, Delivery delivery, TimeProvider clock) : DeliveryRows(store.Keys, delivery, clock)
{
    public override async Task<ChunkCounts> TakeAsync(StoreWrite write, DeliveryChunk chunk, PreparedChunk prepared, CancellationToken cancellation)
    {
        string[] ids = Ids(chunk, 0);
        string[] distinct = [.. ids.Distinct(StringComparer.Ordinal)];
        HashSet<string> registrations = await write.Context.Registrations.Where(one => EF.Parameter(distinct).Contains(one.RegistrationId))
            .Select(one => one.RegistrationId).ToHashSetAsync(StringComparer.Ordinal, cancellation).ConfigureAwait(false);
        Dictionary<(string Id, long Digest), long> known = [];
        foreach (var one in await write.Context.PastChanges.Where(one => EF.Parameter(distinct).Contains(one.RegistrationId))
            .Select(one => new { one.RegistrationId, one.Digest, one.DeliveryId }).ToListAsync(cancellation).ConfigureAwait(false))
        {
            known.TryAdd((one.RegistrationId, one.Digest), one.DeliveryId);
        }

        int taken = 0;
        int unchanged = 0;
        PastChangeRows rows = (PastChangeRows)(prepared.Rows ??= new PastChangeRows(Keys, Delivery.DeliveryId));
        rows.Clear();
        for (int row = 0, at = 0; row < chunk.RowCount; row++)
        {
            if (!chunk.IsTaken(row))
            {
                continue;
            }

            (string Id, long Digest) key = (ids[at++], prepared.Digest(row));
            if (!registrations.Contains(key.Id))
            {
                chunk.Reject(row, 0, DeliveryFault.RegistrationUnknown);
            }
            else if (known.TryGetValue(key, out long by))
            {
                if (by == Delivery.DeliveryId)
                {
                    chunk.Reject(row, -1, DeliveryFault.RowRepeated);
                }
                else
                {
                    unchanged++;
                }
            }
            else
            {
                known.Add(key, Delivery.DeliveryId);
                rows.Append(chunk, row, prepared.Digest(row));
                taken++;
            }
        }

        if (taken > 0)
        {
            await store.InsertAsync(write, rows, cancellation).ConfigureAwait(false);
        }

        return new ChunkCounts(taken, unchanged, 0);
    }
}
