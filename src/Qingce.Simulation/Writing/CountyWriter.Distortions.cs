using Qingce.Exchange.Codes;
using Qingce.Simulation.Errors;
using Qingce.Simulation.Population;
using Qingce.Standards;

namespace Qingce.Simulation.Writing;

/// <summary>What the planted errors do to the rows.</summary>
internal sealed partial class CountyWriter
{
    private void Distort(ref RegisterRow row)
    {
        switch (_who.Error)
        {
            case ErrorKind.None:
                break;
            case ErrorKind.DeadNotCancelled or ErrorKind.StoppedForDeath or ErrorKind.SilentAtGreatAge or ErrorKind.DeclaredDead:
                row.CancelledOn = 0;
                row.CancelledFor = CancellationReason.None;
                break;
            case ErrorKind.CancelledAlive:
                row.CancelledOn = _who.ErrorArgument;
                row.CancelledFor = CancellationReason.Death;
                break;
            case ErrorKind.MarriedNotUpdated or ErrorKind.MarriedOneSide:
                row.Marital = (byte)_who.ErrorArgument;
                break;
            case ErrorKind.DivorcedNotUpdated:
                row.Marital = (byte)MaritalStatus.Married;
                break;
            case ErrorKind.BirthSlip or ErrorKind.LunarBirthday:
                row.Birth = _who.ErrorArgument;
                break;
            case ErrorKind.SexSlip:
                row.Sex = (byte)(3 - row.Sex);
                break;
            case ErrorKind.NumberSlip or ErrorKind.NumberSwap or ErrorKind.ShortNumber or ErrorKind.PlaceholderNumber or ErrorKind.RoundedNumber:
                row.Number = BrokenNumber();
                break;
            case ErrorKind.BirthAfterRegistration:
                row.RegisteredOn = _who.ErrorArgument;
                break;
            case ErrorKind.NamesTooOften:
                row.FormerName = _former.AsSpan(0, _world.Names.Write(FormerName(1), _former));
                break;
            case ErrorKind.AgeMovedForPension or ErrorKind.AgeMovedYoung or ErrorKind.NumbersTooOften:
                Person before = _who;
                before.Birth = _who.ErrorArgument;
                row.FormerNumbers = _registeredNumber.AsSpan(0, NumberText.Write(before, _registeredNumber));
                break;
        }
    }

    private ReadOnlySpan<byte> BrokenNumber()
    {
        Span<byte> number = _registeredNumber.AsSpan(0, 18);
        Number.CopyTo(number);
        int at = _who.ErrorArgument;
        switch (_who.Error)
        {
            case ErrorKind.NumberSlip:
                int place = at % 17;
                number[place] = (byte)('0' + (number[place] - '0' + 1 + at / 17 % 9) % 10);
                return number;
            case ErrorKind.NumberSwap:
                for (int i = 0; i < 16; i++)
                {
                    int left = (at + i) % 16;
                    if (number[left] != number[left + 1])
                    {
                        (number[left], number[left + 1]) = (number[left + 1], number[left]);
                        break;
                    }
                }

                return number;
            case ErrorKind.ShortNumber:
                number[8..17].CopyTo(number[6..]);
                return number[..15];
            case ErrorKind.RoundedNumber:
                number[15..18].Fill((byte)'0');
                if (Number.SequenceEqual(number))
                {
                    number[14] = (byte)'0';
                }

                return number;
            default:
                number.Fill((byte)('0' + at % 3 * 4 % 10));
                if (at % 3 == 1)
                {
                    number.Fill((byte)'1');
                }

                return number;
        }
    }

    private void DistortPapers(ref ChangeRow row)
    {
        switch (_who.Error)
        {
            case ErrorKind.ForgedPapers:
                row.DocumentNumber = row.Document == DocumentKind.RealEstateCertificate
                    ? HomeCertificate(9_000_000 - _index, PaperDay())
                    : Contract(9_000_000 - _index, PaperDay());
                Scribe agent = new(_agent);
                agent.Put(_plan.Name);
                agent.Put("速通落户咨询");
                agent.Number(_who.ErrorArgument);
                row.Agent = agent.Text;
                break;
            case ErrorKind.ReusedPapers:
                row.DocumentNumber = HomeCertificate(_who.ErrorArgument, PaperDay(_county[_who.ErrorArgument], _who.ErrorArgument));
                break;
            case ErrorKind.ChildWithoutCertificate:
                row.DocumentNumber = BirthCertificate(_index);
                _document[1] = (byte)'9';
                _document[2] = (byte)'9';
                break;
            case ErrorKind.CertificateUsedTwice or ErrorKind.FalseTwin:
                row.DocumentNumber = BirthCertificate(_who.ErrorArgument);
                break;
        }
    }

    private void WriteFalseChanges()
    {
        int day = Math.Max(Math.Max(_who.RegisteredOn + 60, Calendar.Start), Until - 2000);
        switch (_who.Error)
        {
            case ErrorKind.AgeMovedForPension:
                // Filed in the year in which the new date, but not the old one, has reached 60.
                WriteBirthChange(_who.Birth + (int)(60.05 * Calendar.Year) + _index % 90, _who.ErrorArgument);
                break;
            case ErrorKind.AgeMovedYoung:
                WriteBirthChange(_who.Birth + (int)(22.05 * Calendar.Year) + _index % 60, _who.ErrorArgument);
                break;
            case ErrorKind.NamesTooOften:
                WriteNameChange(day, FormerName(3), FormerName(2));
                WriteNameChange(day + 300 + _index % 100, FormerName(2), FormerName(1));
                WriteNameChange(day + 800 + _index % 100, FormerName(1), _who.Name);
                break;
            case ErrorKind.NumbersTooOften:
                int now = _who.Birth;
                _who.Birth = now + 31;
                WriteBirthChange(day, _who.ErrorArgument);
                _who.Birth = now;
                WriteBirthChange(day + 500 + _index % 200, now + 31);
                break;
        }
    }

    private void WriteExtraMarriages()
    {
        if (_who.Error == ErrorKind.TwoCurrentSpouses)
        {
            SetOther(Person.Outside, !_who.IsMale, _who.Birth + 900, 6);
            int day = _calendar.ClearOfQuarter(_who.ErrorArgument);
            SourceRow row = About(EventKind.Married, day, day + 1);
            row.CounterpartNumber = OtherNumber;
            row.CounterpartName = OtherName;
            row.Relation = 10;
            row.Division = _plan.Code;
            row.Document = DocumentKind.MarriageCertificate;
            row.DocumentNumber = Paper(_document, "JS"u8, _plan.Code, day, _index);
            row.IssuedOn = day;
            row.Status = SourceStatus.Active;
            Add(5, row);
        }

        if (_who.Error == ErrorKind.BirthNotRegistered)
        {
            WriteBornTo(_who.ErrorArgument, _index);
        }
    }
}
