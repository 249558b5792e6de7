namespace Qingce.Storage.Searching;

/// <summary>Writes down who looked at whose values, before they are shown.</summary>
public static class RecordViews
{
    /// <summary>Records a look at registrations.</summary>
    /// <param name="store">The store.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="purpose">For what.</param>
    /// <param name="place">Where, such as <c>search</c>.</param>
    /// <param name="registrationIds">Whose values are shown.</param>
    /// <param name="cancellation">Ends it; then nothing may be shown.</param>
    /// <exception cref="ArgumentException">Nobody is named, or no purpose.</exception>
    public static async Task RunAsync(
        Store store, string actor, string purpose, string place, IEnumerable<string> registrationIds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        DateTimeOffset now = store.Options.Clock.GetUtcNow();
        await using StoreWrite write = await store.WriteAsync(cancellation).ConfigureAwait(false);
        write.Context.Views.AddRange(registrationIds.Distinct(StringComparer.Ordinal).Select(id => new PersonView
        {
            ViewedAt = now,
            Actor = actor,
            Purpose = purpose,
            RegistrationId = id,
            Place = place,
        }));
        await write.CommitAsync(cancellation).ConfigureAwait(false);
    }
}
