using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Qingce.Storage.Registrations;

namespace Qingce.Storage.Changes;

/// <summary>
/// The questions behind every history, translated once a database product: they are asked for each page of a registration and each event, and translating them anew
/// costs more than the answer.
/// </summary>
internal sealed class HistoryQueries
{
    private static readonly ConditionalWeakTable<IModel, HistoryQueries> Made = [];

    /// <summary>Registrations by id, with changes tracked.</summary>
    public Func<RegisterContext, string[], IAsyncEnumerable<Registration>> Rows { get; } = EF.CompileAsyncQuery(
        (RegisterContext context, string[] ids) => context.Registrations.Where(one => ids.Contains(one.RegistrationId)));

    /// <summary>What changes did to registrations, with those changes.</summary>
    public Func<RegisterContext, string[], IAsyncEnumerable<EffectOfChange>> Effects { get; } = EF.CompileAsyncQuery(
        (RegisterContext context, string[] ids) => context.ChangeEffects.AsNoTracking().Where(one => ids.Contains(one.RegistrationId))
            .Join(context.Changes.AsNoTracking(), effect => effect.Sequence, change => change.Sequence, (effect, change) => new EffectOfChange(effect, change)));

    /// <summary>Those for the product of a context.</summary>
    public static HistoryQueries Of(RegisterContext context) => Made.GetValue(context.Model, _ => new HistoryQueries());
}

/// <summary>An effect with its change.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Change">The change.</param>
internal sealed record EffectOfChange(StoredEffect Effect, StoredChange Change);
