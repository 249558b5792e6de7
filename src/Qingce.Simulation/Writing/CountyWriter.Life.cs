using Qingce.Exchange.Codes;
using Qingce.Simulation.Errors;
using Qingce.Simulation.Population;
using Qingce.Standards;

namespace Qingce.Simulation.Writing;

/// <summary>Traces of a life: cards, insurance, work, school, homes, contacts.</summary>
internal sealed partial class CountyWriter
{
    private void WriteLife(in Household home)
    {
        int end = EndOfLife();
        int from = _who.AwaySince != 0 ? Math.Min(_who.AwaySince + 6 + _index % 20, Until - 13) : 0;
        WriteCard();
        if (_who.Error == ErrorKind.SilentAtGreatAge)
        {
            WriteContact(12, _who.Death - 30 - _draw.Below(200), _homeTownship);
            return;
        }

        WriteMedicalInsurance(end, from);
        WriteContacts(end, from);
        WritePension(end, from);
        if (_who.LeftOn == 0)
        {
            WriteWork(end);
            WriteSchool(home, end);
            WriteHomes(home, end, from);
            if (_who.Death != 0 && _who.Error != ErrorKind.DeclaredDead && _who.Death < Until - 60 && _draw.Chance(0.05) && _who.RegisteredOn < _who.Death - 1300)
            {
                SourceRow row = About(EventKind.Assistance, _who.Death - 900 - _draw.Below(300), _who.Death + 12);
                row.Division = _homeTownship;
                row.Status = SourceStatus.StoppedForDeath;
                row.ValidUntil = _who.Death;
                Add(9, row);
            }

            if (end == 0 && _who.AwaySince == 0 && _draw.Chance(0.035))
            {
                int begun = Math.Max(Math.Max(_who.Birth + 400, _who.RegisteredOn + 30), Until - _draw.Between(200, 2500));
                SourceRow row = About(EventKind.Assistance, Math.Min(begun, Until - 30), Recent());
                row.Date = Math.Min(row.Date, row.Recorded);
                row.Division = _homeTownship;
                row.Status = SourceStatus.Active;
                Add(9, row);
            }
        }
    }

    private void WriteCard()
    {
        int issued = CardIssued();
        if (issued == 0 || issued > Until)
        {
            return;
        }

        SourceRow row = About(EventKind.Issued, issued, issued + 20);
        row.Division = _plan.Code;
        row.Document = DocumentKind.IdentityCard;
        row.IssuedOn = issued;
        double age = Calendar.AgeAt(_who.Birth, issued);
        row.ValidUntil = age < 26 ? issued + 3652 : age < 46 ? issued + 7305 : 0;
        row.Status = SourceStatus.Active;
        row.Recorded = Math.Max(issued, Math.Min(row.Recorded, EndOfLife() == 0 ? Until : EndOfLife() - 1));
        Add(3, row);
    }

    private void WriteMedicalInsurance(int end, int from)
    {
        bool employees = _who.Has(PersonTraits.EmployeesInsurance);
        int begun = from != 0 ? from
            : employees ? _who.JobSince
            : Math.Max(Math.Max(_who.Birth + 25, DayNumber.Of(2009, 1, 1)), _who.RegisteredOn + _draw.Between(1, 20));
        if (begun >= (end == 0 ? Until : end))
        {
            return;
        }

        SourceRow row = About(EventKind.Insured, begun, Confirmed(begun));
        row.Division = employees && from == 0 ? _who.WorkPlace : _liveTownship;
        row.Status = Standing(SourceStatus.StoppedForDeath);
        row.ValidUntil = end;
        if (_who.Error == ErrorKind.CancelledAlive)
        {
            row.Status = SourceStatus.Active;
            row.ValidUntil = 0;
            row.Recorded = Recent();
        }

        if (employees)
        {
            row.CounterpartName = Employer(_who.WorkPlace);
        }

        Add(16, row);
    }

