using Qingce.Exchange.Codes;
using Qingce.Simulation.Errors;
using Qingce.Simulation.Population;
using Qingce.Standards;

namespace Qingce.Simulation.Writing;

/// <summary>Births, marriages, divorces, adoptions, moves, deaths, and what the register filed of them.</summary>
internal sealed partial class CountyWriter
{
    private const int AdoptionRecords = 13_879;

    /// <summary>From when the certificates of a patchy city are complete.</summary>
    public static readonly int PatchyBirths = DayNumber.Of(2004, 1, 1);

    /// <summary>From when the marriages of a patchy city are complete.</summary>
    public static readonly int PatchyMarriages = DayNumber.Of(2008, 1, 1);

    private void WriteEvents()
    {
        WriteFilings();
        WriteBirth();
        WriteMarriages();
        WriteAdoption();
        WriteMigrations();
        WriteDeath();
        WriteJudgments();
    }

    private void WriteFilings()
    {
        bool ended = _who.CancelledOn != 0 || _who.LeftOn != 0;
        if (_who.RegisteredOn >= Calendar.Start)
        {
            SourceRow row = About(_who.MovedInOn != 0 ? EventKind.MovedIn : EventKind.Registered, _who.RegisteredOn, _who.RegisteredOn + 2);
            row.Division = _homeTownship;
            row.Address = Address;
            row.EventPlace = _who.MovedInFrom;
            row.Status = ended ? SourceStatus.Ended : SourceStatus.Active;
            Add(1, row);
        }

        if (ended && _who.Error is not (ErrorKind.DeadNotCancelled or ErrorKind.StoppedForDeath or ErrorKind.SilentAtGreatAge or ErrorKind.DeclaredDead))
        {
            int day = _who.CancelledOn != 0 ? _who.CancelledOn : _who.LeftOn;
            SourceRow row = About(_who.LeftFor == CancellationReason.MovedOut ? EventKind.MovedOut : EventKind.Cancelled, day, day + 2);
            row.Division = _homeTownship;
            row.EventPlace = _who.LeftTo / 1000;
            row.Status = SourceStatus.Ended;
            Add(1, row);
        }
    }

    private void WriteBirth()
    {
        if (_who.Birth < Calendar.BirthCertificates || _who.RegisteredFor == RegistrationReason.Adoption
            || _who.Error is ErrorKind.ChildWithoutCertificate or ErrorKind.AdoptedWithoutRecord
            || (_who.Error is ErrorKind.CertificateUsedTwice or ErrorKind.FalseTwin && _who.ErrorArgument != _index)
            || _county.HouseholdOf(_index).Kind is HouseholdKind.Welfare)
        {
            return;
        }

        int issued = _who.Birth + (_who.Has(PersonTraits.BornAtHome) ? _draw.Between(25, 60) : _draw.Between(1, 3));
        SourceRow row = About(EventKind.Born, _who.Birth, issued + 1);
        if (_who.MovedInOn == 0 && IsLostToPatch(_who.Birth, PatchyBirths))
        {
            return;
        }

        if (_who.Error == ErrorKind.None && !_who.Has(PersonTraits.NameChanged) && _draw.Chance(0.25))
        {
            row.Number = [];
        }

        if (_who.Has(PersonTraits.NameChanged))
        {
            row.Name = _former.AsSpan(0, _world.Names.Write(FormerName(0), _former));
        }

        SetOther(_who.Mother, false, _who.Birth - (int)(27.4 * Calendar.Year), 0);
        row.CounterpartNumber = OtherNumber;
        row.CounterpartName = OtherName;
        row.Relation = 52;
        row.Document = DocumentKind.BirthCertificate;
        row.DocumentNumber = BirthCertificate(_index);
        row.IssuedOn = issued;
        row.EventPlace = _who.MovedInOn != 0 ? _who.MovedInFrom : _plan.Code;
        row.Division = _who.MovedInOn != 0 ? _who.MovedInFrom : _homeTownship;
        Add(10, row);
    }

    /// <summary>Whether the row is one of those that an office of a patchy county never delivered, from before it was complete.</summary>
    private bool IsLostToPatch(int day, int complete) => _plan.IsPatchy && day < complete - 30 && _who.Error == ErrorKind.None && _index % 3 == 0;

    private void WriteFreshBirths()
    {
        foreach ((int mother, int birth) in _county.FreshBirths)
        {
            Begin(mother);
            if (_who.Belongs)
            {
                WriteBornTo(birth, mother);
            }
        }
    }

