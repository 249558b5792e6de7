using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>A change that was accepted and has yet to be recorded.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Rule">Code of the article or rule under which it was accepted.</param>
/// <param name="Effects">What it makes of each registration it touches; never two for one registration.</param>
/// <param name="Words">What it says of who is one person.</param>
public sealed record ChangeDraft(
    ChangeRequest Request, string Rule, ImmutableArray<ChangeEffect> Effects, ImmutableArray<ReviewersWord> Words)
{
    /// <summary>Makes it a recorded change.</summary>
    /// <param name="id">Version-7 GUID made where the request came in.</param>
    /// <param name="sequence">Its place in the order of recording.</param>
    /// <param name="recordedAt">When it is recorded; not before the change recorded before it.</param>
    public Change Record(Guid id, long sequence, DateTimeOffset recordedAt) => new(
        id, sequence, Request.Kind, Request.ValidFrom, recordedAt, Request.ActedBy.Name.Trim(), (Request.ConfirmedBy.Name ?? "").Trim(), Rule,
        Request.Reason, Request.Evidence, Request.RefersTo, Request.IsProvisional);
}
