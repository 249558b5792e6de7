using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Files;
using Qingce.Register;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Changes;

/// <summary>
/// Changes in the form of the file of past changes, ten columns each: the delivered ones, and those that this register accepted itself and that were not taken back:
/// of name, birth date and number, and settlements with a paper that a department issues. What a later delivery of the register brought is not among them: its own file says why.
/// </summary>
public static class ChangesAsFile
{
    private static readonly int[] Accepted = [(int)ChangeKind.Alteration, (int)ChangeKind.Correction, (int)ChangeKind.Adoption, (int)Settlements.Kind];
    private static readonly int[] TakingBack = [(int)ChangeKind.Undo, (int)ChangeKind.RollBack];

    /// <summary>The changes of some registrations.</summary>
    /// <param name="context">What to read them with.</param>
    /// <param name="keys">Opens what is sealed.</param>
    /// <param name="registrationIds">The registrations.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="SealBrokenException">An envelope does not open.</exception>
    public static async Task<List<string?[]>> OfAsync(
        RegisterContext context, Keyring keys, IReadOnlyCollection<string> registrationIds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(keys);
        string[] ids = [.. registrationIds];
        List<StoredPastChange> past = await context.PastChanges.AsNoTracking().Where(one => EF.Parameter(ids).Contains(one.RegistrationId))
            .OrderBy(one => one.DeliveryId).ThenBy(one => one.Row).ToListAsync(cancellation).ConfigureAwait(false);
        List<EffectOfChange> own = await HistoryQueries.Of(context).Effects(context, ids).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. past.Select(one => Row(one, keys)), .. Rows(own, TakenBack([.. own.Select(one => one.Change)]), keys)];
    }

    /// <summary>All that the register accepted itself.</summary>
    internal static async Task<List<string?[]>> OwnAsync(RegisterContext context, Keyring keys, CancellationToken cancellation)
    {
        List<StoredChange> takingBack = await context.Changes.AsNoTracking().Where(change => EF.Parameter(TakingBack).Contains(change.Kind))
            .ToListAsync(cancellation).ConfigureAwait(false);
        HashSet<Guid> takenBack = TakenBack(takingBack);
        List<string?[]> rows = [];
        await foreach (EffectOfChange one in context.Changes.AsNoTracking().Where(change => EF.Parameter(Accepted).Contains(change.Kind))
            .Join(context.ChangeEffects.AsNoTracking(), change => change.Sequence, effect => effect.Sequence, (change, effect) => new EffectOfChange(effect, change))
            .AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
        {
            rows.AddRange(Rows([one], takenBack, keys));
        }

        return rows;
    }

    private static IEnumerable<string?[]> Rows(IEnumerable<EffectOfChange> changes, HashSet<Guid> takenBack, Keyring keys) =>
        from one in changes.OrderBy(one => one.Change.Sequence).ThenBy(one => one.Effect.RegistrationId, StringComparer.Ordinal)
        where Accepted.Contains(one.Change.Kind) && !takenBack.Contains(one.Change.ChangeId)
        from row in one.Change.Kind == (int)Settlements.Kind ? SettlementRows(one, keys) : IdentityRows(one, keys)
        select row;

    private static IEnumerable<string?[]> IdentityRows(EffectOfChange one, Keyring keys) =>
        from field in EffectForm.Read(keys, one.Effect)
        where field.IsDifferent && field.Field is (RegisterField.Name or RegisterField.BirthDate or RegisterField.CitizenNumber)
        select Row(one, field);

    // A row a paper, of the one who moves in: of those whose household it is nothing but the relation changes.
    private static IEnumerable<string?[]> SettlementRows(EffectOfChange one, Keyring keys)
    {
        ImmutableArray<FieldChange> fields = one.Change.Sealed is null ? [] : EffectForm.Read(keys, one.Effect);
        if (fields.All(field => field.Field == RegisterField.Relation))
        {
            return [];
        }

        string? reason = fields.FirstOrDefault(field => field.Field == RegisterField.MovedInFor).New is { Length: > 0 } why ? why : one.Change.Reason;
        return Settlements.Papers(one.Change.Evidence(keys)).Select(paper => Columns(
            one.Effect.RegistrationId, Day(one.Change.ValidFrom), ChangedFields.Registration, null, null, reason, CodeLists.DocumentKinds.Token(paper.Kind), paper.Number,
            one.Change.ActedBy, null));
    }

    // A correction holds from the day on which the value was wrong; it was made on the day of its recording.
    private static string?[] Row(EffectOfChange one, FieldChange field)
    {
        DateOnly day = one.Change.Kind == (int)ChangeKind.Correction ? RegisterDay.Of(one.Change.RecordedAt) : one.Change.ValidFrom;
        return Columns(
            one.Effect.RegistrationId, Day(day), field.Field.Shape.Name, field.Old, field.New, one.Change.Reason, null, null,
            one.Change.ActedBy, null);
    }

    private static string?[] Row(StoredPastChange one, Keyring keys)
    {
        string?[] row = Columns(one.RegistrationId, one.ChangedOn, one.Field, null, null, one.Reason, one.DocumentKind, null, one.Handler, one.Agent);
        if (one.Sealed is { } envelope)
        {
            ReadOnlySpan<byte> rest = keys.Open(EnvelopePurpose.PastChange, one.RegistrationId, envelope);
            while (SealedFields.TryRead(ref rest, out byte position, out ReadOnlySpan<byte> text))
            {
                row[position] = Encoding.UTF8.GetString(text);
            }
        }

        return row;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string?[] Columns(params string?[] columns) => columns.Length == FileShapes.Changes.Count
        ? columns : throw new InvalidOperationException("The file of changes has other columns.");

    // One that takes back may be taken back itself, so the latest are looked at first.
    private static HashSet<Guid> TakenBack(IReadOnlyCollection<StoredChange> changes)
    {
        HashSet<Guid> takenBack = [];
        foreach (StoredChange change in changes.Where(one => TakingBack.Contains(one.Kind)).OrderByDescending(one => one.Sequence))
        {
            if (!takenBack.Contains(change.ChangeId) && change.RefersTo is { } other)
            {
                takenBack.Add(other);
            }
        }

        return takenBack;
    }
}
