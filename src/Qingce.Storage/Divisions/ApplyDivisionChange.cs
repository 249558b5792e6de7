using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Standards;
using Qingce.Storage.Changes;

namespace Qingce.Storage.Divisions;

/// <summary>A change of a division's code for all registrations under it.</summary>
/// <param name="From">The old code, of a county, township or village.</param>
/// <param name="To">The new code of the same level.</param>
/// <param name="ChangedOn">The day from which it holds.</param>
/// <param name="ActedBy">Who applies it.</param>
/// <param name="Evidence">The notice, where the table of divisions does not have the change.</param>
public sealed record DivisionOrder(DivisionCode From, DivisionCode To, DateOnly ChangedOn, Actor ActedBy, ImmutableArray<Evidence> Evidence);

/// <summary>How far an order is carried out.</summary>
/// <param name="Changed">Registrations brought to the new code by this run.</param>
/// <param name="Left">Registrations under the old code that came there later than the day; they keep it until somebody looks at them.</param>
/// <param name="Refusal">Why it was not begun, or empty.</param>
public sealed record DivisionProgress(long Changed, long Left, ImmutableArray<BrokenRule> Refusal);

/// <summary>
/// Brings registrations from the code of a division to that of its successor, in batches of a transaction each. After an interruption the same order
/// goes on where it was: what is done is no longer under the old code.
/// </summary>
public static class ApplyDivisionChange
{
    /// <summary>Registrations in a batch: one change each.</summary>
    public const int BatchSize = 500;

    /// <summary>Carries an order out.</summary>
    /// <param name="store">The store.</param>
    /// <param name="order">The order.</param>
    /// <param name="progress">Told after each batch; may be null.</param>
    /// <param name="cancellation">Ends it between batches.</param>
    public static async Task<DivisionProgress> RunAsync(
        Store store, DivisionOrder order, IProgress<DivisionProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(order);
        string prefix = Prefix(order.From) + "%";
        string after = "";
        DivisionProgress done = new(0, 0, []);
        while (true)
        {
            await using StoreWrite write = await store.WriteAsync(cancellation).ConfigureAwait(false);
            RegisterContext context = write.Context;
            DateTimeOffset now = await ChangeOrder.TakeAsync(store, write, cancellation).ConfigureAwait(false);
            string[] ids = await context.Registrations
                .Where(one => one.Division != null && EF.Functions.Like(one.Division, prefix) && string.Compare(one.RegistrationId, after) > 0)
                .OrderBy(one => one.RegistrationId).Select(one => one.RegistrationId).Take(BatchSize).ToArrayAsync(cancellation).ConfigureAwait(false);
            if (ids.Length == 0)
            {
                return done;
            }

            after = ids[^1];
            ChangeDivision request = new(order.From, order.To, order.ChangedOn, [.. ids]) { ActedBy = order.ActedBy, Evidence = order.Evidence };
            Guid changeId = Guid.CreateVersion7(now);
            ChangeOutcome outcome = await AcceptChange.InAsync(store, write, request, new ChangeTerms(changeId), cancellation).ConfigureAwait(false);
            switch (outcome)
            {
                case ChangeOutcome.Accepted accepted:
                    await NoteAsync(context, order, changeId, cancellation).ConfigureAwait(false);
                    await write.CommitAsync(cancellation).ConfigureAwait(false);
                    done = done with { Changed = done.Changed + accepted.Versions.Count, Left = done.Left + ids.Length - accepted.Versions.Count };
                    break;
                case ChangeOutcome.Refused { Rules: [{ Code: "nothing-changes" }] }:
                    done = done with { Left = done.Left + ids.Length };
                    break;
                case ChangeOutcome.Refused refused:
                    return done with { Refusal = refused.Rules };
                default:
                    throw new InvalidOperationException("A batch expects no versions.");
            }

            progress?.Report(done);
        }
    }

    // That the old code ended and the new one began, once, with the first change that applied it.
    private static async Task NoteAsync(RegisterContext context, DivisionOrder order, Guid changeId, CancellationToken cancellation)
    {
        string from = order.From.ToString();
        string to = order.To.ToString();
        DateOnly began = FirstDay(order.From);
        AppliedDivision? old = await context.Divisions.SingleOrDefaultAsync(one => one.Code == from && one.From == began, cancellation).ConfigureAwait(false);
        string[] successors = old?.Successors?.Split(';') ?? [];
        if (successors.Contains(to))
        {
            return;
        }

        if (old is null)
        {
            old = new AppliedDivision { Code = from, From = began, ChangeId = changeId };
            context.Add(old);
        }

        (old.Until, old.Successors) = (order.ChangedOn.AddDays(-1), string.Join(';', successors.Append(to)));
        if (!await context.Divisions.AnyAsync(one => one.Code == to && one.From == order.ChangedOn, cancellation).ConfigureAwait(false))
        {
            context.Add(new AppliedDivision { Code = to, From = order.ChangedOn, ChangeId = changeId });
        }
    }

    private static DateOnly FirstDay(DivisionCode code) =>
        Standards.Divisions.History(code.County) is [var first, ..] ? new DateOnly(first.From, 1, 1) : new DateOnly(Standards.Divisions.FirstYear, 1, 1);

    private static string Prefix(DivisionCode code) => code.Level switch
    {
        DivisionLevel.Village => code.ToString(),
        DivisionLevel.Township => code.Township.ToString("D9", CultureInfo.InvariantCulture),
        _ => code.County.ToString("D6", CultureInfo.InvariantCulture),
    };
}
