using Qingce.Checks.Facts;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Moves;

internal sealed partial class MoveCheck
{
    // Indexed by the number of the cause.
    private static readonly float[] Weights = [8, 9, 8, 10];

    public override void Conclude(CheckContext context, FindingSink sink)
    {
        RegisterStore register = context.Register;
        var unclosed = new List<(int Row, MoveCause Cause, MoveFact Permit)>();
        foreach (int row in _candidates.Left)
        {
            int leftOn = register.CancelledOn.At(row, NoDay);
            ReadOnlySpan<MoveFact> facts = _facts.Of(register.FindNumber(register.Numbers[row]));
            if (leftOn != NoDay && !HasLeftAgain(register, row, leftOn))
            {
                bool covered = IsCovered(context, register.Divisions[register.MovedOutTo.At(row)], leftOn, context.AsOfDay);
                MoveCause cause = MoveDecision.Left(leftOn, covered, facts, DaysOf(register, row), context.AsOfDay, out int permit);
                if (cause != MoveCause.None)
                {
                    unclosed.Add((row, cause, permit < 0 ? default : facts[permit]));
                }
            }
        }

        HashSet<int> arrived = ArrivedUnderAnotherNumber(register, unclosed.ConvertAll(item => item.Row));
        foreach ((int row, MoveCause cause, MoveFact permit) in unclosed)
        {
            if (!arrived.Contains(row))
            {
                Report(sink, cause, row, row, permit.Day, permit.Source);
            }
        }

        ConcludeEntered(context, sink);
        foreach (int first in _candidates.Doubled)
        {
            ConcludeDoubled(context, first, sink);
        }
    }

    private void ConcludeEntered(CheckContext context, FindingSink sink)
    {
        RegisterStore register = context.Register;
        foreach (int row in _candidates.Entered)
        {
            int enteredOn = register.MovedInOn[row];
            DivisionCode origin = register.Divisions[register.MovedInFrom.At(row)];
            if (NeedsAnExit(register, row)
                && MoveDecision.Entered(
                    enteredOn,
                    IsCovered(context, origin, enteredOn - MoveDecision.PermitDays, enteredOn),
                    _facts.Of(register.FindNumber(register.Numbers[row])),
                    DaysOf(register, row),
                    context.AsOfDay) is not MoveCause.None and var cause)
            {
                Report(sink, cause, row, row, enteredOn, SourceRef.None);
            }
        }
    }

    private void ConcludeDoubled(CheckContext context, int first, FindingSink sink)
    {
        RegisterStore register = context.Register;
        for (int later = first; later >= 0; later = register.NextSameNumber(later))
        {
            int enteredOn = register.MovedInOn.At(later, NoDay);
            if (!register.IsLiving(later) || enteredOn == NoDay || !NeedsAnExit(register, later))
            {
                continue;
            }

            for (int earlier = first; earlier >= 0; earlier = register.NextSameNumber(earlier))
            {
                int earlierOn = register.MovedInOn.At(earlier, NoDay);
                bool isEarlier = earlierOn < enteredOn || (earlierOn == enteredOn && earlier < later);
                if (earlier == later || !isEarlier || !register.IsLiving(earlier) || !AreOnePerson(register, later, earlier))
                {
                    continue;
                }

                MoveCause cause = MoveDecision.Doubled(
                    enteredOn, earlierOn, _facts.Of(first), DaysOf(register, later), context.AsOfDay);
                if (cause != MoveCause.None)
                {
                    Report(sink, cause, later, earlier, enteredOn, SourceRef.None);
                }
            }
        }
    }

    /// <summary>
    /// Those who left and whose number was written differently where they came in: the same name and birth date, moved in from the place
    /// left, at about that time.
    /// </summary>
    private static HashSet<int> ArrivedUnderAnotherNumber(RegisterStore register, List<int> left)
    {
        var byPerson = new Dictionary<(int, int), List<int>>();
        foreach (int row in left)
        {
            (int, int) person = (register.NameIds[row], register.BirthCodes[row]);
            if (!byPerson.TryGetValue(person, out List<int>? same))
            {
                byPerson.Add(person, same = []);
            }

            same.Add(row);
        }

        var arrived = new HashSet<int>();
        for (int row = 0; row < register.Count && left.Count > 0; row++)
        {
            int enteredOn = register.MovedInOn.At(row, NoDay);
            if (enteredOn != NoDay && byPerson.TryGetValue((register.NameIds[row], register.BirthCodes[row]), out List<int>? same))
            {
                DivisionCode origin = register.Divisions[register.MovedInFrom.At(row)];
                arrived.UnionWith(same.Where(leaver => leaver != row
                    && enteredOn >= register.CancelledOn[leaver] - MoveDecision.DatingSlack
                    && enteredOn <= register.CancelledOn[leaver] + MoveDecision.LongestJourney
                    && (origin.IsNone || origin.County == register.Division(leaver).County)));
            }
        }

        return arrived;
    }

    /// <summary>Whether the person moved on from a later registration, so that this move was closed once.</summary>
    private static bool HasLeftAgain(RegisterStore register, int row, int leftOn)
    {
        for (int other = register.FindNumber(register.Numbers[row]); other >= 0; other = register.NextSameNumber(other))
        {
            int entered = Math.Max(register.MovedInOn.At(other, NoDay), register.RegisteredOn.At(other, NoDay));
            if (other != row && entered != NoDay && entered >= leftOn - MoveDecision.DatingSlack)
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreOnePerson(RegisterStore register, int one, int other) =>
        register.Birth(one).Agrees(register.Birth(other)) && register.Names.Agrees(register.Name(one), register.NameIds[other]);

    private static bool NeedsAnExit(RegisterStore register, int row) =>
        !register.Divisions[register.MovedInFrom.At(row)].IsNone
        && register.MovedInFor.At(row) is not (RegistrationReason.Discharged or RegistrationReason.Naturalised or RegistrationReason.Restored
            or RegistrationReason.Birth or RegistrationReason.Adoption or RegistrationReason.Late);

    private static bool IsCovered(CheckContext context, DivisionCode place, int from, int to) =>
        !place.IsNone && (context.Coverage.Covers(Permits, place, from, to) || context.Coverage.Covers(Filings, place, from, to));

    private int DaysOf(RegisterStore register, int row) => _days[register.Division(row).Province];

    private static void Report(FindingSink sink, MoveCause cause, int row, int other, int day, SourceRef source) =>
        sink.Add(new Suspicion
        {
            Indicator = Indicator.I12,
            Cause = (byte)(cause - 1),
            Class = ProblemClass.S,
            Task = TaskKind.Letter,
            Scope = cause == MoveCause.InAtTwoPlaces ? FindingScope.Pair : FindingScope.Row,
            First = cause == MoveCause.InAtTwoPlaces ? Math.Min(row, other) : row,
            Second = cause == MoveCause.InAtTwoPlaces ? Math.Max(row, other) : other,
            Weight = Weights[(int)cause - 1],
            IsReportable = true,
            Value = day,
            Source = source,
        });
}