    /// <summary>A certificate of a child who is not on the register.</summary>
    private void WriteBornTo(int birth, int mother)
    {
        bool male = _draw.Chance(0.5);
        SetOther(Person.None, male, birth, 5);
        SourceRow row = About(EventKind.Born, birth, birth + 3);
        row.Number = [];
        row.Name = OtherName;
        row.Sex = (byte)(male ? 1 : 2);
        row.Birth = birth;
        row.CounterpartNumber = Number;
        row.CounterpartName = Name;
        row.Relation = 52;
        row.Document = DocumentKind.BirthCertificate;
        row.DocumentNumber = Paper(_document, "U"u8, _plan.Code, birth, mother);
        row.IssuedOn = birth + 2;
        row.EventPlace = _plan.Code;
        row.Division = _plan.Townships[_county.HouseholdOf(mother).Township].Code;
        Add(10, row);
    }

    private void WriteMarriages()
    {
        bool earlier = _who.Has(PersonTraits.Remarried) && _who.Divorced != 0;
        if (earlier)
        {
            int wedding = Math.Max(_who.Birth + (int)(20.2 * Calendar.Year), _who.Divorced - (int)(10 * Calendar.Year));
            SetOther(Person.Outside, !_who.IsMale, _who.Birth - 500, 6);
            WriteWedding(wedding, 1);
            WriteDivorce(_who.Divorced, 1);
        }

        // A marriage of two people of the county is filed once, at the one who comes first.
        bool mine = _who.Spouse >= 0 ? _index < _who.Spouse : _who.Spouse == Person.Outside;
        if (!mine || _who.Error == ErrorKind.None && _who.Married < Calendar.MarriageRecords && _who.Divorced < Calendar.MarriageRecords)
        {
            WriteExtraMarriages();
            return;
        }

        SetOther(_who.Spouse, !_who.IsMale, _who.Birth + 400, 7);
        WriteWedding(_who.Married, 0);
        if (_who.Divorced != 0 && !earlier)
        {
            WriteDivorce(_who.Divorced, 0);
        }

        WriteExtraMarriages();
    }

    private void WriteWedding(int day, int order)
    {
        bool kept = LeansOnMarriage(_who) || (_who.Spouse >= 0 && LeansOnMarriage(_county[_who.Spouse]));
        if (day < Calendar.MarriageRecords || day > Until || (!kept && IsLostToPatch(day, PatchyMarriages)))
        {
            return;
        }

        SourceRow row = About(EventKind.Married, day, day + 1);
        row.CounterpartNumber = OtherNumber;
        row.CounterpartName = OtherName;
        row.Relation = 10;
        row.Division = _plan.Code;
        row.Document = DocumentKind.MarriageCertificate;
        row.DocumentNumber = order == 0
            ? MarriageCertificate(_who.Spouse >= 0 ? Math.Min(_index, _who.Spouse) : _index, day)
            : Paper(_document, "JZ"u8, _plan.Code, day, _index);
        row.IssuedOn = day;
        row.Status = SourceStatus.Active;
        Add(5, row);
    }

    /// <summary>Whether something else rests on the record of the marriage, so that no office may have lost it.</summary>
    private static bool LeansOnMarriage(in Person person) =>
        person.Error != ErrorKind.None || person.MovedInFor == RegistrationReason.JoinedSpouse || person.Has(PersonTraits.Remarried);

    private void WriteDivorce(int day, int order)
    {
        if (day < Calendar.MarriageRecords || day > Until)
        {
            return;
        }

        SourceRow row = About(EventKind.Divorced, day, day + 1);
        row.CounterpartNumber = OtherNumber;
        row.CounterpartName = OtherName;
        row.Relation = 10;
        row.Division = _plan.Code;
        row.Document = DocumentKind.DivorceCertificate;
        row.DocumentNumber = Paper(_document, order == 0 ? "L"u8 : "LZ"u8, _plan.Code, day, _index);
        row.IssuedOn = day;
        row.Status = SourceStatus.Active;
        Add(6, row);
    }

    private void WriteAdoption()
    {
        if (_who.RegisteredFor != RegistrationReason.Adoption || _who.RegisteredOn < AdoptionRecords || _who.Father < 0
            || _who.Error == ErrorKind.AdoptedWithoutRecord)
        {
            return;
        }

        SetOther(_who.Father, true, 0);
        SourceRow row = About(EventKind.Adopted, _who.RegisteredOn - 4, _who.RegisteredOn - 3);
        row.CounterpartNumber = OtherNumber;
        row.CounterpartName = OtherName;
        row.Relation = 57;
        row.Division = _plan.Code;
        row.Status = SourceStatus.Active;
        if (_index % 6 == 0)
        {
            // An adoption of fact that a court found.
            Add(23, row);
            return;
        }

        Add(7, row);
    }

