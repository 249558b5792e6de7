using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Deliveries;

namespace Qingce.Storage.Importing;

/// <summary>Where the source categories are complete. What a later file leaves out stands as it was.</summary>
internal sealed class CoverageRows(Store store, Delivery delivery, TimeProvider clock) : DeliveryRows(store.Keys, delivery, clock)
{
    public override async Task<ChunkCounts> TakeAsync(StoreWrite write, DeliveryChunk chunk, PreparedChunk prepared, CancellationToken cancellation)
    {
        Dictionary<(int, string, string, string), long?> known = await write.Context.Coverage
            .ToDictionaryAsync(one => (one.Category, one.Division, one.From, one.To), one => one.DeliveryId, cancellation).ConfigureAwait(false);
        int taken = 0;
        int unchanged = 0;
        for (int row = 0; row < chunk.RowCount; row++)
        {
            if (!chunk.IsTaken(row))
            {
                continue;
            }

            CoveredArea area = new()
            {
                Category = int.Parse(chunk[row, 0], CultureInfo.InvariantCulture),
                Division = Encoding.UTF8.GetString(chunk[row, 1]),
                From = Encoding.UTF8.GetString(chunk[row, 2]),
                To = Encoding.UTF8.GetString(chunk[row, 3]),
                DeliveryId = Delivery.DeliveryId,
            };
            if (!known.TryGetValue((area.Category, area.Division, area.From, area.To), out long? by))
            {
                known.Add((area.Category, area.Division, area.From, area.To), Delivery.DeliveryId);
                write.Context.Add(area);
                taken++;
            }
            else if (by == Delivery.DeliveryId)
            {
                chunk.Reject(row, -1, DeliveryFault.RowRepeated);
            }
            else
            {
                unchanged++;
            }
        }

        return new ChunkCounts(taken, unchanged, 0);
    }
}
