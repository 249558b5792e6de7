using Qingce.Register;
using Qingce.Server.Changes;

namespace Qingce.Server.Registrations;

/// <summary>The history of a registration.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="KnownFrom">When it was first recorded.</param>
/// <param name="Changes">Every change that touched it, in the order of recording.</param>
internal sealed record HistoryAnswer(string RegistrationId, DateTimeOffset KnownFrom, IReadOnlyList<HistoryItem> Changes)
{
    public static HistoryAnswer Of(RegistrationHistory history, bool reveal) => new(
        history.RegistrationId,
        history.KnownFrom,
        [
            .. history.Entries.Select(entry => new HistoryItem
            {
                Change = ChangeAnswer.Of(entry.Change),
                IsTakenBack = history.IsTakenBack(entry.Change.Id),
                Fields =
                [
                    .. entry.Fields.Select(change => new FieldChangeAnswer(
                        change.Field.Shape.Name, ShownFields.Shown(change.Field, change.Old, reveal), ShownFields.Shown(change.Field, change.New, reveal))),
                ],
            }),
        ]);
}

/// <summary>A change as it touched a registration.</summary>
internal sealed record HistoryItem
{
    /// <summary>The change.</summary>
    public required ChangeAnswer Change { get; init; }

    /// <summary>Whether it was taken back and counts as never made.</summary>
    public required bool IsTakenBack { get; init; }

    /// <summary>What it made of the fields.</summary>
    public required IReadOnlyList<FieldChangeAnswer> Fields { get; init; }
}

/// <summary>What a change made of a field.</summary>
/// <param name="Field">Header of the register.</param>
/// <param name="Old">What it found; empty where nothing was said.</param>
/// <param name="New">What it made; empty where nothing is said.</param>
internal sealed record FieldChangeAnswer(string Field, string Old, string New);
