using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Checks.Verification;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Codes;

namespace Qingce.Checks.Indicators.Papers;

/// <summary>I10: papers of settlements that the issuing departments do not know, or know otherwise.</summary>
internal sealed partial class PaperCheck : Check
{
    private const int NoDay = RegistrationRow.NoDay;
    private const SourceFields Fields = SourceFields.EventDate | SourceFields.CitizenNumber | SourceFields.Name | SourceFields.CounterpartNumber
        | SourceFields.CounterpartName | SourceFields.DocumentNumber | SourceFields.IssuedOn | SourceFields.Status;

    private PaperSettings[] _settings = [];
    private Lanes<PaperUse> _gathered = new(1);
    private PaperUses _uses = new([]);

    public override Indicator Id => Indicator.I10;

    public override IReadOnlyList<string> Causes { get; } =
        ["unknown", "of_another", "issued_after_use", "reused", "many_by_agent", "many_by_handler"];

    public override IReadOnlyList<SourceNeed> Sources { get; } = [new(5, Fields), new(15, Fields), new(18, Fields), new(20, Fields)];

    public override IReadOnlyList<string> Evidence { get; } =
        ["changed_on", "reason", "document_kind", "document_number", "handler", "agent", "name", "counterpart_name", "issued_on", "event_date"];

    public override bool ReadsChanges => true;

    public override void Begin(CheckContext context)
    {
        _settings = context.Parameters.PerProvince("I10", PaperSettings.From);
        _gathered = new Lanes<PaperUse>(context.Threads);
    }

    public override void FoldChanges(ChangeBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            if (batch.Fields[i] != ChangedField.Registration || batch.Rows[i] < 0 || batch.ChangedDays[i] == NoDay
                || SettlementPapers.CategoryOf(batch.DocumentKinds[i]) == 0 || !batch.Register.IsLiving(batch.Rows[i]))
            {
                continue;
            }

            ReadOnlySpan<byte> agent = batch.Agent(i);
            _gathered.Add(batch.Lane, new PaperUse(
                PaperUses.Key(batch.DocumentKinds[i], batch.DocumentNumber(i)),
                batch.Rows[i],
                batch.ChangedDays[i],
                batch.DocumentKinds[i],
                PaperUses.YearOf(batch.DocumentNumber(i)),
                agent.IsEmpty || Agents.FileForMembers(agent) ? 0 : TextHash.Of(agent),
                batch.Handler(i).IsEmpty ? 0 : TextHash.Of(batch.Handler(i)),
                batch.Ref(i)));
        }
    }

    public override void SettleChanges(CheckContext context) =>
        _uses = new PaperUses(_gathered.Sorted((one, other) => one.CompareTo(other)));

    public override void Fold(SourceBatch batch)
    {
        if (_uses.All.IsEmpty)
        {
            return;
        }

        DocumentKind kind = SettlementPapers.IssuedBy(batch.Category);
        for (int i = 0; i < batch.Count; i++)
        {
            if (batch.Statuses[i] == SourceStatus.Void || !_uses.TryFind(PaperUses.Key(kind, batch.DocumentNumber(i)), out int first, out int count))
            {
                continue;
            }

            _uses.Note(first, batch.IssuedDays[i] != NoDay ? batch.IssuedDays[i] : batch.EventDays[i], batch.Ref(i));
            for (int use = first; use < first + count; use++)
            {
                if (IsOwn(batch, i, _uses.All[use].Row))
                {
                    _uses.NoteOwn(use);
                }
            }
        }
    }

    /// <summary>Whether the row's holder or the other one it names is the person or lives in the household, by number or, for the person, by name.</summary>
    private static bool IsOwn(SourceBatch batch, int i, int row)
    {
        RegisterStore register = batch.Register;
        if (batch.NameAgrees(i, row) || register.Names.Agrees(batch.CounterpartName(i), register.NameIds[row]))
        {
            return true;
        }

        foreach (int member in register.Members(register.Households[row]))
        {
            ulong number = register.Numbers[member];
            if (number != 0 && (number == batch.Numbers[i] || number == batch.CounterpartNumbers[i]))
            {
                return true;
            }
        }

        return false;
    }
}