    private void WriteMigrations()
    {
        if (_who.MovedInOn >= Calendar.Start)
        {
            int written = _who.MovedInOn - _draw.Between(4, 25);
            bool near = _who.MovedInFrom / 10_000 == _plan.Code / 10_000;
            bool paperless = near && _who.MovedInOn > DayNumber.Of(2019, 1, 1) && _who.Error == ErrorKind.None && _draw.Chance(0.3);
            SourceStatus status = paperless ? SourceStatus.Paperless : SourceStatus.Used;
            SourceRow row = About(EventKind.MovedIn, _who.MovedInOn, _who.MovedInOn + 1);
            row.Division = _homeTownship;
            row.EventPlace = _who.MovedInFrom;
            row.Status = status;
            SetPermit(ref row, written, paperless);
            Add(4, row);
            if (_who.Error != ErrorKind.InWithoutOut && (IsSimulatedProvince(_who.MovedInFrom / 10_000) || _draw.Chance(0.7)))
            {
                row = About(EventKind.MovedOut, written, _who.MovedInOn + 1);
                row.Division = _who.MovedInFrom;
                row.EventPlace = _homeTownship;
                row.Status = status;
                SetPermit(ref row, written, paperless);
                Add(4, row);
            }
        }

        if (_who.LeftFor == CancellationReason.MovedOut && _who.LeftOn >= Calendar.Start)
        {
            WriteMoveOut();
        }
    }

    // The office left is of a province whose filings are complete; beyond it they may be missing.
    private bool IsSimulatedProvince(int twoDigits) => Array.IndexOf(_world.Land.Provinces, twoDigits) >= 0;

    private void WriteMoveOut()
    {
        bool open = _who.Error is ErrorKind.MovedOutNeverIn or ErrorKind.PermitExpired
            || (_who.Error == ErrorKind.None && _calendar.IsFreshQuarter(_who.LeftOn) && _who.LeftOn > Until - 28 && _draw.Chance(0.5));
        SourceRow row = About(EventKind.MovedOut, _who.LeftOn, open ? _who.LeftOn + 1 : Math.Min(Until, _who.LeftOn + 20));
        row.Division = _homeTownship;
        row.EventPlace = _who.LeftTo / 1000;
        row.Status = open ? SourceStatus.Active : SourceStatus.Used;
        SetPermit(ref row, _who.LeftOn, false);
        Add(4, row);
    }

    private void SetPermit(ref SourceRow row, int written, bool paperless)
    {
        if (!paperless)
        {
            row.Document = DocumentKind.MigrationPermit;
            row.DocumentNumber = MigrationPermit(written);
            row.IssuedOn = written;
            row.ValidUntil = written + 30;
        }
    }

    private void WriteDeath()
    {
        if (_who.Death == 0 || _who.Error is ErrorKind.StoppedForDeath or ErrorKind.SilentAtGreatAge or ErrorKind.CancelledAlive or ErrorKind.DeclaredDead)
        {
            return;
        }

        bool certificate = _draw.Chance(0.85);
        if (certificate)
        {
            SourceRow row = About(EventKind.Died, _who.Death, _who.Death + 3);
            row.Division = _homeTownship;
            row.Document = DocumentKind.DeathCertificate;
            row.DocumentNumber = Paper(_document, "D"u8, _plan.Code, _who.Death, _index);
            row.IssuedOn = Math.Min(Until, _who.Death + 1);
            if (_who.Error == ErrorKind.None && _index % 160 == 0)
            {
                MistypeNumber(ref row);
            }

            Add(11, row);
        }

        if (!certificate || _draw.Chance(0.65))
        {
            SourceRow row = About(_draw.Chance(0.8) ? EventKind.Cremated : EventKind.Buried, _who.Death, Math.Min(Until, _who.Death + 4));
            row.Division = _plan.Code;
            Add(8, row);
        }
    }

    /// <summary>A clerk wrote the number of somebody else, who is alive and has another name.</summary>
    private void MistypeNumber(ref SourceRow row)
    {
        int other = (_index + 101) % _county.Count;
        ref Person living = ref _county[other];
        if (living.Belongs && living.Name != _who.Name && living.Error == ErrorKind.None)
        {
            row.Number = _otherNumber.AsSpan(0, NumberText.Write(living, _otherNumber));
        }
    }
}
