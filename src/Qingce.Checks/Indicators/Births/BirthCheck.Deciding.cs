using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Births;

internal sealed partial class BirthCheck
{
    // Indexed by the number of the cause.
    private static readonly float[] Weights = [7, 7, 10, 8];

    public override void Decide(CheckContext context, RegisterRange range, FindingSink sink)
    {
        RegisterStore register = context.Register;
        int youngEnough = DayNumber.ToCode(context.AsOfDay) - ((_settings.Max(settings => settings.ChildAge) + 1) * 10_000);
        for (int row = range.FirstRow; row < range.EndRow; row++)
        {
            if (register.BirthCodes[row] > youngEnough && register.IsLiving(row) && register.RegisteredFor.At(row) == RegistrationReason.Birth && _matches!.BirthOf(row) < 0)
            {
                int birthDay = register.Birth(row).ToDate() is { } birth ? DayNumber.Of(birth) : NoDay;
                BirthCause cause = BirthDecision.Uncertified(
                    RegistrationReason.Birth, birthDay, IsCovered(context, row, birthDay), SettingsOf(register, row), context.AsOfDay);
                if (cause != BirthCause.None)
                {
                    Report(sink, cause, ProblemClass.F, row, row, SourceRef.None, SourceRef.None);
                }
            }
        }

        for (int household = range.FirstHousehold; household < range.EndHousehold; household++)
        {
            DecideTwins(context, register.Members(household), sink);
        }
    }

    public override void Conclude(CheckContext context, FindingSink sink)
    {
        RegisterStore register = context.Register;
        ReadOnlySpan<BirthRecord> births = _matches!.Births;
        for (int i = 0; i < births.Length; i++)
        {
            if (_matches.IsMatched(i) || births[i].Mother < 0)
            {
                continue;
            }

            int mother = Living(register, births[i].Mother);
            int county = mother < 0 ? 0 : register.Division(mother).County;
            BirthCause cause = BirthDecision.Unregistered(
                births[i].Day,
                mother >= 0,
                _dead.Contains(new InfantDeath(births[i].BirthCode, births[i].Sex, county)),
                mother < 0 ? 0 : SettingsOf(register, mother).Days,
                context.AsOfDay);
            if (cause != BirthCause.None)
            {
                Report(sink, cause, ProblemClass.S, mother, mother, births[i].Source, SourceRef.None, births[i].Day);
            }
        }

        ConcludeUsedTwice(register, sink);
    }

    private void ConcludeUsedTwice(RegisterStore register, FindingSink sink)
    {
        int end;
        var rows = new List<int>();
        for (int first = 0; first < _sortedUses.Length; first = end)
        {
            rows.Clear();
            for (end = first; end < _sortedUses.Length && _sortedUses[end].Certificate == _sortedUses[first].Certificate; end++)
            {
                int row = _sortedUses[end].Row;
                if (register.IsLiving(row) && !rows.Exists(other => other == row || IsOneNumber(register, other, row)))
                {
                    rows.Add(row);
                }
            }

            if (rows.Count == 2)
            {
                Report(sink, BirthCause.CertificateUsedTwice, ProblemClass.F, rows[0], rows[1], _sortedUses[first].Source, _sortedUses[end - 1].Source);
            }
            else if (rows.Count > 2)
            {
                sink.Add(new Suspicion
                {
                    Indicator = Indicator.I11,
                    Cause = (byte)(BirthCause.CertificateUsedTwice - 1),
                    Class = ProblemClass.F,
                    Task = TaskKind.Visit,
                    Scope = FindingScope.Group,
                    First = sink.Group([.. rows]),
                    Weight = Weights[(int)BirthCause.CertificateUsedTwice - 1],
                    IsReportable = true,
                    Source = _sortedUses[first].Source,
                    OtherSource = _sortedUses[end - 1].Source,
                });
            }
        }
    }

