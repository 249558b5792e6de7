using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Marriages;

internal sealed partial class MarriageCheck
{
    // Indexed by the number of the cause.
    private static readonly float[] Weights = [10, 9, 9, 6, 8, 10, 6];

    public override void Decide(CheckContext context, RegisterRange range, FindingSink sink)
    {
        RegisterStore register = context.Register;
        if (!register.Has(RegisterColumn.MaritalStatus))
        {
            return;
        }

        for (int row = range.FirstRow; row < range.EndRow; row++)
        {
            if (_events.Of(row) is { IsEmpty: false } events)
            {
                DecideByRecords(context, row, events[..Math.Min(events.Length, MaritalRecord.MostEvents)], sink);
            }
        }

        for (int household = range.FirstHousehold; household < range.EndHousehold; household++)
        {
            DecideByHousehold(context, household, sink);
        }
    }

    private void DecideByRecords(CheckContext context, int row, ReadOnlySpan<MaritalEvent> events, FindingSink sink)
    {
        RegisterStore register = context.Register;
        MaritalStatus status = register.MaritalStatuses[row];
        MaritalRecord record = RecordOf(register, events);

        // The great majority: married in both.
        if (status.IsMarried && record.Current >= 0 && record.OtherCurrent < 0)
        {
            return;
        }

        var facts = new MaritalFacts
        {
            Status = status,
            Record = record,
            DivorceIsCovered = record.Current >= 0 && SpansBoth(context, row, events[record.Current], context.AsOfDay),
            RemarriageIsCovered = record.Divorce >= 0
                && context.Coverage.Covers(Marriage, register.Division(row), events[record.Divorce].Day, context.AsOfDay),
            RemarriageIsCoveredNow = record.Divorce >= 0 && context.Coverage.Covers(Marriage, register.Division(row), context.AsOfDay),
            EarlierDivorceIsCovered = record.OtherCurrent >= 0
                && SpansBoth(context, row, events[record.OtherCurrent], events[record.Current].Day),
            PartnerIsAlive = record.Current >= 0 && IsAlive(register, events[record.Current].Partner),
            HasAnotherSpouse = record.Divorce >= 0 && HasSpouse(register, row, events[record.Divorce].Partner),
            HasSpouseInHousehold = record.Divorce >= 0 && HasSpouse(register, row, -1),
        };
        MaritalCause cause = MaritalDecision.Decide(facts, events, context.AsOfDay - _graceDays[register.Division(row).Province]);
        if (cause != MaritalCause.None)
        {
            int main = cause is MaritalCause.DivorcedOnRecord ? record.Divorce
                : cause is MaritalCause.OnceMarriedOnRecord ? Math.Max(record.Divorce, record.Widowed)
                : record.Current;
            Report(row, cause, events[main], cause == MaritalCause.TwoSpouses ? events[record.OtherCurrent] : default, sink);
        }
    }

    private void DecideByHousehold(CheckContext context, int household, FindingSink sink)
    {
        RegisterStore register = context.Register;
        if (!TryFindCouple(register, register.Members(household), out int head, out int spouse))
        {
            return;
        }

        int inQuestion = MaritalDecision.InQuestion(register.MaritalStatuses[head], register.MaritalStatuses[spouse]);
        if (inQuestion == 0)
        {
            return;
        }

        int row = inQuestion == 1 ? head : spouse;
        int due = context.AsOfDay - _graceDays[register.Division(row).Province];
        if (!IsRecent(register, head, due) && !IsRecent(register, spouse, due) && !RecordsExcuse(register, row, due))
        {
            Report(row, MaritalCause.SpouseOnOneSide, default, default, sink, inQuestion == 1 ? spouse : head);
        }
    }

    /// <summary>Whether the records say that the one in question is right: not married, or married only just now.</summary>
    private bool RecordsExcuse(RegisterStore register, int row, int due)
    {
        ReadOnlySpan<MaritalEvent> events = _events.Of(row);
        if (events.IsEmpty)
        {
            return false;
        }

        MaritalRecord record = RecordOf(register, events[..Math.Min(events.Length, MaritalRecord.MostEvents)]);
        return record.Current < 0 || events[record.Current].Day > due;
    }

    private MaritalRecord RecordOf(RegisterStore register, ReadOnlySpan<MaritalEvent> events)
    {
        Span<bool> dead = stackalloc bool[events.Length];
        for (int i = 0; i < dead.Length; i++)
        {
            dead[i] = events[i].Partner >= 0 && IsDead(register, events[i].Partner);
        }

        return MaritalRecord.Of(events, dead);
    }

    private static bool TryFindCouple(RegisterStore register, ReadOnlySpan<int> members, out int head, out int spouse)
    {
        head = spouse = -1;
        foreach (int row in members)
        {
            bool isHead = register.Relations[row].IsHead;
            if (!register.IsLiving(row) || (!isHead && !register.Relations[row].IsSpouse))
            {
                continue;
            }

            // Two heads or two spouses are for another indicator.
            if ((isHead ? head : spouse) >= 0)
            {
                return false;
            }

            head = isHead ? row : head;
            spouse = isHead ? spouse : row;
        }

        return head >= 0 && spouse >= 0 && !register.IsCollective(head);
    }

    private bool IsDead(RegisterStore register, int first)
    {
        if (_dead.Contains(first))
        {
            return true;
        }

        for (int row = first; row >= 0; row = register.NextSameNumber(row))
        {
            if (register.CancelledFor.At(row) == CancellationReason.Death)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAlive(RegisterStore register, int first)
    {
        if (first < 0 || IsDead(register, first))
        {
            return false;
        }

        for (int row = first; row >= 0; row = register.NextSameNumber(row))
        {
            if (register.IsLiving(row))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SpansBoth(CheckContext context, int row, in MaritalEvent marriage, int to)
    {
        RegisterStore register = context.Register;
        return marriage.Partner >= 0
            && context.Coverage.Covers(Divorce, register.Division(row), marriage.Day, to)
            && context.Coverage.Covers(Divorce, register.Division(marriage.Partner), marriage.Day, to);
    }

    /// <summary>Whether the household holds a spouse of the person other than a former one, of whom the first row of the number is given.</summary>
    private static bool HasSpouse(RegisterStore register, int row, int former)
    {
        if (!TryFindCouple(register, register.Members(register.Households[row]), out int head, out int spouse) || (row != head && row != spouse))
        {
            return false;
        }

        int present = row == head ? spouse : head;
        return former < 0 || register.Numbers[present] != register.Numbers[former];
    }

    private static bool IsRecent(RegisterStore register, int row, int due) =>
        register.MovedInOn.At(row, NoDay) > due || register.RegisteredOn.At(row, NoDay) > due;

    private static void Report(int row, MaritalCause cause, in MaritalEvent main, in MaritalEvent other, FindingSink sink, int second = 0) =>
        sink.Add(new Suspicion
        {
            Indicator = Indicator.I06,
            Cause = (byte)(cause - 1),
            Class = ProblemClass.S,
            Task = TaskKind.Confirm,
            First = row,
            Second = second,
            Weight = Weights[(int)cause - 1],
            IsReportable = true,
            Value = main.Day,
            Source = main.Source,
            OtherSource = other.Source,
        });
}
