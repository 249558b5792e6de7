using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Deliveries;
using Qingce.Register;
using Qingce.Storage.Bulk;
using Qingce.Storage.Households;
using Qingce.Storage.Registrations;

namespace Qingce.Storage.Importing;

/// <summary>Rows of the register: new registrations by the bulk path, other values as changes with history.</summary>
internal sealed class RegisterRows(Store store, Delivery delivery, IReadOnlyList<RegisterField> columns, DateOnly describedDay, TimeProvider clock)
    : DeliveryRows(store.Keys, delivery, clock)
{
    private const int MostHouseholdsTold = 20;

    private readonly DeliveredValues _values = new(store, delivery, columns, describedDay, clock);

    private readonly byte[] _absent = [.. RegisterFields.All().Take(RegisterFields.InFile).Except(columns).Select(field => (byte)field)];

    // While the register has nothing but what this delivery brought, no row can be known: rows the file repeats are rejected already.
    private bool _asksFirst = true;

    public override async Task BeginAsync(RegisterContext context, CancellationToken cancellation) =>
        _asksFirst = await context.Registrations.AnyAsync(one => one.DeliveryId == null || one.DeliveryId != Delivery.DeliveryId, cancellation).ConfigureAwait(false)
            || await context.ChangeEffects.AnyAsync(cancellation).ConfigureAwait(false);

    protected override ReadOnlySpan<byte> Absent => _absent;

    public override bool FillsTheRegister => !_asksFirst;

    public override async Task<ChunkCounts> TakeAsync(StoreWrite write, DeliveryChunk chunk, PreparedChunk prepared, CancellationToken cancellation)
    {
        if (!_asksFirst)
        {
            await InsertAsync(write, chunk, prepared, isKnown: null, cancellation).ConfigureAwait(false);
            return new ChunkCounts(chunk.RowCount - Dropped(chunk), 0, 0);
        }

        string[] ids = Ids(chunk, chunk.Kind.IdField);
        Dictionary<string, long> known = await write.Context.Registrations.Where(one => EF.Parameter(ids).Contains(one.RegistrationId))
            .Select(one => new { one.RegistrationId, one.Digest }).ToDictionaryAsync(one => one.RegistrationId, one => one.Digest, cancellation).ConfigureAwait(false);
        HashSet<string> unmade = await UnmadeAsync(write.Context, [.. ids.Where(id => !known.ContainsKey(id))], cancellation).ConfigureAwait(false);
        Dictionary<string, DeliveredRow> others = new(StringComparer.Ordinal);
        _values.Kept.Begin(chunk.FirstRow);
        for (int row = 0, taken = 0; row < chunk.RowCount; row++)
        {
            if (!chunk.IsTaken(row))
            {
                continue;
            }

            string id = ids[taken++];
            bool isAnew = unmade.Contains(id);
            if (isAnew || (known.TryGetValue(id, out long digest) && digest != prepared.Digest(row)))
            {
                others.Add(id, new DeliveredRow(chunk.RowNumber(row), Content(chunk, row), prepared.Digest(row), isAnew));
            }
        }

        await InsertAsync(write, chunk, prepared, id => known.ContainsKey(id) || unmade.Contains(id), cancellation).ConfigureAwait(false);
        int updated = others.Count == 0 ? 0 : await _values.TakeAsync(write, others, cancellation).ConfigureAwait(false);
        return new ChunkCounts(ids.Length - known.Count, known.Count - updated, updated);
    }

    public override async Task<IReadOnlyList<DeliveryNote>> ConcludeAsync(StoreWrite write, CancellationToken cancellation)
    {
        if (FillsTheRegister)
        {
            await store.AnalyseAsync(write, BulkTable.Registrations.Name, category: null, cancellation).ConfigureAwait(false);
        }

        List<string> several = await SeveralHeads.HouseholdsOf(write.Context, Delivery.DeliveryId).Take(MostHouseholdsTold + 1)
            .ToListAsync(cancellation).ConfigureAwait(false);
        if (several.Count == 0)
        {
            return [.. _values.Kept.Notes()];
        }

        bool more = several.Count > MostHouseholdsTold;
        string named = string.Join(", ", several.Take(MostHouseholdsTold).Order(StringComparer.Ordinal)) + (more ? ", ..." : "");
        return
        [
            .. _values.Kept.Notes(),
            new DeliveryNote(
                DeliveryFault.SeveralHeads.Code, "household_id,relation", $"{DeliveryFault.SeveralHeads.English} Households: {named}",
                $"{DeliveryFault.SeveralHeads.Chinese}户号：{named}"),
        ];
    }

    // Those of whom only the history is left.
    private static async Task<HashSet<string>> UnmadeAsync(RegisterContext context, string[] unknown, CancellationToken cancellation) => unknown.Length == 0 ? [] :
        await context.ChangeEffects.Where(one => EF.Parameter(unknown).Contains(one.RegistrationId)).Select(one => one.RegistrationId).Distinct()
            .ToHashSetAsync(StringComparer.Ordinal, cancellation).ConfigureAwait(false);

    protected override void Prepare(DeliveryChunk chunk, PreparedChunk prepared)
    {
        if (!_asksFirst)
        {
            Fill(chunk, prepared, _ => true);
            prepared.HasRows = true;
        }
    }

    private async Task InsertAsync(
        StoreWrite write, DeliveryChunk chunk, PreparedChunk prepared, Func<string, bool>? isKnown, CancellationToken cancellation)
    {
        if (!prepared.HasRows || Dropped(chunk) > 0)
        {
            Fill(chunk, prepared, row => chunk.IsTaken(row) && isKnown?.Invoke(Encoding.UTF8.GetString(chunk[row, 0])) != true);
        }

        if (prepared.Rows!.Count > 0)
        {
            await store.InsertAsync(write, prepared.Rows, cancellation).ConfigureAwait(false);
        }
    }

    private void Fill(DeliveryChunk chunk, PreparedChunk prepared, Func<int, bool> isWanted)
    {
        RegistrationRows rows = (RegistrationRows)(prepared.Rows ??= store.NewRegistrations(Delivery.DeliveryId, Begun));
        rows.Clear();
        for (int row = 0; row < chunk.RowCount; row++)
        {
            if (isWanted(row))
            {
                rows.Append(chunk.Row(row), chunk.Ends(row), chunk.Start(row), prepared.Digest(row));
            }
        }
    }

    private static int Dropped(DeliveryChunk chunk)
    {
        int dropped = 0;
        for (int row = 0; row < chunk.RowCount; row++)
        {
            dropped += chunk.IsTaken(row) ? 0 : 1;
        }

        return dropped;
    }

    private static RegistrationContent Content(DeliveryChunk chunk, int row)
    {
        string[] texts = new string[chunk.FieldCount];
        for (int field = 0; field < texts.Length; field++)
        {
            texts[field] = Encoding.UTF8.GetString(chunk[row, field]);
        }

        return RegistrationContent.FromKept(texts);
    }
}
