using Qingce.Exchange.Masking;
using Qingce.Register;
using Qingce.Server.Changes;

namespace Qingce.Server.Registrations;

/// <summary>The history of a registration.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="KnownFrom">When it was first recorded.</param>
/// <param name="Changes">Every change that touched it, in the order of recording.</param>
/// <param name="PastChanges">What happened before this register kept its own history, as delivered, in the order of the days.</param>
internal sealed record HistoryAnswer(
    string RegistrationId, DateTimeOffset KnownFrom, IReadOnlyList<HistoryItem> Changes, IReadOnlyList<PastChangeAnswer> PastChanges)
{
    public static HistoryAnswer Of(RegistrationHistory history, bool reveal) => new(
        history.RegistrationId,
        history.KnownFrom,
        [
            .. history.Entries.Select(entry => new HistoryItem
            {
                Change = ChangeAnswer.Of(entry.Change, reveal),
                IsTakenBack = history.IsTakenBack(entry.Change.Id),
                Fields =
                [
                    .. entry.Fields.Where(change => change.IsDifferent).Select(change => new FieldChangeAnswer(
                        change.Field.Shape.Name, ShownFields.Shown(change.Field, change.Old, reveal), ShownFields.Shown(change.Field, change.New, reveal))),
                ],
            }),
        ],
        [.. history.PastChanges.Select(change => PastChangeAnswer.Of(change, reveal))]);
}

/// <summary>A change as it touched a registration.</summary>
internal sealed record HistoryItem
{
    /// <summary>The change.</summary>
    public required ChangeAnswer Change { get; init; }

    /// <summary>Whether it was taken back and counts as never made.</summary>
    public required bool IsTakenBack { get; init; }

    /// <summary>What it made of the fields that became different.</summary>
    public required IReadOnlyList<FieldChangeAnswer> Fields { get; init; }
}

/// <summary>What a change made of a field.</summary>
/// <param name="Field">Header of the register.</param>
/// <param name="Old">What it found; empty where nothing was said.</param>
/// <param name="New">What it made; empty where nothing is said.</param>
internal sealed record FieldChangeAnswer(string Field, string Old, string New);

/// <summary>A change from before this register kept its own history, as a delivered file tells it.</summary>
internal sealed record PastChangeAnswer
{
    /// <summary>Its day; missing where the file names none.</summary>
    public DateOnly? ChangedOn { get; init; }

    /// <summary>Header of the register, or <c>registration</c> for the act by which the person came onto it.</summary>
    public required string Field { get; init; }

    /// <summary>What the field said before; missing where it said nothing.</summary>
    public string? Old { get; init; }

    /// <summary>What it said from then on; missing where it said nothing.</summary>
    public string? New { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Kind of the paper it rested on.</summary>
    public string? DocumentKind { get; init; }

    /// <summary>Number of that paper.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The officer.</summary>
    public string? Handler { get; init; }

    /// <summary>Who filed it for the person.</summary>
    public string? Agent { get; init; }

    /// <summary>When this register learned of it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public static PastChangeAnswer Of(PastChange change, bool reveal) => new()
    {
        ChangedOn = change.ChangedOn,
        Field = change.Field?.Shape.Name ?? "registration",
        Old = Given(change.Field, change.Old, reveal),
        New = Given(change.Field, change.New, reveal),
        Reason = Given(reveal ? change.Reason : Mask.Numbers(change.Reason, [])),
        DocumentKind = Given(change.DocumentKind),
        DocumentNumber = Given(reveal ? change.DocumentNumber : Mask.Numbers(change.DocumentNumber, [])),
        Handler = Given(change.Handler),
        Agent = Given(change.Agent),
        RecordedAt = change.RecordedAt,
    };

    private static string? Given(string text) => text.Length == 0 ? null : text;

    private static string? Given(RegisterField? field, string text, bool reveal) => field is { } one && text.Length > 0 ? ShownFields.Shown(one, text, reveal) : null;
}