    private void WriteContacts(int end, int from)
    {
        double age = Calendar.AgeAt(_who.Birth, Until);
        int last = end != 0 ? end - 1 - _draw.Below(300) : Recent();
        bool must = _who.Has(PersonTraits.EmployeesInsurance) && (_who.WorkPlace != _liveTownship || from != 0);
        bool seen = must || age > 65 || age < 7 || _draw.Chance(0.62);
        int least = from != 0 ? from : _who.RegisteredOn + 1;
        if (_who.Error == ErrorKind.CancelledAlive)
        {
            last = Recent();
            seen = true;
        }
        else if (last <= least && end == 0 && Until > least + 1)
        {
            last = least + 1 + _draw.Below(Until - least);
        }

        if (seen && last > least && _who.LeftOn == 0)
        {
            WriteContact(12, last, _liveTownship);
            for (int years = 1; age > 88 && years < 4 && last - years * 365 > least; years++)
            {
                WriteContact(12, last - years * 365 + _draw.Below(60), _liveTownship);
            }
        }

        bool together = _county.HouseholdOf(_index).AwaySince != 0;
        if (from != 0 && _who.AwaySince - 120 > _who.RegisteredOn && (together || _draw.Chance(0.5)))
        {
            WriteContact(12, _who.AwaySince - 10 - _draw.Below(100), _homeTownship);
        }

        if (end == 0 && from == 0 && _draw.Chance(0.06))
        {
            int day = Until - _draw.Below(900);
            if (day > least)
            {
                WriteContact(17, day, AnyTownship());
            }
        }
    }

    private int AnyTownship() => _world.Land.FarAway[_draw.Below(_world.Land.FarAway.Length)].Township;

    private void WriteContact(int category, int day, int place)
    {
        SourceRow row = About(EventKind.Contact, day, day + 2);
        row.Division = place;
        Add(category, row);
    }

    private void WritePension(int end, int from)
    {
        double age = Calendar.AgeAt(_who.Birth, end == 0 ? Until : end);
        if (_who.Work == Work.Retired || age > 60.3)
        {
            int begun = _who.Birth + (int)(60.1 * Calendar.Year);
            begun = from != 0 ? Math.Max(begun, from) : begun;
            if (_draw.Chance(0.9) && begun < (end == 0 ? Until : end))
            {
                WritePensionRow(EventKind.Pension, begun, end, _liveTownship);
            }
            else if (_who.Error == ErrorKind.StoppedForDeath)
            {
                WritePensionRow(EventKind.Pension, begun, end, _liveTownship);
            }

            return;
        }

        bool employee = _who.Has(PersonTraits.EmployeesInsurance);
        if (age > 19 && (employee || (from == 0 && _who.Work is Work.Farmer or Work.SelfEmployed && _draw.Chance(0.75))))
        {
            int begun = employee ? _who.JobSince : Math.Max(Math.Max(_who.Birth + (int)(18.5 * Calendar.Year), DayNumber.Of(2011, 7, 1)), _who.RegisteredOn + 5);
            if (begun < (end == 0 ? Until : end))
            {
                WritePensionRow(EventKind.Insured, begun, end, employee ? _who.WorkPlace : _homeTownship, employee);
            }
        }
    }

    private void WritePensionRow(EventKind kind, int begun, int end, int place, bool employee = false)
    {
        SourceRow row = About(kind, begun, Confirmed(begun));
        row.CounterpartName = employee ? Employer(place) : [];
        row.Division = _index % 5 < 2 ? place / 1000 : place;
        row.Status = Standing(SourceStatus.StoppedForDeath);
        row.ValidUntil = end;
        if (_who.Error == ErrorKind.CancelledAlive)
        {
            row.Status = SourceStatus.Active;
            row.ValidUntil = 0;
            row.Recorded = Math.Max(begun, Recent());
        }

        Add(13, row);
    }

