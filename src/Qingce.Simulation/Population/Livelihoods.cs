using Qingce.Simulation.Chance;
using Qingce.Simulation.Land;
using Qingce.Standards;

namespace Qingce.Simulation.Population;

/// <summary>Gives everybody of a county work or school, and lets some of them live elsewhere than they are registered.</summary>
internal sealed class Livelihoods
{
    private readonly LandPlan _land;
    private readonly CountyPeople _people;
    private readonly Calendar _calendar;
    private Draw _draw;

    private Livelihoods(LandPlan land, CountyPeople people, ulong seed)
    {
        _land = land;
        _people = people;
        _calendar = new Calendar(land.Until);
        _draw = Draw.For(seed, Stage.Population, people.Plan.Index, 1);
    }

    public static void Assign(LandPlan land, CountyPeople people, ulong seed)
    {
        Livelihoods livelihoods = new(land, people, seed);
        for (int i = 0; i < people.Households.Length; i++)
        {
            livelihoods.Household(i);
        }
    }

    private void Household(int index)
    {
        ref Household home = ref _people.Households[index];
        Span<Person> members = _people.MembersOf(index);
        int township = _people.TownshipOf(home);
        foreach (ref Person person in members)
        {
            Employ(ref person, home, township);
        }

        if (home.IsFamily)
        {
            Leave(ref home, members, township);
        }
    }

    private void Employ(ref Person person, in Household home, int township)
    {
        double age = _calendar.Age(person.Birth);
        bool urban = _people.Plan.Townships[home.Township].IsUrban;
        person.Work = home.Kind switch
        {
            HouseholdKind.Students => Work.Student,
            HouseholdKind.Workers => Work.Employee,
            HouseholdKind.Monastery => Work.Cleric,
            HouseholdKind.Welfare => age < 6.6 ? Work.Small : age < 16 ? Work.Pupil : Work.AtHome,
            _ => age switch
            {
                < 6.6 => Work.Small,
                < 16 => Work.Pupil,
                < 18.4 => _draw.Chance(0.85) ? Work.Pupil : Work.AtHome,
                < 22.5 => _draw.Chance(0.35) ? Work.Student : _draw.Chance(0.6) ? Work.Employee : Work.AtHome,
                < 60 => Adult(urban, person.IsMale || age < 52),
                _ => Work.Retired,
            },
        };
        if (person.MovedInFor is Qingce.Exchange.Codes.RegistrationReason.Employment or Qingce.Exchange.Codes.RegistrationReason.Talent or Qingce.Exchange.Codes.RegistrationReason.Transfer && age < 59)
        {
            person.Work = Work.Employee;
        }

        person.WorkPlace = township;
        if (person.Work != Work.Employee)
        {
            return;
        }

        int first = Math.Max(person.Birth + (int)(19 * Calendar.Year), DayNumber.Of(1998, 1, 1));
        person.JobSince = Math.Max(first, _draw.Between(_calendar.YearsAgo(14), _calendar.YearsAgo(0.8)));
        if (person.MovedInOn != 0 && person.JobSince > person.MovedInOn)
        {
            person.JobSince = Math.Max(first, person.MovedInOn - _draw.Between(60, 500));
        }

        person.JobSince = Math.Min(person.JobSince, _calendar.Until - 30);
        if (_draw.Chance(0.75))
        {
            person.Traits |= PersonTraits.EmployeesInsurance;
        }

        if (person.JobSince < person.Birth + (int)(17 * Calendar.Year))
        {
            person.JobSince = 0;
            person.Work = Work.AtHome;
            person.Traits &= ~PersonTraits.EmployeesInsurance;
            return;
        }

        // Commuters work in the next township and live at home.
        if (home.IsFamily && _draw.Chance(0.15))
        {
            Town[] townships = _people.Plan.Townships;
            person.WorkPlace = townships[_draw.Below(townships.Length)].Code;
        }
    }

    private Work Adult(bool urban, bool works)
    {
        double way = _draw.Real();
        return !works ? Work.AtHome
            : urban ? way < 0.66 ? Work.Employee : way < 0.85 ? Work.SelfEmployed : Work.AtHome
            : way < 0.3 ? Work.Employee : way < 0.85 ? Work.Farmer : Work.AtHome;
    }

