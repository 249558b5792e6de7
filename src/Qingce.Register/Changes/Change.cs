using System.Collections.Immutable;
using Qingce.Exchange.Codes;

namespace Qingce.Register;

/// <summary>A paper or other proof on which a change rests.</summary>
/// <param name="Kind">Kind of paper; none for another proof, which the note then names.</param>
/// <param name="Number">Its number; may be empty.</param>
/// <param name="IssuingAuthority">Who issued it; may be empty.</param>
/// <param name="Note">What it shows, in words; may be empty.</param>
/// <param name="Digest">SHA-256 of its scan in lower-case hexadecimal; empty without one.</param>
public sealed record Evidence(DocumentKind Kind, string Number, string IssuingAuthority = "", string Note = "", string Digest = "")
{
    /// <summary>True when it names nothing at all.</summary>
    public bool IsEmpty => Kind == DocumentKind.None && Number.Length == 0 && Note.Length == 0 && Digest.Length == 0;
}

/// <summary>An accepted event on the register. Never altered once recorded.</summary>
/// <param name="Id">Version-7 GUID made where the change came in.</param>
/// <param name="Sequence">Place in the total order of recording, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="ValidFrom">The day from which it is true in the world.</param>
/// <param name="RecordedAt">When the register learned of it. Does not fall along the sequence.</param>
/// <param name="ActedBy">Who recorded it: a named person, or the feed of an issuing authority.</param>
/// <param name="ConfirmedBy">The second person where the rule wants one; else empty.</param>
/// <param name="Rule">Code of the rule or article under which it was accepted.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Evidence">What it rests on.</param>
/// <param name="RefersTo">The change that it takes back or confirms.</param>
/// <param name="IsProvisional">Entered by an issuing authority and waiting for a person.</param>
public sealed record Change(
    Guid Id,
    long Sequence,
    ChangeKind Kind,
    DateOnly ValidFrom,
    DateTimeOffset RecordedAt,
    string ActedBy,
    string ConfirmedBy,
    string Rule,
    string Reason,
    ImmutableArray<Evidence> Evidence,
    Guid? RefersTo,
    bool IsProvisional);
