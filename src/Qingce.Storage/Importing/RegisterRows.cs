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
        _asksFirst = await context.Registrations.AnyAsync(one => one.DeliveryId == null || one.DeliveryId != Delivery.DeliveryId, cancellation).ConfigureAwait(false);

    protected override ReadOnlySpan<byte> Absent => _absent;

    public override bool FillsTheRegister => !_asksFirst;

    public override async Task<ChunkCounts> TakeAsync(StoreWrite write, DeliveryChunk chunk, PreparedChunk prepared, CancellationToken cancellation)
    {
        if (!_asksFirst)
        {
            await InsertAsync(write, chunk, prepared, known: null, cancellation).ConfigureAwait(false);
            return new ChunkCounts(chunk.RowCount - Dropped(chunk), 0, 0);
        }

        string[] ids = Ids(chunk, chunk.Kind.IdField);
        Dictionary<string, long> known = await write.Context.Registrations.Where(one => EF.Parameter(ids).Contains(one.RegistrationId))
            .Select(one => new { one.RegistrationId, one.Digest }).ToDictionaryAsync(one => one.RegistrationId, one => one.Digest, cancellation).ConfigureAwait(false);
        Dictionary<string, (RegistrationContent Content, long Digest)> others = new(StringComparer.Ordinal);
        for (int row = 0, taken = 0; row < chunk.RowCount; row++)
        {
            if (chunk.IsTaken(row) && known.TryGetValue(ids[taken++], out long digest) && digest != prepared.Digest(row))
            {
                others.Add(ids[taken - 1], (Content(chunk, row), prepared.Digest(row)));
            }
        }

        await InsertAsync(write, chunk, prepared, known, cancellation).ConfigureAwait(false);
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
            return [];
        }

        bool more = several.Count > MostHouseholdsTold;
        string named = string.Join(", ", several.Take(MostHouseholdsTold).Order(StringComparer.Ordinal)) + (more ? ", ..." : "");
        return
        [
            new DeliveryNote(
                DeliveryFault.SeveralHeads.Code, "household_id,relation", $"{DeliveryFault.SeveralHeads.English} Households: {named}",
                $"{DeliveryFault.SeveralHeads.Chinese}户号：{named}"),
        ];
    }

    protected override void Prepare(DeliveryChunk chunk, PreparedChunk prepared)
    {
        if (!_asksFirst)
        {
            Fill(chunk, prepared, _ => true);
            prepared.HasRows = true;
        }
    }

    private async Task InsertAsync(
        StoreWrite write, DeliveryChunk chunk, PreparedChunk prepared, Dictionary<string, long>? known, CancellationToken cancellation)
    {
        if (!prepared.HasRows || Dropped(chunk) > 0)
        {
            Fill(chunk, prepared, row => chunk.IsTaken(row) && known?.ContainsKey(Encoding.UTF8.GetString(chunk[row, 0])) != true);
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