    private void Leave(ref Household home, Span<Person> members, int township)
    {
        double whole = _draw.Real();
        if (whole < 0.085)
        {
            LeaveTogether(ref home, members, township);
            return;
        }

        foreach (ref Person person in members)
        {
            double age = _calendar.Age(person.Birth);
            double probability = !person.Belongs || HasSmallChild(members, person) ? 0
                : person.Work == Work.Student ? 0.85
                : person.Work == Work.Employee ? age < 35 ? 0.34 : 0.16
                : person.Work is Work.SelfEmployed or Work.Farmer or Work.AtHome && age is > 20 and < 55 ? 0.13
                : 0;
            if (probability == 0 || !_draw.Chance(probability) || !LeavesSomebodyHome(members))
            {
                continue;
            }

            int latest = Latest(person);
            int since = _draw.Chance(0.08) ? _draw.Between(_calendar.Until - 110, _calendar.Until - 20) : _calendar.YearsAgo(0.75 + 6 * _draw.Real());
            if (person.Work == Work.Student)
            {
                since = _calendar.YearsAgo(0.85 + 2 * _draw.Real());
            }

            if (since > latest + 120 && Calendar.AgeAt(person.Birth, since) > 17.5)
            {
                Go(ref person, since, Destination(township));
            }
        }
    }

    /// <summary>Nobody stays: away for well under two years or well over.</summary>
    private void LeaveTogether(ref Household home, Span<Person> members, int township)
    {
        int latest = 0;
        bool anybody = false;
        foreach (Person person in members)
        {
            if (person.CancelledOn != 0 || person.LeftOn != 0)
            {
                latest = Math.Max(latest, Math.Max(person.CancelledOn, person.LeftOn));
                continue;
            }

            if (!person.Belongs || _calendar.Age(person.Birth) > 75)
            {
                return;
            }

            anybody = true;
            latest = Math.Max(latest, Latest(person));
        }

        int since = _draw.Chance(0.62) ? _calendar.YearsAgo(2.6 + 4 * _draw.Real()) : _calendar.YearsAgo(0.75 + 0.75 * _draw.Real());
        if (!anybody || since < latest + 120)
        {
            return;
        }

        int destination = Destination(township);
        foreach (ref Person person in members)
        {
            if (person.Belongs)
            {
                Go(ref person, since, destination);
            }
        }

        home.AwaySince = since;
    }

    private static int Latest(in Person person) =>
        Math.Max(Math.Max(person.RegisteredOn, person.MovedInOn), Math.Max(Math.Max(person.Married, person.Divorced), person.Birth));

    private void Go(ref Person person, int since, int destination)
    {
        person.AwaySince = since;
        person.AwayTo = destination;
        person.WorkPlace = destination;
        if (person.JobSince == 0)
        {
            return;
        }

        person.JobSince = since + _draw.Between(3, 40);
        if (Calendar.AgeAt(person.Birth, since) < 18.2 || person.JobSince > _calendar.Until - 15)
        {
            person.JobSince = 0;
            person.Work = Work.AtHome;
            person.Traits &= ~PersonTraits.EmployeesInsurance;
        }
    }

    private bool LeavesSomebodyHome(ReadOnlySpan<Person> members)
    {
        int home = 0;
        foreach (Person person in members)
        {
            home += person.Belongs && person.AwaySince == 0 && _calendar.Age(person.Birth) > 18 ? 1 : 0;
        }

        return home > 1;
    }

    private bool HasSmallChild(ReadOnlySpan<Person> members, in Person person)
    {
        foreach (Person child in members)
        {
            if (child.Belongs && (child.Role is Role.Grandchild or Role.Child) && _calendar.Age(child.Birth) < 1.6 && !person.IsMale)
            {
                return true;
            }
        }

        return false;
    }

    private int Destination(int township)
    {
        double kind = _draw.Real();
        Town[] own = _people.Plan.Townships;
        if (kind < 0.25 && own.Length > 1)
        {
            int place = own[_draw.Below(own.Length)].Code;
            return place != township ? place : own[(Array.FindIndex(own, row => row.Code == township) + 1) % own.Length].Code;
        }

        if (kind < 0.45 && _land.Counties.Length > 1)
        {
            CountyPlan other = _land.Counties[_draw.Below(_land.Counties.Length)];
            if (other.Index != _people.Plan.Index)
            {
                return other.Townships[_draw.Below(other.Townships.Length)].Code;
            }
        }

        return kind < 0.7 && _land.Nearby.Length > 0
            ? _land.Nearby[_draw.Below(_land.Nearby.Length)].Township
            : _land.FarAway[_draw.Below(_land.FarAway.Length)].Township;
    }
}
