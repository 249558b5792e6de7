using System.Text;

using Qingce.Exchange.Codes;
using Qingce.Simulation.Errors;
using Qingce.Simulation.Land;
using Qingce.Simulation.Names;
using Qingce.Simulation.Population;
using Qingce.Standards;

namespace Qingce.Simulation.Writing;

/// <summary>Second registrations held by the county, and rows of buildings.</summary>
internal sealed partial class CountyWriter
{
    private void WriteGuests(int county)
    {
        List<Guest> guests = _world.Guests[county];
        CountyPeople here = _county;
        for (int i = 0; i < guests.Count; i++)
        {
            Guest guest = guests[i];
            WriteGuest(here, guest, here.Count + i, here.Households.Length + guest.Opened);
        }
    }

    private void WriteGuest(CountyPeople here, in Guest guest, int registration, int ownHousehold)
    {
        // The person's own county says who it is; the register it stands on is this one.
        Household host = here.Households[guest.Household >= 0 ? guest.Household : guest.Address];
        _addressLength = AddressText.Write(here.Plan, host, _address);
        long division = here.Plan.Townships[host.Township].VillageCode(host.Village);
        if (guest.Household >= 0)
        {
            _register.BeginHousehold(guest.Household, Address);
        }
        else
        {
            _register.BeginEmptyHousehold(ownHousehold, Address, division);
        }

        CountyPeople theirs = _world.Counties[guest.County];
        _county = theirs;
        _plan = theirs.Plan;
        Begin(guest.Person);
        RegisterRow row = Rightly(theirs.HouseholdOf(guest.Person));
        row.Registration = registration;
        row.Relation = guest.Relation;
        row.MovedInOn = 0;
        row.MovedInFrom = 0;
        row.MovedInFor = RegistrationReason.None;
        row.CancelledOn = 0;
        row.CancelledFor = CancellationReason.None;
        row.MovedOutTo = 0;
        row.RegisteredFor = RegistrationReason.Birth;
        row.RegisteredOn = _who.Birth + 20;
        switch (guest.Kind)
        {
            case ErrorKind.None:
                row.CancelledOn = _who.MovedInOn - 1;
                row.CancelledFor = CancellationReason.MovedOut;
                row.MovedOutTo = _plan.Townships[theirs.HouseholdOf(guest.Person).Township].Code;
                row.Marital = (byte)MaritalStatus.NeverMarried;
                break;
            case ErrorKind.InAtTwoPlaces:
                break;
            case ErrorKind.DuplicateOtherNumber:
                EnterLate(ref row, guest.Variant);
                row.Employer = [];
                VaryDuplicate(ref row, guest.Variant);
                break;
            default:
                EnterLate(ref row, guest.Variant);
                VaryName(ref row, guest.Variant / 7);
                break;
        }

        _county = here;
        _plan = here.Plan;
        _register.Add(row);
    }

    private void EnterLate(ref RegisterRow row, ulong variant)
    {
        row.RegisteredFor = RegistrationReason.Late;
        row.RegisteredOn = _who.Birth < Calendar.BirthCertificates
            ? Math.Max(_who.Birth + 6000, DayNumber.Of(1988, 1, 1) + (int)(variant % 6000))
            : Math.Min(_who.Birth + 90 + (int)(variant % 900), Until - 40);
    }

    /// <summary>Gives a duplicate a number of its own, and slips in the birth date, the name or the rest as clerks made them.</summary>
    private void VaryDuplicate(ref RegisterRow row, ulong variant)
    {
        Person other = _who;
        Elsewhere[] places = variant % 3 != 0 && _world.Land.Nearby.Length > 0 ? _world.Land.Nearby : _world.Land.FarAway;
        other.Prefix = places[(int)(variant / 23 % (ulong)places.Length)].County;
        other.Sequence = (short)((_who.Sequence + 2 * (int)(variant / 3 % 400)) % 998 + 2);
        if (((other.Sequence & 1) == 1) != _who.IsMale)
        {
            other.Sequence ^= 1;
        }

        // Little else is known of a child: either the name or the birth date is right.
        bool small = _who.Birth >= Calendar.BirthCertificates;
        bool slips = variant / 11 % 10 < 4;
        if (slips)
        {
            other.Birth = VaryBirth(_who.Birth, small && variant / 113 % 5 == 4 ? 1 : variant / 113);
        }

        row.Birth = other.Birth;
        row.Number = _registeredNumber.AsSpan(0, NumberText.Write(other, _registeredNumber));
        if (!slips || !small)
        {
            VaryName(ref row, variant / 7);
        }

        if (variant / 29 % 12 == 0)
        {
            row.FormerNumbers = Number;
        }

        if (variant / 17 % 10 < 3)
        {
            row.Phone = [];
        }

        if (variant / 19 % 10 < 2)
        {
            row.NativePlace = other.Prefix;
        }
    }

    internal static int VaryBirth(int birth, ulong variant)
    {
        DateOnly date = DayNumber.ToDate(birth);
        switch (variant % 5)
        {
            case 0 when LunarTwin.LunarReadAsSolar(date) is { } lunar:
                return DayNumber.Of(lunar);
            case 1 when date.Day <= 12 && date.Day != date.Month:
                return DayNumber.Of(date.Year, date.Day, date.Month);
            case 2 when date.Month < 12 && date.Day <= 28:
                return DayNumber.Of(date.Year, date.Month + 1, date.Day);
            case 3 when date.Day is > 10 and <= 19:
                return DayNumber.Of(date.Year, date.Month, date.Day - 10);
            case 4 when date.Day <= 28:
                return DayNumber.Of(date.Year + (variant / 5 % 2 == 0 ? 1 : -1), date.Month, date.Day);
            default:
                return date.Day > 1 ? birth - 1 : birth + 1;
        }
    }

    /// <summary>Half of the duplicates bear the name as somebody else wrote it; a few bear a former one, with the right one beside it.</summary>
    private void VaryName(ref RegisterRow row, ulong variant)
    {
        string right = _world.Names.Text(_who.Name);
        int surname = _world.Names.SurnameText(_who.Name).Length;
        bool rare = right.EnumerateRunes().Any(EraCharacters.IsRare);
        if (variant % 23 == 0 && !_who.Name.IsTransliterated && Calendar.AgeAt(_who.Birth, Until) > 20)
        {
            row.FormerName = Name;
            row.Name = _newValue.AsSpan(0, _world.Names.Write(FormerName(2), _newValue));
        }
        else if (variant % 10 < (rare ? 9u : 5u))
        {
            row.Name = _newValue.AsSpan(0, Encoding.UTF8.GetBytes(NameSlips.Of(right, surname, variant / 10), _newValue));
            row.FormerName = variant / 1000 % 5 == 0 ? Name : row.FormerName;
        }
    }

    private void WriteBuildings()
    {
        HashSet<(short, byte, short, byte)> seen = [];
        foreach (Household home in _county.Households)
        {
            bool faulty = home.HomeFault is HomeFault.Demolished or HomeFault.NonResidential;
            if (!faulty || !seen.Add((home.Township, home.Street, home.Number, home.Building)))
            {
                continue;
            }

            int day = Until - 500 - home.Number * 37 % 2000;
            _sources[19].Add(new SourceRow
            {
                Kind = EventKind.Building,
                Date = day,
                Recorded = day + 9,
                Division = _plan.Townships[home.Township].Code,
                Address = _scratch.AsSpan(0, AddressText.WriteBuilding(_plan, home, _scratch)),
                Status = home.HomeFault == HomeFault.Demolished ? SourceStatus.Demolished : SourceStatus.NonResidential,
            });
        }
    }
}