    private void WriteWork(int end)
    {
        bool settled = SettledBy(DocumentKind.LabourContract);
        if (settled && _who.Error != ErrorKind.ForgedPapers)
        {
            WriteSettlementContract();
        }

        if (_who.Work != Work.Employee || _who.JobSince == 0 || _who.JobSince >= (end == 0 ? Until : end))
        {
            return;
        }

        SourceStatus standing = Standing(SourceStatus.Ended);
        if (_draw.Chance(0.8) || _who.AwaySince != 0 || _who.Error == ErrorKind.WorkedAsChild)
        {
            SourceRow row = About(EventKind.Employed, _who.JobSince, Confirmed(_who.JobSince));
            row.CounterpartName = Employer(_who.WorkPlace);
            row.Division = _who.WorkPlace;
            row.Status = standing;
            row.ValidUntil = end;
            Add(14, row);
        }

        if (!settled && _draw.Chance(0.5))
        {
            SourceRow row = About(EventKind.Contract, _who.JobSince, Confirmed(_who.JobSince));
            row.CounterpartName = Employer(_who.WorkPlace);
            row.Division = _who.WorkPlace;
            row.Document = DocumentKind.LabourContract;
            row.DocumentNumber = Paper(_document, "HT"u8, _who.WorkPlace / 1000, _who.JobSince, 5_000_000 + _index);
            row.IssuedOn = _who.JobSince;
            row.Status = standing;
            row.ValidUntil = end;
            Add(15, row);
        }

        if (_who.Has(PersonTraits.EmployeesInsurance) && _draw.Chance(0.4))
        {
            SourceRow row = About(EventKind.Insured, _who.JobSince, Confirmed(_who.JobSince));
            row.CounterpartName = Employer(_who.WorkPlace);
            row.Division = _who.WorkPlace;
            row.Status = standing;
            row.ValidUntil = end;
            Add(22, row);
        }
    }

    /// <summary>The contract on which the person settled, which may have ended since.</summary>
    private void WriteSettlementContract()
    {
        int day = PaperDay();
        int filed = _who.Error == ErrorKind.PapersAfterUse ? _who.MovedInOn + 90 + _index % 200 : day;
        SourceRow row = About(EventKind.Contract, filed, filed + 4);
        row.CounterpartName = Employer(_homeTownship);
        row.Division = _homeTownship;
        row.Document = DocumentKind.LabourContract;
        row.DocumentNumber = Contract(_index, day);
        row.IssuedOn = filed;
        row.ValidUntil = filed + 1096;
        row.Status = filed + 1096 < Until ? SourceStatus.Ended : SourceStatus.Active;
        Add(15, row);
    }

    private void WriteSchool(in Household home, int end)
    {
        double age = Calendar.AgeAt(_who.Birth, Until);
        if (age is < 6 or > 30 || end != 0 || !(_who.Work is Work.Pupil or Work.Student || (age > 18.5 && _draw.Chance(0.4))))
        {
            return;
        }

        bool running = _who.Work is Work.Pupil or Work.Student;
        bool collective = home.Kind == HouseholdKind.Students;
        int level = !running ? 2 : _who.Work == Work.Student ? 3 : age < 12.3 ? 0 : age < 15.3 ? 1 : 2;
        int begun = SchoolStart(level switch { 0 => 6.0, 1 => 12.0, 2 => 15.0, _ => 18.0 });
        if (collective)
        {
            begun = Math.Min(begun, _who.MovedInOn - 4);
        }
        else if (begun > Until - 60)
        {
            begun -= 365;
        }

        if (running && _who.AwaySince != 0)
        {
            begun = Math.Max(begun, _who.AwaySince + 5);
        }

        int place = running ? _liveTownship : _homeTownship;
        if (running && !collective && _who.AwaySince == 0 && level >= 1 && _draw.Chance(0.3))
        {
            place = _plan.Townships[_draw.Below(_plan.Townships.Length)].Code;
        }

        SourceRow row = About(EventKind.Enrolled, begun, running ? Math.Max(begun, Recent()) : begun + 1090);
        row.Division = place;
        row.Document = DocumentKind.SchoolRecord;
        row.DocumentNumber = SchoolRecord();
        row.Status = running ? SourceStatus.Active : SourceStatus.Ended;
        row.ValidUntil = running ? 0 : begun + 1050;
        if (_who.Mother >= 0 && age < 16)
        {
            SetOther(_who.Mother, false, 0);
            row.CounterpartNumber = OtherNumber;
            row.CounterpartName = OtherName;
            row.Relation = 52;
        }

        Add(18, row);
        if (running && (collective || _draw.Chance(0.7) || _who.Error == ErrorKind.ChangedBeforeExam))
        {
            row.Kind = EventKind.Admitted;
            row.Recorded = Math.Min(Until, begun + 10);
            row.Status = SourceStatus.None;
            row.ValidUntil = 0;
            Add(19, row);
        }
    }

