using Qingce.Exchange.Codes;
using Qingce.Simulation.Errors;
using Qingce.Simulation.Land;
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
            WriteGuest(here, guest, here.Count + i, here.Households.Length + i);
        }
    }

    private void WriteGuest(CountyPeople here, in Guest guest, int registration, int ownHousehold)
    {
        // The person's own county says who it is; the register it stands on is this one.
        Household host = here.Households[guest.Household >= 0 ? guest.Household : (int)(guest.Variant % (ulong)here.Households.Length)];
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
        row.Relation = (byte)(guest.Household >= 0 ? 97 : 2);
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
                row.RegisteredFor = RegistrationReason.Late;
                row.RegisteredOn = Math.Max(_who.Birth + 6000, DayNumber.Of(1988, 1, 1) + (int)(guest.Variant % 6000));
                row.Employer = [];
                VaryDuplicate(ref row, guest.Variant);
                break;
            default:
                row.RegisteredFor = RegistrationReason.Late;
                row.RegisteredOn = Math.Max(_who.Birth + 6000, DayNumber.Of(1988, 1, 1) + (int)(guest.Variant % 6000));
                VaryName(ref row, guest.Variant / 7);
                break;
        }

        _county = here;
        _plan = here.Plan;
        _register.Add(row);
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

        if (variant / 11 % 10 < 4)
        {
            other.Birth = VaryBirth(_who.Birth, variant / 113);
        }

        row.Birth = other.Birth;
        row.Number = _registeredNumber.AsSpan(0, NumberText.Write(other, _registeredNumber));
        VaryName(ref row, variant / 7);
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

    /// <summary>Another character for the last one of a name, as a clerk would take it: same sound, like shape, variant, or lost.</summary>
    private void VaryName(ref RegisterRow row, ulong variant)
    {
        if (_who.Name.IsTransliterated || variant % 10 >= 5)
        {
            return;
        }

        char last = (char)(_who.Name.Second != 0 ? _who.Name.Second : _who.Name.First);
        char? other = Similar.To(last, (int)(variant / 10 % 97));
        if (other is { } character)
        {
            Name name = _who.Name.Second != 0 ? _who.Name with { Second = character } : _who.Name with { First = character };
            row.FormerName = variant / 1000 % 5 == 0 ? _former.AsSpan(0, _world.Names.Write(_who.Name, _former)) : row.FormerName;
            row.Name = _newValue.AsSpan(0, _world.Names.Write(name, _newValue));
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
