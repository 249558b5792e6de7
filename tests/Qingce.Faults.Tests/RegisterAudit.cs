using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage;
using Qingce.Storage.Changes;
using Qingce.Storage.Importing;
using Qingce.Storage.Registrations;

namespace Qingce.Faults.Tests;

/// <summary>Looks at a store in which all of <see cref="DeliveredFiles"/> was taken: everything is there, once, and adds up.</summary>
internal static class RegisterAudit
{
    public static async Task AssertCompleteAsync(Store store, string run)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using RegisterContext context = store.Read();
        List<Registration> rows = await context.Registrations.AsNoTracking().ToListAsync(cancellation);
        string[] expected =
        [
            .. Enumerable.Range(0, DeliveredFiles.Households + 30).SelectMany(i => i % 100 == 7 ? new[] { $"R{i}a" } : [$"R{i}a", $"R{i}b"]).Order(StringComparer.Ordinal),
        ];
        Assert.True(expected.SequenceEqual(rows.Select(row => row.RegistrationId).Order(StringComparer.Ordinal)), $"{run}: {rows.Count} registrations, expected {expected.Length}");
        Dictionary<string, (Registration Row, RegistrationHistory History)> histories = await StoredHistories.LoadAsync(context, store.Keys, expected, cancellation);
        foreach (Registration row in rows)
        {
            RegistrationHistory history = histories[row.RegistrationId].History;
            Assert.True(history.Present.Equals(row.Content(store.Keys)), $"{run}: history and row of {row.RegistrationId} differ");
            int household = int.Parse(row.RegistrationId[1..^1], System.Globalization.CultureInfo.InvariantCulture);
            bool isChanged = row.RegistrationId.EndsWith('a') && household % 10 == 3 && household < DeliveredFiles.Households;
            Assert.True(row.RegistrationId.EndsWith('b') || row.Name == DeliveredFiles.NameAt(household, later: true), $"{run}: {row.RegistrationId} is {row.Name}");
            Assert.True(row.Version == (isChanged ? 2 : 1) && history.Entries.Length == row.Version - 1, $"{run}: {row.RegistrationId} has version {row.Version} and {history.Entries.Length} changes");
        }

        Assert.Equal((90, 90), (await context.Changes.CountAsync(cancellation), await context.ChangeEffects.CountAsync(cancellation)));
        Assert.Equal(882, await context.PastChanges.CountAsync(cancellation));
        Assert.Equal((909, 90), (await context.SourceRecords.CountAsync(cancellation), await context.SourceRecordVersions.CountAsync(cancellation)));
        foreach (SourceRecord record in await context.SourceRecords.AsNoTracking().ToListAsync(cancellation))
        {
            int number = int.Parse(record.SourceRecordId[1..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(record.RecordedAt == DeliveredFiles.RecordedAt(number, later: true), $"{run}: {record.SourceRecordId} of {record.RecordedAt}");
        }

        List<Delivery> deliveries = await context.Deliveries.AsNoTracking().ToListAsync(cancellation);
        Assert.Equal(5, deliveries.Count);
        foreach (Delivery delivery in deliveries)
        {
            Assert.True(
                delivery.State == DeliveryState.Finished && delivery.RowsRead == delivery.Taken + delivery.Unchanged + delivery.Updated + delivery.Rejected,
                $"{run}: delivery {delivery.DeliveryId} does not add up");
            Assert.Equal(delivery.Rejected, await context.DeliveryRejects.CountAsync(reject => reject.DeliveryId == delivery.DeliveryId && reject.Row > 0, cancellation));
        }
    }
}