    private void WriteHomes(in Household home, int end, int from)
    {
        bool head = _who.Relation == 2;
        if (SettledBy(DocumentKind.RealEstateCertificate))
        {
            if (_who.Error != ErrorKind.ForgedPapers && (_who.Error != ErrorKind.ReusedPapers || _who.ErrorArgument == _index))
            {
                int paper = PaperDay();
                int issued = _who.Error == ErrorKind.PapersAfterUse ? _who.MovedInOn + 90 + _index % 200 : paper;
                WriteOwned(issued, paper);
            }
        }
        else if (head && home.HasDoor && home.IsFamily && end == 0 && _draw.Chance(0.66))
        {
            int first = Math.Max(Math.Max(_who.Birth + (int)(22 * Calendar.Year), DayNumber.Of(1999, 1, 1)), _who.RegisteredOn + 10);
            int latest = from != 0 ? Math.Min(_who.AwaySince, Until - 1200) : Until - 400;
            if (first < latest)
            {
                int day = _draw.Between(first, latest);
                WriteOwned(day, day);
            }
        }

        if (from == 0 || end != 0)
        {
            return;
        }

        double age = Calendar.AgeAt(_who.Birth, _who.AwaySince);
        bool adult = age > 17.5;
        bool leases = adult && _who.Work != Work.Student && (_draw.Chance(0.6) || _index % 2 == 0);
        if (leases)
        {
            SourceRow row = About(EventKind.Leased, from + 2, Math.Max(from + 2, Recent()));
            row.Division = _liveTownship;
            row.Address = _scratch.AsSpan(0, AddressText.WriteElsewhere(World.PlaceName(_liveTownship), _index % 9973, _scratch));
            row.Status = SourceStatus.Active;
            row.ValidUntil = Until + 30 + _index % 330;
            SetOther(Person.Outside, true, _who.Birth - 4000, 4);
            row.CounterpartNumber = OtherNumber;
            row.CounterpartName = OtherName;
            Add(21, row);
        }

        if (adult && _who.Work != Work.Student && (!leases || _draw.Chance(0.45)))
        {
            SourceRow row = About(EventKind.Issued, from + 10, Math.Max(from + 10, Until - _draw.Below(330)));
            row.Division = _liveTownship;
            row.Address = _scratch.AsSpan(0, AddressText.WriteElsewhere(World.PlaceName(_liveTownship), _index % 9973, _scratch));
            row.Document = DocumentKind.ResidencePermit;
            row.DocumentNumber = Paper(_document, "JZ"u8, _liveTownship / 1000, from + 10, _index);
            row.IssuedOn = from + 10;
            row.ValidUntil = Until + 20 + _index % 320;
            row.Status = SourceStatus.Active;
            Add(2, row);
        }
    }

    private void WriteOwned(int issued, int paper)
    {
        SourceRow row = About(EventKind.Owned, issued, issued + 3);
        row.Division = _homeTownship;
        row.Address = Address;
        row.Document = DocumentKind.RealEstateCertificate;
        row.DocumentNumber = HomeCertificate(_index, paper);
        row.IssuedOn = issued;
        row.Status = SourceStatus.Active;
        if (_who.Spouse >= 0 && _county[_who.Spouse].Belongs && _who.Married < issued)
        {
            SetOther(_who.Spouse, !_who.IsMale, 0);
            row.CounterpartNumber = OtherNumber;
            row.CounterpartName = OtherName;
        }

        Add(20, row);
    }
}
