using Qingce.Simulation.Chance;
using Qingce.Simulation.Population;

namespace Qingce.Simulation.Errors;

/// <summary>Finds a household for every second registration: duplicates, and the registrations movers left or failed to leave.</summary>
internal sealed class GuestPlanner
{
    private readonly World _world;
    private readonly List<Truth>[] _truths;
    private readonly List<Guest>[] _guests;
    private readonly int[] _workers;
    private Draw _draw;

    private GuestPlanner(World world, List<Truth>[] truths)
    {
        _world = world;
        _truths = truths;
        _guests = [.. world.Counties.Select(_ => new List<Guest>())];
        _workers = [.. world.Counties.Select(FirstOfWorkers)];
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
                Invite(county, i, origin, host, ErrorKind.InAtTwoPlaces, 97);
            }
            else
            {
                Invite(county, i, origin, -1, ErrorKind.None, 2, _draw.Below(_world.Counties[origin].Households.Length));
            }
        }
    }

    private void Duplicate(int county)
    {
        CountyPeople people = _world.Counties[county];
        double wrong = ErrorPlanner.Duplicates(people);
        for (int tries = 0; wrong >= 1 && tries < people.Count; tries++)
        {
            int target = _world.Counties.Length == 1 || _draw.Chance(0.25) ? county : _draw.Below(_world.Counties.Length);
            double form = _draw.Real();
            int index = _draw.Below(people.Count);
            if (form < 0.12 ? !IsPlainChild(people, index) : !CanStandTwice(people, index) || people[index].MovedInOn != 0
                || people[index].Birth >= Calendar.BirthCertificates - 400)
            {
                continue;
            }

            wrong -= form switch
            {
                < 0.12 => WithGrandparents(county, index, target),
                < 0.25 => WithFamily(county, index, target),
                < 0.40 => Collective(county, index, target),
                < 0.60 => Alone(county, index, target),
                _ => WithRelatives(county, index, target),
            };
        }
    }

    private int WithRelatives(int county, int index, int target)
    {
        int host = FindHost(target, target == county ? _world.Counties[county].HouseholdOf(index).Township : -1);
        return host < 0 ? 0 : Repeat(county, index, target, host, 97, SomeNumber());
    }

    /// <summary>A child registered with its grandparents as well.</summary>
    private int WithGrandparents(int county, int index, int target)
    {
        Person child = _world.Counties[county][index];
        int host = FindHost(target, target == county ? _world.Counties[county].HouseholdOf(index).Township : -1, 50);
        return host < 0 ? 0 : Repeat(county, index, target, host, (byte)(child.IsMale ? 41 : 42), ErrorKind.DuplicateOtherNumber);
    }

    /// <summary>A collective household of workers, which asks for no relations.</summary>
    private int Collective(int county, int index, int target)
    {
        int host = _workers[target];
        return host < 0 || Calendar.AgeAt(_world.Counties[county][index].Birth, _world.Land.Until) > 58
            ? WithRelatives(county, index, target)
            : Repeat(county, index, target, host, 99, ErrorKind.DuplicateOtherNumber);
    }

    /// <summary>Head of a household of one, in a village where addresses have no doors.</summary>
    private int Alone(int county, int index, int target)
    {
        int address = FindVillageHome(target);
        return address < 0 ? WithRelatives(county, index, target) : Repeat(county, index, target, -1, 2, SomeNumber(), address);
    }

    /// <summary>A couple with the grown children who live with them, registered a second time as the same family.</summary>
    private int WithFamily(int county, int index, int target)
    {
        CountyPeople people = _world.Counties[county];
        int spouse = people[index].Spouse;
        int address = FindVillageHome(target);
        if (address < 0 || people[index].Relation != 2 || spouse < 0 || !CanStandTwice(people, spouse) || people[spouse].MovedInOn != 0
            || people[spouse].Relation is not (>= 10 and <= 12) || people[index].Married > Calendar.MarriageRecords)
        {
            return 0;
        }

        int opened = _guests[target].Count;
        int wrong = 0;
        Household home = people.HouseholdOf(index);
        List<int> members = [index, spouse];
        for (int i = home.First; i < home.End; i++)
        {
            bool child = people[i].Relation is (>= 20 and <= 26) or (>= 30 and <= 36);
            if (child && people[i].Married == 0 && people[i].MovedInOn == 0 && people[i].Birth < Calendar.BirthCertificates - 400 && CanStandTwice(people, i))
            {
                members.Add(i);
            }
        }

        foreach (int member in members)
        {
            wrong += Repeat(county, member, target, -1, people[member].Relation, ErrorKind.DuplicateOtherNumber, address, opened);
        }

        return wrong;
    }

    private int Repeat(int county, int index, int target, int host, byte relation, ErrorKind kind, int address = 0, int opened = -1)
    {
        CountyPeople people = _world.Counties[county];
        people[index].Error = kind;
        people.HouseholdOf(index).IsTouched = true;
        Invite(county, index, target, host, kind, relation, address, opened);
        return 2;
    }

    private ErrorKind SomeNumber() => _draw.Chance(0.65) ? ErrorKind.DuplicateOtherNumber : ErrorKind.DuplicateSameNumber;

    /// <summary>A child at home of whose birth nothing else is told.</summary>
    private bool IsPlainChild(CountyPeople people, int index)
    {
        ref Person person = ref people[index];
        Household home = people.HouseholdOf(index);
        if (person.Role != Role.Child || !person.Belongs || person.Error != ErrorKind.None || person.AwaySince != 0 || person.MovedInOn != 0
            || home.IsTouched || !home.IsFamily || home.HomeFault != HomeFault.None || person.RegisteredFor != Qingce.Exchange.Codes.RegistrationReason.Birth
            || (person.Traits & (PersonTraits.NameChanged | PersonTraits.BirthCorrected)) != 0
            || Calendar.AgeAt(person.Birth, _world.Land.Until) is < 1.5 or > 17.5)
        {
            return false;
        }

        for (int i = home.First; i < home.End; i++)
        {
            if (i != index && people[i].Birth == person.Birth)
            {
                return false;
            }
        }

        return true;
    }

    private static int FirstOfWorkers(CountyPeople people)
    {
        for (int i = 0; i < people.Households.Length; i++)
        {
            if (people.Households[i].Kind == HouseholdKind.Workers)
            {
                return i;
            }
        }

        return Person.None;
    }

    private int FindVillageHome(int county)
    {
        CountyPeople people = _world.Counties[county];
        for (int tries = 0; tries < 60; tries++)
        {
            int household = _draw.Below(people.Households.Length);
            if (people.Households[household] is { IsFamily: true, HasDoor: false })
            {
                return household;
            }
        }

        return Person.None;
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
    private int FindHost(int county, int notTownship, double headAge = 20)
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
                    && Calendar.AgeAt(people[i].Birth, _world.Land.Until) > headAge)
                {
                    people.Households[household].IsTouched = true;
                    return household;
                }
            }
        }

        return Person.None;
    }

    private void Invite(int county, int person, int at, int household, ErrorKind kind, byte relation, int address = 0, int opened = -1)
    {
        int place = _world.Counties[at].Count + _guests[at].Count;
        _guests[at].Add(new Guest
        {
            County = county,
            Person = person,
            Household = household,
            Relation = relation,
            Opened = opened >= 0 ? opened : _guests[at].Count,
            Address = address,
            Kind = kind,
            Variant = _draw.Next() >> 1,
        });
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
