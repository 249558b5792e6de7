using Qingce.Exchange.Codes;
using Qingce.Exchange.Masking;
using Qingce.Register;

namespace Qingce.Server.Changes;

/// <summary>On what a change rests: what every change says, whatever its kind.</summary>
internal abstract record ChangeGrounds
{
    /// <summary>Why, in words.</summary>
    /// <example>Declared by the family at the counter</example>
    public string? Reason { get; init; }

    /// <summary>The papers and other proofs it rests on; most kinds need one at least.</summary>
    public IReadOnlyList<EvidenceBody>? Evidence { get; init; }

    /// <summary>The second person, by name or staff id, where the rules want one: for everything that takes a registration away.</summary>
    /// <example>staff-0117</example>
    public string? ConfirmedBy { get; init; }

    /// <summary>What members of the households concerned are to the head from then on; names the new head where the old one goes.</summary>
    /// <example>[]</example>
    public IReadOnlyList<MemberRelationBody>? NewRelations { get; init; }

    /// <summary>The request with these grounds.</summary>
    protected ChangeRequest OnGrounds(ChangeRequest request, BodyReading reading) => request with
    {
        ActedBy = reading.Actor,
        ConfirmedBy = new Actor(ConfirmedBy ?? ""),
        Reason = Reason ?? "",
        Evidence = [.. (Evidence ?? []).Select((one, at) => one.Read(reading, $"evidence[{at}]"))],
        NewRelations = reading.Relations("newRelations", NewRelations ?? []),
    };
}

/// <summary>A paper or other proof.</summary>
internal sealed record EvidenceBody
{
    /// <summary>Kind of paper, as a token of document_kind; none for another proof, which the note then names.</summary>
    /// <example>death_certificate</example>
    public string? Kind { get; init; }

    /// <summary>Its number.</summary>
    /// <example>D320500-2026-000417</example>
    public string? Number { get; init; }

    /// <summary>Who issued it.</summary>
    public string? IssuingAuthority { get; init; }

    /// <summary>What it shows, in words.</summary>
    public string? Note { get; init; }

    /// <summary>SHA-256 of its scan in lower-case hexadecimal.</summary>
    public string? Digest { get; init; }

    public Evidence Read(BodyReading reading, string place) => new(
        reading.Code(CodeLists.DocumentKinds, $"{place}.kind", Kind), Number ?? "", IssuingAuthority ?? "", Note ?? "", Digest ?? "");

    /// <summary>Shows a paper. Citizen numbers and phones in its number and note are masked unless they are to be revealed.</summary>
    public static EvidenceBody Of(Evidence evidence, bool reveal) => new()
    {
        Kind = Filled(CodeLists.DocumentKinds.Token(evidence.Kind)),
        Number = Filled(reveal ? evidence.Number : Mask.Numbers(evidence.Number, [])),
        IssuingAuthority = Filled(evidence.IssuingAuthority),
        Note = Filled(reveal ? evidence.Note : Mask.Numbers(evidence.Note, [])),
        Digest = Filled(evidence.Digest),
    };

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}

/// <summary>What a member of a household is to its head.</summary>
/// <param name="RegistrationId">The member.</param>
/// <param name="Relation">Code or Chinese name of GB/T 4761; 02 for the head.</param>
internal sealed record MemberRelationBody(string RegistrationId, string Relation);
