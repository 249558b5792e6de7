namespace Qingce.Storage.Verifications;

/// <summary>Writes the findings of a verification.</summary>
public static class VerificationFindings
{
    private const int AtOnce = 20_000;

    /// <summary>Adds findings by the bulk path, each to be found by every registration that it names.</summary>
    /// <param name="store">The store.</param>
    /// <param name="write">The transaction, which the caller commits.</param>
    /// <param name="findings">The findings, asked for as they are written.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many there were.</returns>
    public static async Task<long> InsertAsync(Store store, StoreWrite write, IEnumerable<StoredFinding> findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(findings);
        long count = 0;
        FindingRows rows = new();
        FindingMentionRows mentions = new();
        foreach (StoredFinding[] some in findings.Chunk(AtOnce))
        {
            rows.Clear();
            mentions.Clear();
            foreach (StoredFinding finding in some)
            {
                rows.Append(finding);
                mentions.Append(finding);
            }

            await store.InsertAsync(write, rows, cancellation).ConfigureAwait(false);
            if (mentions.Count > 0)
            {
                await store.InsertAsync(write, mentions, cancellation).ConfigureAwait(false);
            }

            count += some.Length;
        }

        return count;
    }
}
