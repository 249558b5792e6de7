using Qingce.Checks.Registrations;
using Qingce.Checks.Verification;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Numbers;

/// <summary>Decides on the citizen number of one registration (I04).</summary>
internal static class NumberDecision
{
    /// <summary>Adds what is wrong. An empty number is no fault; a cancelled registration is not looked at.</summary>
    public static void Check(in RegistrationRow row, ref CauseSet causes)
    {
        CitizenNumberFault fault = row.Number.Fault;
        if (row.IsCancelled || (fault & CitizenNumberFault.Missing) != 0)
        {
            return;
        }

        // Of a number that is made up, unreadable or rounded, nothing else can be said.
        if ((fault & CitizenNumberFault.Placeholder) != 0)
        {
            if (IsOnlyOddSequence(row.Number))
            {
                causes.AddHint((int)NumberCause.SequenceZero, 2);
                CheckContent(row, ref causes);
                return;
            }

            causes.Add((int)NumberCause.Placeholder, 12);
            return;
        }

        if ((fault & CitizenNumberFault.SpreadsheetRounded) != 0)
        {
            causes.Add((int)NumberCause.SpreadsheetRounded, 10);
            return;
        }

        if (!row.Number.HasNumber)
        {
            causes.Add((int)NumberCause.Unreadable, 10);
            return;
        }

        if ((fault & (CitizenNumberFault.ForeignPermit | CitizenNumberFault.ResidencePermitPrefix)) != 0)
        {
            causes.Add((int)NumberCause.PermitNumber, 7);
            return;
        }

        if ((fault & CitizenNumberFault.FifteenDigits) != 0)
        {
            causes.Add((int)NumberCause.FifteenDigits, 8);
        }

        if ((fault & CitizenNumberFault.Checksum) != 0)
        {
            causes.Add((int)NumberCause.Checksum, 9);
        }

        CheckContent(row, ref causes);
    }

    private static void CheckContent(in RegistrationRow row, ref CauseSet causes)
    {
        CitizenNumber number = row.Number.Number;
        if ((row.Number.Fault & CitizenNumberFault.DateImpossible) != 0)
        {
            causes.Add((int)NumberCause.ImpossibleDate, 9);
        }
        else if (!row.Birth.IsNone && !Agrees(row))
        {
            causes.Add((int)NumberCause.BirthMismatch, 7);
        }

        if (number.Sex.Contradicts(row.Sex))
        {
            causes.Add((int)NumberCause.SexMismatch, 6);
        }

        if (!Divisions.EverExisted(number.DivisionPrefix))
        {
            causes.AddHint((int)NumberCause.UnknownPrefix, 1);
        }
    }

    // Sequences begin with 001; a number that holds in every other way was still given out by somebody.
    private static bool IsOnlyOddSequence(CitizenNumberReading number) =>
        number.HasNumber && number.Fault == CitizenNumberFault.Placeholder && number.Number.Sequence == 0
        && Divisions.EverExisted(number.Number.DivisionPrefix);

    private static bool Agrees(in RegistrationRow row)
    {
        BirthDate inNumber = BirthDate.FromCode(row.Number.Number.BirthCode);

        // The old form has no century: 1900 to 1999 was only assumed.
        return row.Birth.Agrees(inNumber)
            || (row.Number.Expanded && row.Birth.Code % 1_000_000 == inNumber.Code % 1_000_000);
    }
}
