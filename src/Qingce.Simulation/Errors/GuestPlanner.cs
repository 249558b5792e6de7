using Qingce.Simulation.Chance;
using Qingce.Simulation.Population;

namespace Qingce.Simulation.Errors;

/// <summary>Finds a household for every second registration: duplicates, and the registrations movers left or failed to leave.</summary>
internal sealed class GuestPlanner
{
    private readonly World _world;
    private readonly List<Truth>[] _truths;
    private readonly List<Guest>[] _guests;
    private Draw _draw;

    private GuestPlanner(World world, List<Truth>[] truths)
    {
        _world = world;
        _truths = truths;
        _guests = [.. world.Counties.Select(_ => new List<Guest>())];
        _draw = Draw.For(world.Seed, Stage.Guests);
    }

    public static List<Guest>[] Plan(World world, List<Truth>[] truths)
    {
        GuestPlanner planner = new(world, truths);
        for (int county = 0; county < world.Counties.Length; county++)
        {
            planner.Movers(county);
            planner.Duplicate(county);
        }

        return planner._guests;
    }

    /// <summary>The registration a mover left in another simulated county; some were never cancelled.</summary>
    private void Movers(int county)
    {
        CountyPeople people = _world.Counties[county];
        double wrong = ErrorPlanner.Duplicates(people) * 0.12;
        for (int i = 0; i < people.Count; i++)
        {
            ref Person person = ref people[i];
            if (person.MovedInOn == 0 || !person.Has(PersonTraits.FromSimulated))
            {
                continue;
            }

            int code = person.MovedInFrom;
            int origin = Array.FindIndex(_world.Counties, other => other.Plan.Code == code);
            int host = Person.None;
            if (wrong > 0 && CanStandTwice(people, i) && person.MovedInOn < _world.Land.Until - 240 && person.MovedInOn > Calendar.Start + 300)
            {
                host = FindHost(origin, -1);
            }

            if (host >= 0)
            {
                wrong -= 2;
                people.HouseholdOf(i).IsTouched = true;
                person.Error = ErrorKind.InAtTwoPlaces;
                Invite(county, i, origin, host, ErrorKind.InAtTwoPlaces);
            }
            else
            {
                Invite(county, i, origin, -1, ErrorKind.None);
            }
        }
    }

    private void Duplicate(int county)
    {
        CountyPeople people = _world.Counties[county];
        double wrong = ErrorPlanner.Duplicates(people);
        for (int tries = 0; wrong >= 1 && tries < people.Count; tries++)
        {
            int index = _draw.Below(people.Count);
            ref Person person = ref people[index];
            if (!CanStandTwice(people, index) || person.MovedInOn != 0 || person.Birth >= Calendar.BirthCertificates - 400)
            {
                continue;
            }

            int target = _world.Counties.Length == 1 || _draw.Chance(0.25) ? county : _draw.Below(_world.Counties.Length);
            int host = FindHost(target, target == county ? people.HouseholdOf(index).Township : -1);
            if (host < 0)
            {
                continue;
            }

            person.Error = _draw.Chance(0.78) ? ErrorKind.DuplicateOtherNumber : ErrorKind.DuplicateSameNumber;
            people.HouseholdOf(index).IsTouched = true;
            Invite(county, index, target, host, person.Error);
            wrong -= 2;
        }
    }

    /// <summary>Somebody who visibly lives at home, so that a second registration elsewhere is rightly a person away.</summary>
    private static bool CanStandTwice(CountyPeople people, int index)
    {
        ref Person person = ref people[index];
        Household home = people.HouseholdOf(index);
        return person.Belongs && person.Error == ErrorKind.None && person.AwaySince == 0 && !home.IsTouched && home.IsFamily
            && home.HomeFault == HomeFault.None && !person.Has(PersonTraits.EmployeesInsurance) && person.Divorced == 0
            && (person.Traits & (PersonTraits.NameChanged | PersonTraits.BirthCorrected)) == 0
            && person.Birth < Calendar.BirthCertificates && Calendar.AgeAt(person.Birth, Calendar.Start) < 66;
    }

    /// <summary>An ordinary family at home, in another township when one is given.</summary>
    private int FindHost(int county, int notTownship)
    {
        CountyPeople people = _world.Counties[county];
        for (int tries = 0; tries < 60; tries++)
        {
            int household = _draw.Below(people.Households.Length);
            Household home = people.Households[household];
            if (home.IsTouched || !home.IsFamily || home.HomeFault != HomeFault.None || home.AwaySince != 0 || home.Township == notTownship || home.Count < 2)
            {
                continue;
            }

            for (int i = home.First; i < home.End; i++)
            {
                if (people[i].Belongs && people[i].AwaySince == 0 && people[i].Error == ErrorKind.None && people[i].Relation == 2
                    && Calendar.AgeAt(people[i].Birth, _world.Land.Until) > 20)
                {
                    people.Households[household].IsTouched = true;
                    return household;
                }
            }
        }

        return Person.None;
    }

    private void Invite(int county, int person, int at, int household, ErrorKind kind)
    {
        int place = _world.Counties[at].Count + _guests[at].Count;
        _guests[at].Add(new Guest { County = county, Person = person, Household = household, Kind = kind, Variant = _draw.Next() >> 1 });
        if (kind == ErrorKind.None)
        {
            return;
        }

        _truths[county].Add(new Truth(county, person, 1, kind, at, place, county, person));
        _truths[at].Add(new Truth(at, place, 1, kind, county, person, county, person));
        if (kind != ErrorKind.DuplicateOtherNumber)
        {
            // The one number brings the records of the true home to the other registration too.
            _truths[at].Add(new Truth(at, place, 7, kind, county, person, county, person));
        }

        if (kind == ErrorKind.InAtTwoPlaces)
        {
            _truths[county].Add(new Truth(county, person, 12, kind, at, place, county, person));
            _truths[at].Add(new Truth(at, place, 12, kind, county, person, county, person));
        }
    }
}
