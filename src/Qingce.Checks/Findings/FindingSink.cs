using System.Runtime.InteropServices;
using Qingce.Checks.Verification;

namespace Qingce.Checks.Findings;

/// <summary>Takes the suspicions of one worker. The order in which they come does not matter: they are sorted before they are written.</summary>
internal sealed class FindingSink(RowGroups groups)
{
    private readonly List<Suspicion> _suspicions = [];

    public ReadOnlySpan<Suspicion> Suspicions => CollectionsMarshal.AsSpan(_suspicions);

    public void Add(in Suspicion suspicion) => _suspicions.Add(suspicion);

    /// <summary>Makes a group of registrations for <see cref="FindingScope.Group"/>; equal sets of rows get one number.</summary>
    public int Group(ReadOnlySpan<int> rows) => groups.Add(rows);

    /// <summary>Takes back what a check cannot know because a column is missing.</summary>
    public void Remove(Check check, Silence silence) =>
        _suspicions.RemoveAll(suspicion => suspicion.Indicator == check.Id && silence.Hides(check, suspicion));
}
