using Qingce.Exchange.Codes;
using Qingce.Simulation.Chance;
using Qingce.Simulation.Land;
using Qingce.Simulation.Names;
using Qingce.Standards;

namespace Qingce.Simulation.Population;

/// <summary>Invents the people of one county: families over the simulated years, then those who live in collective households.</summary>
internal sealed partial class PopulationBuilder
{
    private const int FirstBirthYear = 1900;

    private static readonly double[] Mortality = [.. Enumerable.Range(0, 130).Select(age => Math.Min(0.6, 0.0002 + 0.00002 * Math.Exp(0.1 * age)))];

    private readonly LandPlan _land;
    private readonly CountyPlan _plan;
    private readonly NamePool _names;
    private readonly Calendar _calendar;
    private readonly CountyPeople _people;
    private readonly int[] _townshipTotals;
    private readonly int[] _dwellings;
    private readonly ushort[] _sequences = new ushort[(int)((2060 - FirstBirthYear) * Calendar.Year)];
    private readonly HashSet<(int Prefix, int Birth, int Sequence)> _elsewhere = [];
    private Draw _draw;

    private PopulationBuilder(LandPlan land, CountyPlan plan, NamePool names, ulong seed)
    {
        _land = land;
        _plan = plan;
        _names = names;
        _calendar = new Calendar(land.Until);
        _people = new CountyPeople(plan);
        _draw = Draw.For(seed, Stage.Population, plan.Index);
        _dwellings = new int[plan.Townships.Length];
        int total = 0;
        _townshipTotals = new int[plan.Townships.Length];
        for (int i = 0; i < _townshipTotals.Length; i++)
        {
            total += plan.Townships[i].IsUrban ? _draw.Between(30, 60) : _draw.Between(10, 25);
            _townshipTotals[i] = total;
        }
    }

    public static CountyPeople Build(LandPlan land, CountyPlan plan, NamePool names, ulong seed)
    {
        PopulationBuilder builder = new(land, plan, names, seed);
        builder.Fill();
        return builder._people;
    }

    private void Fill()
    {
        int collective = _plan.People / 33;
        while (_people.Count < _plan.People - collective)
        {
            int households = _people.Households.Length;
            AnyFamily();
            if (_people.Count > _plan.People)
            {
                // The total is exact: the last family that fits stays, and a collective household takes what is left.
                _people.RemoveFrom(households);
                break;
            }
        }

        while (_people.Count < _plan.People)
        {
            CollectiveHousehold(_plan.People - _people.Count);
        }
    }

    private void AnyFamily()
    {
        switch (_draw.Real())
        {
            case < 0.72:
                CoupleFamily();
                break;
            case < 0.80:
                SingleAdult();
                break;
            case < 0.87:
                DivorcedAdult();
                break;
            case < 0.985:
                WidowedElder();
                break;
            default:
                SpouseElsewhere();
                break;
        }
    }

    private int Open(HouseholdKind kind, bool? urban = null)
    {
        int township = _draw.Pick(_townshipTotals);
        for (int i = 0; urban is { } wanted && i < 20 && _plan.Townships[township].IsUrban != wanted; i++)
        {
            township = _draw.Pick(_townshipTotals);
        }

        Town place = _plan.Townships[township];
        Household home = new() { First = _people.Count, Township = (short)township, Village = (short)_draw.Below(place.Villages.Length), Kind = kind };
        if (place.IsUrban)
        {
            int dwelling = _dwellings[township]++;
            int block = dwelling / 360;
            home.Street = (byte)(block % place.Streets.Length);
            home.Number = (short)(1 + block / place.Streets.Length * 2 + block % 2);
            home.Building = (byte)(dwelling / 36 % 10 + 1);
            home.Unit = (byte)(dwelling % 36 / 12 + 1);
            home.Room = (short)((dwelling % 12 / 2 + 1) * 100 + dwelling % 2 + 1);
            home.Village = (short)(block % place.Villages.Length);
            home.HasDoor = true;
        }
        else
        {
            home.Room = (short)_draw.Between(1, 12);
        }

        return _people.Add(home);
    }

    private void Close(int household)
    {
        ref Household home = ref _people.Households[household];
        home.Count = _people.Count - home.First;
    }

