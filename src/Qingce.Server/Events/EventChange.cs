using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Qingce.Exchange.Codes;
using Qingce.Register;
using Qingce.Server.Changes;
using Qingce.Standards;
using Qingce.Storage.Events;

namespace Qingce.Server.Events;

/// <summary>What an event would change: of a registration that is there, or by a new one; nothing when it only adds to what is known.</summary>
/// <param name="RegistrationId">The registration it is about; of a birth the mother's.</param>
/// <param name="OfRegistration">The change of that registration, or null.</param>
/// <param name="OfRegister">The new registration, or null.</param>
internal sealed record EventChange(string RegistrationId, RegistrationChangeBody? OfRegistration, RegisterChangeBody? OfRegister)
{
    /// <summary>What of the register the event contradicts, for whoever decides; null for nothing.</summary>
    public string? Contradiction { get; init; }

    /// <summary>The token of the kind, as in a body.</summary>
    public string Kind => OfRegister is not null ? "birth" : OfRegistration switch
    {
        DeathBody => "death",
        MarriageBody => "marriage",
        DivorceBody => "divorce",
        AdoptionBody => "adoption",
        MoveOutBody => "move_out",
        _ => "alteration",
    };

    /// <summary>The request to the register, asked by a feed and waiting for a person.</summary>
    public ChangeRequest Provisional(BodyReading reading) =>
        (OfRegister?.Request(reading) ?? OfRegistration!.Request(RegistrationId, reading)) with { IsProvisional = true };

    /// <summary>What an event asks for, by the registrations its numbers and names lead to.</summary>
    /// <param name="live">The event.</param>
    /// <param name="subject">Who it is about, or null where nobody is known; of a birth nobody.</param>
    /// <param name="counterpart">The other one: spouse, mother or adopter.</param>
    public static EventChange? Of(LiveEvent live, RegistrationContent? subject, RegistrationContent? counterpart)
    {
        if (live["status"] == CodeLists.SourceStatuses.Token(SourceStatus.Void)
            || !DateOnly.TryParseExact(live["event_date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return null;
        }

        EvidenceBody[] evidence = [Paper(live)];
        string? other = counterpart?.RegistrationId;
        return (live["event_kind"], subject) switch
        {
            ("born", _) => counterpart is null ? null : Birth(live, counterpart, evidence),
            (_, null) => null,
            ("died", { IsLiving: true }) => Changing(subject, new DeathBody { ValidFrom = day, Evidence = evidence }),
            // Another day than the one registered: a person has to say which certificate is right.
            ("died", { CancelledFor: CancellationReason.Death }) when subject.CancelledOn != day =>
                Changing(subject, new DeathBody { ValidFrom = day, Evidence = evidence }) with
                {
                    Contradiction = $"died on {live["event_date"]}, registered as {subject[RegisterField.CancelledOn]}",
                },
            ("married", _) => Changing(subject, new MarriageBody { ValidFrom = day, SpouseId = other, Place = Filled(live["division"]), Evidence = evidence }),
            ("divorced", _) => Changing(subject, new DivorceBody { ValidFrom = day, SpouseId = other, Evidence = evidence }),
            ("adopted", _) when counterpart is { HouseholdId.Length: > 0 } => Changing(
                subject, new AdoptionBody { ValidFrom = day, HouseholdId = counterpart.HouseholdId, Relation = Adopted(subject), Evidence = evidence }),
            ("moved_out", { IsLiving: true }) => Changing(subject, new MoveOutBody { ValidFrom = day, To = Filled(live["event_place"]), Evidence = evidence }),
            ("issued", { IsLiving: true }) when live.Feed.Type == "qingce.identity-card" && live["issued_on"] != subject[RegisterField.CardIssuedOn] => Changing(
                subject, new AlterationBody { ValidFrom = day, Fields = new Dictionary<string, string> { ["card_issued_on"] = live["issued_on"] }, Evidence = evidence }),
            _ => null,
        };
    }

    /// <summary>Whether the event comes from who issues the paper: a birth or death with its certificate's number and the issuing authority.</summary>
    public static bool IsOfIssuingAuthority(LiveEvent live) =>
        live.Feed.Type is "qingce.birth" or "qingce.death"
        && live["document_kind"] == CodeLists.DocumentKinds.Token(
            live.Feed.Type == "qingce.birth" ? DocumentKind.BirthCertificate : DocumentKind.DeathCertificate)
        && live["document_number"].Length > 0 && live["issuing_authority"].Length > 0;

    private static EventChange Changing(RegistrationContent subject, RegistrationChangeBody body) => new(subject.RegistrationId, body, null);

    private static EventChange Birth(LiveEvent live, RegistrationContent mother, EvidenceBody[] evidence)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["registration_id"] = RegistrationIdOf(live["document_number"]),
            ["household_id"] = mother.HouseholdId,
            ["relation"] = RelationTo(mother, live["sex"]),
            ["name"] = live["name"],
            ["sex"] = live["sex"],
            ["birth_date"] = live["birth_date"],
            ["ethnicity"] = live["ethnicity"],
            ["citizen_number"] = live["citizen_number"],
        };
        foreach (string empty in fields.Where(field => field.Value.Length == 0).Select(field => field.Key).ToArray())
        {
            fields.Remove(empty);
        }

        DateOnly registered = DateOnly.ParseExact(live["recorded_at"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new EventChange(mother.RegistrationId, null, new BirthBody { ValidFrom = registered, Fields = fields, Evidence = evidence });
    }

    // Of the certificate, so that the same birth can never be entered twice; an id is shown where the number of a paper is masked.
    private static string RegistrationIdOf(string certificate) =>
        "birth-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(certificate)).AsSpan(0, 12));

    // A child of the head or of the head's spouse is a son or daughter of the head; of anybody else, one of the other relatives, for a person to say which.
    private static string RelationTo(RegistrationContent mother, string sex)
    {
        bool ofHead = mother.Relation.IsHead || mother.Relation.CodeDigits is ['1', ..];
        bool ofChild = mother.Relation.CodeDigits is ['2' or '3', ..];
        return (ofHead, ofChild, sex) switch
        {
            (true, _, "2") => "30",
            (true, _, _) => "20",
            (_, true, _) => "40",
            _ => "97",
        };
    }

    private static string Adopted(RegistrationContent child) => child.Sex == Sex.Female ? "37" : "27";

    private static EvidenceBody Paper(LiveEvent live) => new()
    {
        Kind = Filled(live["document_kind"]),
        Number = Filled(live["document_number"]),
        IssuingAuthority = Filled(live["issuing_authority"]),
        Note = $"{live.Source} {live.Id}",
    };

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}
