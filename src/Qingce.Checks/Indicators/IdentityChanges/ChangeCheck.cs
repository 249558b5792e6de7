using System.Runtime.InteropServices;
using System.Text;
using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.IdentityChanges;

/// <summary>I02: name, birth date or number changed too often or in a pattern.</summary>
internal sealed partial class ChangeCheck : Check
{
    private const int NoDay = RegistrationRow.NoDay;
    private const int Admissions = 19;

    // Below this age a school is gone to without an exam that a birth date matters for.
    private const int ExamAge = 14;

    private ChangeSettings[] _settings = [];
    private RowFacts<IdentityChange> _changes = new(1);
    private RowFacts<DeadlineFact> _deadlines = new(1);
    private RowSet _changed = new(0);

    public override Indicator Id => Indicator.I02;

    public override IReadOnlyList<string> Causes { get; } =
        ["name_too_often", "birth_date_too_often", "number_too_often", "together_too_often", "age_moved", "before_settlement", "before_exam"];

    public override IReadOnlyList<SourceNeed> Sources { get; } =
        [new(Admissions, SourceFields.EventKind | SourceFields.EventDate | SourceFields.CitizenNumber | SourceFields.Name)];

    public override IReadOnlyList<string> Evidence { get; } = ["changed_on", "field", "old_value", "new_value", "reason", "handler", "agent"];

    public override bool ReadsChanges => true;

    public override void Begin(CheckContext context)
    {
        _settings = context.Parameters.PerProvince("I02", ChangeSettings.From);
        _changes = new RowFacts<IdentityChange>(context.Threads);
        _deadlines = new RowFacts<DeadlineFact>(context.Threads);
        _changed = new RowSet(context.Register.Count);
    }

    public override void FoldChanges(ChangeBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            int row = batch.Rows[i];
            int day = batch.ChangedDays[i];
            if (row < 0 || day == NoDay || !batch.Register.IsLiving(row))
            {
                continue;
            }

            switch (batch.Fields[i])
            {
                case ChangedField.Name:
                    Keep(batch, i, 0, 0, IsOneName(batch.OldValue(i), batch.NewValue(i)));
                    break;
                case ChangedField.BirthDate:
                    Keep(batch, i, BirthDate.Read(batch.OldValue(i)).Date.Code, BirthDate.Read(batch.NewValue(i)).Date.Code, false);
                    break;
                case ChangedField.CitizenNumber:
                    CitizenNumber before = CitizenNumber.Read(batch.OldValue(i)).Number;
                    CitizenNumber after = CitizenNumber.Read(batch.NewValue(i)).Number;
                    bool writing = !before.IsNone && (before == after || before.ShortForm == after.ShortForm);
                    Keep(batch, i, before.IsNone ? 0 : before.BirthCode, after.IsNone ? 0 : after.BirthCode, writing);
                    break;
                case ChangedField.Registration when IsSettlement(batch.Reasons[i]):
                    _deadlines.Add(batch.Lane, new DeadlineFact(row, day, false));
                    break;
                default:
                    break;
            }
        }
    }

    public override void SettleChanges(CheckContext context)
    {
        _changes.Settle(context.Register.Count);
        foreach (ref readonly IdentityChange change in _changes.All)
        {
            ulong number = context.Register.Numbers[change.Row];
            _changed.Add(number == 0 ? change.Row : context.Register.FindNumber(number));
        }
    }

    public override void Fold(SourceBatch batch)
    {
        RegisterStore register = batch.Register;
        for (int i = 0; i < batch.Count; i++)
        {
            if (batch.Rows[i] < 0 || !_changed.Contains(batch.Rows[i]) || batch.EventDays[i] == NoDay)
            {
                continue;
            }

            for (int row = batch.Rows[i]; row >= 0; row = register.NextSameNumber(row))
            {
                BirthDate birth = register.Birth(row);
                if (register.IsLiving(row) && !birth.IsNone && birth.OldestAgeOn(DayNumber.ToDate(batch.EventDays[i])) >= ExamAge
                    && batch.NameAgrees(i, row))
                {
                    _deadlines.Add(batch.Lane, new DeadlineFact(row, batch.EventDays[i], true));
                }
            }
        }
    }

    public override void Settle(CheckContext context) => _deadlines.Settle(context.Register.Count);

    public override void Decide(CheckContext context, RegisterRange range, FindingSink sink)
    {
        RegisterStore register = context.Register;
        var found = new List<ChangeSuspicion>();
        var settlements = new List<int>();
        var exams = new List<int>();
        for (int row = range.FirstRow; row < range.EndRow; row++)
        {
            ReadOnlySpan<IdentityChange> changes = _changes.Of(row);
            if (changes.IsEmpty)
            {
                continue;
            }

            found.Clear();
            settlements.Clear();
            exams.Clear();
            foreach (DeadlineFact deadline in _deadlines.Of(row))
            {
                (deadline.IsExam ? exams : settlements).Add(deadline.Day);
            }

            if (IsSettlement(register.MovedInFor.At(row)) && register.MovedInOn.At(row, NoDay) is not NoDay and var movedIn)
            {
                settlements.Add(movedIn);
            }

            ChangeDecision.Decide(
                changes,
                CollectionsMarshal.AsSpan(settlements),
                CollectionsMarshal.AsSpan(exams),
                _settings[register.Division(row).Province],
                found);
            foreach (ChangeSuspicion suspicion in found)
            {
                Report(row, suspicion, changes, sink);
            }
        }
    }

    private static bool IsSettlement(RegistrationReason reason) =>
        reason is RegistrationReason.HomePurchase or RegistrationReason.Employment or RegistrationReason.Talent or RegistrationReason.Points
            or RegistrationReason.Study;

    /// <summary>Whether two names differ in their writing only: another form of a character, or one that a system had lost.</summary>
    private static bool IsOneName(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        Span<char> one = stackalloc char[128];
        Span<char> other = stackalloc char[128];
        return Encoding.UTF8.TryGetChars(before, one, out int oneLength)
            && Encoding.UTF8.TryGetChars(after, other, out int otherLength)
            && PersonName.MayBeSame(one[..oneLength], other[..otherLength])
                is NameAgreement.Exact or NameAgreement.Variant or NameAgreement.LostCharacter;
    }

    private void Keep(ChangeBatch batch, int i, int oldBirth, int newBirth, bool isWritingOnly) =>
        _changes.Add(batch.Lane, new IdentityChange(
            batch.Rows[i], batch.ChangedDays[i], batch.Fields[i], oldBirth, newBirth, isWritingOnly, batch.Ref(i)));
}