    /// <summary>Adds a person who was born here, who never married, and to whom nothing has happened yet.</summary>
    private int Add(int household, Role role, int birth, bool isMale, in Name name)
    {
        // Day 0 stands for none, so nobody is born on 1970-01-01.
        birth = birth == 0 ? 1 : birth;
        Person person = new()
        {
            Birth = birth,
            IsMale = isMale,
            Name = name,
            Household = household,
            Role = role,
            Spouse = Person.None,
            Mother = Person.None,
            Father = Person.None,
            Marital = (byte)MaritalStatus.NeverMarried,
            Ethnicity = 1,
            RegisteredFor = RegistrationReason.Birth,
            RegisteredOn = birth + _draw.Between(3, 28),
        };
        if (_draw.Chance(0.3))
        {
            person.Traits |= PersonTraits.GeneralRelation;
        }

        SetNumber(ref person, _plan.Code);
        return _people.Add(person);
    }

    private void SetNumber(ref Person person, int prefix)
    {
        person.Prefix = prefix;
        int sequence;
        if (prefix == _plan.Code)
        {
            int day = person.Birth - DayNumber.Of(FirstBirthYear, 1, 1);
            sequence = (_sequences[day]++ * 37 + day * 17) % 499 + 1;
        }
        else
        {
            // Numbers given elsewhere: each county takes from a share of its own, so that no two people get one number by chance.
            int share = _plan.Index % 124 * 4 + 1;
            int first = _draw.Below(4);
            sequence = share + first;
            for (int i = 1; i < 4 && !_elsewhere.Add((prefix, person.Birth, sequence)); i++)
            {
                sequence = share + (first + i) % 4;
            }
        }

        person.Sequence = (short)(sequence * 2 + (person.IsMale ? 1 : 0));
    }

    private int BirthDay(double age)
    {
        int birth = _calendar.YearsAgo(age);
        if (age > 30 && _draw.Chance(0.006))
        {
            DateOnly date = DayNumber.ToDate(birth);
            int year = date.Month >= 7 ? date.Year : date.Year - 1;
            return _draw.Chance(0.7) ? DayNumber.Of(date.Year, 1, 1) : DayNumber.Of(year, 7, 1);
        }

        return birth;
    }

    private static int YearOf(int day) => DayNumber.ToDate(day).Year;

    /// <summary>Day of death within the simulated years, or 0.</summary>
    private int DrawDeath(int birth, int notBefore)
    {
        for (int year = Math.Max(Calendar.Start, notBefore); year < _calendar.Until; year += 365)
        {
            int age = Math.Clamp((int)Calendar.AgeAt(birth, year), 0, Mortality.Length - 1);
            if (_draw.Chance(Mortality[age]))
            {
                int day = _calendar.ClearOfMonth(year + _draw.Below(365));
                return day > notBefore && day <= _calendar.Until ? day : 0;
            }
        }

        return 0;
    }

    /// <summary>Whether somebody born then and alive at 55 was still alive when the simulated years began.</summary>
    private bool SurvivedToStart(int birth)
    {
        int first = 55;
        int last = (int)Calendar.AgeAt(birth, Calendar.Start);
        for (int age = first; age < last; age++)
        {
            if (_draw.Chance(Mortality[Math.Min(age, Mortality.Length - 1)]))
            {
                return false;
            }
        }

        return true;
    }

    private void Die(int index, int notBefore = 0)
    {
        ref Person person = ref _people[index];
        if (person.LeftOn != 0)
        {
            return;
        }

        int latest = Math.Max(Math.Max(person.RegisteredOn, person.MovedInOn), Math.Max(person.Married, person.Divorced));
        person.Death = DrawDeath(person.Birth, Math.Max(latest + 60, notBefore));
        if (person.Death == 0)
        {
            return;
        }

        // Who died within the last days may still stand on the register: nothing is late yet.
        person.CancelledOn = person.Death + _draw.Between(1, 25);
        if (person.CancelledOn > _calendar.Until)
        {
            person.CancelledOn = 0;
        }
    }

    private static void Widow(ref Person person, in Person spouse)
    {
        if (spouse.CancelledOn != 0 && (person.Death == 0 || person.Death > spouse.Death))
        {
            person.Marital = (byte)MaritalStatus.Widowed;
        }
    }
}