    private void DecideTwins(CheckContext context, ReadOnlySpan<int> members, FindingSink sink)
    {
        RegisterStore register = context.Register;
        for (int i = 0; i < members.Length; i++)
        {
            int one = members[i];
            if (!SharesBirthDay(register, members, i) || !IsChildByBirth(register, one) || register.Birth(one).ToDate() is not { } birth)
            {
                continue;
            }

            int birthDay = DayNumber.Of(birth);
            foreach (int other in members[(i + 1)..])
            {
                if (register.BirthCodes[other] == register.BirthCodes[one]
                    && IsChildByBirth(register, other)
                    && !IsOneNumber(register, one, other)
                    && birthDay <= context.AsOfDay - SettingsOf(register, one).Days
                    && IsCovered(context, one, birthDay) && IsCovered(context, other, birthDay)
                    && AreNoTwins(one, other))
                {
                    Report(sink, BirthCause.NoTwins, ProblemClass.F, one, other, SourceRef.None, SourceRef.None);
                }
            }
        }
    }

    private static bool SharesBirthDay(RegisterStore register, ReadOnlySpan<int> members, int position)
    {
        foreach (int other in members[(position + 1)..])
        {
            if (register.BirthCodes[other] == register.BirthCodes[members[position]])
            {
                return true;
            }
        }

        return false;
    }

    private bool AreNoTwins(int one, int other)
    {
        int oneBirth = _matches!.BirthOf(one);
        int otherBirth = _matches.BirthOf(other);
        ReadOnlySpan<BirthRecord> births = _matches.Births;
        bool both = oneBirth >= 0 && otherBirth >= 0;
        bool sameMother = !both || births[oneBirth].Mother == births[otherBirth].Mother;
        bool sameDay = !both || Math.Abs(births[oneBirth].Day - births[otherBirth].Day) <= 1;
        return BirthDecision.Twins(oneBirth >= 0, otherBirth >= 0, sameMother, sameDay) != BirthCause.None;
    }

    private static bool IsChildByBirth(RegisterStore register, int row) =>
        register.IsLiving(row)
        && register.RegisteredFor.At(row) == RegistrationReason.Birth
        && (register.Relations[row].IsChild || register.Relations[row].IsGrandchild)
        && !register.Relations[row].IsStepOrAdopted;

    private static bool IsOneNumber(RegisterStore register, int one, int other) =>
        register.Numbers[one] != 0 && register.Numbers[one] == register.Numbers[other];

    private static int Living(RegisterStore register, int first)
    {
        for (int row = first; row >= 0; row = register.NextSameNumber(row))
        {
            if (register.IsLiving(row))
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>Whether certificates are complete where the child was first registered; a child that moved in was born where it came from.</summary>
    private static bool IsCovered(CheckContext context, int row, int birthDay)
    {
        if (birthDay == NoDay)
        {
            return false;
        }

        RegisterStore register = context.Register;
        bool moved = register.MovedInOn.At(row, NoDay) != NoDay;
        DivisionCode place = moved ? register.Divisions[register.MovedInFrom.At(row)] : register.Division(row);
        return context.Coverage.Covers(Certificates, place, birthDay);
    }

    private BirthSettings SettingsOf(RegisterStore register, int row) => _settings[register.Division(row).Province];

    private static void Report(
        FindingSink sink, BirthCause cause, ProblemClass @class, int row, int other, SourceRef source, SourceRef otherSource, int day = NoDay) =>
        sink.Add(new Suspicion
        {
            Indicator = Indicator.I11,
            Cause = (byte)(cause - 1),
            Class = @class,
            Task = TaskKind.Visit,
            Scope = row == other ? FindingScope.Row : FindingScope.Pair,
            First = Math.Min(row, other),
            Second = Math.Max(row, other),
            Weight = Weights[(int)cause - 1],
            IsReportable = true,
            Value = day,
            Source = source,
            OtherSource = otherSource,
        });
}
