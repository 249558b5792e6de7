using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage;
using Qingce.Storage.Changes;
using Qingce.Storage.Importing;
using Qingce.Storage.Registrations;
using Qingce.Storage.Sealing;

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
        foreach (Registration row in rows)
        {
            int household = int.Parse(row.RegistrationId[1..^1], System.Globalization.CultureInfo.InvariantCulture);
            bool isChanged = row.RegistrationId.EndsWith('a') && household % 10 == 3 && household < DeliveredFiles.Households;
            Assert.True(row.RegistrationId.EndsWith('b') || row.Name == DeliveredFiles.NameAt(household, later: true), $"{run}: {row.RegistrationId} is {row.Name}");
            Assert.True(row.Version == (isChanged ? 2 : 1), $"{run}: {row.RegistrationId} has version {row.Version}");
        }

        Assert.Equal((110, 110), (await context.Changes.CountAsync(cancellation), await context.ChangeEffects.CountAsync(cancellation)));
        Assert.Equal(1078, await context.PastChanges.CountAsync(cancellation));
        Assert.Equal((1107, 110), (await context.SourceRecords.CountAsync(cancellation), await context.SourceRecordVersions.CountAsync(cancellation)));
        foreach (SourceRecord record in await context.SourceRecords.AsNoTracking().ToListAsync(cancellation))
        {
            int number = int.Parse(record.SourceRecordId[1..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(record.RecordedAt == DeliveredFiles.RecordedAt(number, later: true), $"{run}: {record.SourceRecordId} of {record.RecordedAt}");
        }

        Assert.Equal(5, await context.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Finished, cancellation));
        await AssertReconciledAsync(store, run);
    }

    /// <summary>Whatever the store holds adds up: deliveries with their rows, registrations with their history, and both with the keys they are found by.</summary>
    public static async Task AssertReconciledAsync(Store store, string run)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using RegisterContext context = store.Read();
        foreach (Delivery delivery in await context.Deliveries.AsNoTracking().ToListAsync(cancellation))
        {
            Assert.True(
                delivery.State == DeliveryState.Finished && delivery.RowsRead == delivery.Taken + delivery.Unchanged + delivery.Updated + delivery.Rejected,
                $"{run}: delivery {delivery.DeliveryId} does not add up");
            Assert.Equal(delivery.Rejected, await context.DeliveryRejects.CountAsync(reject => reject.DeliveryId == delivery.DeliveryId && reject.Row > 0, cancellation));
        }

        List<Registration> rows = await context.Registrations.AsNoTracking().ToListAsync(cancellation);
        Dictionary<string, RegistrationHistory> histories =
            (await StoredHistories.LoadAsync(context, store.Keys, [.. rows.Select(row => row.RegistrationId)], cancellation))
            .ToDictionary(one => one.History.RegistrationId, one => one.History);
        foreach (Registration row in rows)
        {
            RegistrationContent content = row.Content(store.Keys);
            RegistrationHistory history = histories[row.RegistrationId];
            Assert.True(history.Present.Equals(content), $"{run}: history and row of {row.RegistrationId} differ");
            int baseline = history.Entries.Any(entry => entry.Fields.Any(change => change.Field == RegisterField.RegistrationId)) ? 0 : 1;
            Assert.True(row.Version == baseline + history.Entries.Length, $"{run}: {row.RegistrationId} has version {row.Version} and {history.Entries.Length} changes");
            Registration anew = new() { RegistrationId = row.RegistrationId };
            anew.Take(content, store.Keys);
            Assert.True(
                (anew.NumberKey, anew.PhoneKey, anew.AddressKey, anew.NameKey, anew.Pinyin) == (row.NumberKey, row.PhoneKey, row.AddressKey, row.NameKey, row.Pinyin),
                $"{run}: {row.RegistrationId} is not found by what it says");
        }

        Assert.Equal(await context.Changes.CountAsync(change => change.DeliveryId == null, cancellation), await context.Outbox.CountAsync(message => message.Topic == "change", cancellation));
        Assert.Equal(await context.Proposals.CountAsync(cancellation), await context.Outbox.CountAsync(message => message.Topic == "proposal", cancellation));
        Assert.Equal(await context.Findings.CountAsync(cancellation), await context.Outbox.CountAsync(message => message.Topic == "finding", cancellation));
        int[] keys = [.. (await context.DataKeys.Where(key => key.Use == DataKeyUse.Envelope && key.RetiredAt == null).Select(key => key.KeyId).ToListAsync(cancellation))];
        int inUse = Assert.Single(keys);
        Assert.All(rows.Where(row => row.Sealed is not null), row => Assert.Equal(inUse, Keyring.KeyOf(row.Sealed!)));
    }
}
