using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Changes;

/// <summary>Changes as they are stored, and as the register knows them.</summary>
public static class StoredChanges
{
    /// <summary>Finds a change with its evidence and the registrations that it touched; null when there is none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="context">What to read it with.</param>
    /// <param name="changeId">The change.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="SealBrokenException">The evidence does not open.</exception>
    public static async Task<(Change Change, ImmutableArray<string> TouchedIds)?> FindAsync(
        Store store, RegisterContext context, Guid changeId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(context);
        StoredChange? stored = await context.Changes.AsNoTracking().SingleOrDefaultAsync(change => change.ChangeId == changeId, cancellation).ConfigureAwait(false);
        if (stored is null)
        {
            return null;
        }

        string[] touched = await context.ChangeEffects.Where(effect => effect.Sequence == stored.Sequence)
            .OrderBy(effect => effect.RegistrationId).Select(effect => effect.RegistrationId).ToArrayAsync(cancellation).ConfigureAwait(false);
        return (stored.Read(stored.Evidence(store.Keys)), [.. touched]);
    }

    /// <summary>What a change did to registrations, in the order of their ids.</summary>
    /// <param name="context">What to read it with.</param>
    /// <param name="keys">Opens what is sealed.</param>
    /// <param name="sequence">The change.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="SealBrokenException">An envelope does not open.</exception>
    public static async Task<IReadOnlyList<ChangeEffect>> EffectsAsync(RegisterContext context, Keyring keys, long sequence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        List<StoredEffect> effects = await context.ChangeEffects.AsNoTracking().Where(effect => effect.Sequence == sequence)
            .OrderBy(effect => effect.RegistrationId).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. effects.Select(effect => new ChangeEffect(effect.RegistrationId, EffectForm.Read(keys, effect)))];
    }

    /// <summary>The change as the register knows it.</summary>
    public static Change Read(this StoredChange change, ImmutableArray<Evidence> evidence) => new(
        change.ChangeId, change.Sequence, (ChangeKind)change.Kind, change.ValidFrom, change.RecordedAt, change.ActedBy, change.ConfirmedBy ?? "",
        change.Rule ?? "", change.Reason ?? "", evidence, change.RefersTo, change.IsProvisional);

    /// <summary>Opens the evidence of a change.</summary>
    /// <exception cref="SealBrokenException">It does not open.</exception>
    public static ImmutableArray<Evidence> Evidence(this StoredChange change, Keyring keys)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(keys);
        return change.Sealed is { } envelope
            ? JsonSerializer.Deserialize(keys.Open(EnvelopePurpose.Evidence, change.ChangeId.ToString("D"), envelope), EvidenceJson.Default.ImmutableArrayEvidence)
            : [];
    }

    /// <summary>The row of a change.</summary>
    internal static StoredChange Write(Change change, Keyring keys) => new()
    {
        Sequence = change.Sequence,
        ChangeId = change.Id,
        Kind = (int)change.Kind,
        ValidFrom = change.ValidFrom,
        RecordedAt = change.RecordedAt,
        ActedBy = change.ActedBy,
        ConfirmedBy = change.ConfirmedBy is { Length: > 0 } second ? second : null,
        Rule = change.Rule,
        Reason = change.Reason is { Length: > 0 } reason ? reason : null,
        Sealed = change.Evidence.IsEmpty
            ? null
            : keys.Seal(EnvelopePurpose.Evidence, change.Id.ToString("D"), JsonSerializer.SerializeToUtf8Bytes(change.Evidence, EvidenceJson.Default.ImmutableArrayEvidence)),
        RefersTo = change.RefersTo,
        IsProvisional = change.IsProvisional,
    };
}

/// <summary>Evidence as JSON, generated: the program runs without reflection over JSON.</summary>
[JsonSerializable(typeof(ImmutableArray<Evidence>))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
