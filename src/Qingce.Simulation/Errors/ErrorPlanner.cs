using Qingce.Simulation.Chance;
using Qingce.Simulation.Population;

namespace Qingce.Simulation.Errors;

/// <summary>
/// Chooses the errors of a county, in the proportions below, each for somebody to whom it can happen and where no other error confuses
/// it; and writes down what is rightly true because of it.
/// </summary>
internal sealed partial class ErrorPlanner
{
    // Of the wrong registrations, 12.1% are duplicates, 45.3% stale, 28.7% false and the rest wrong entries.
    private const double DuplicateShare = 0.121;
    private const double StaleShare = 0.453;
    private const double FalseShare = 0.287;
    private const double WrongShare = 0.139;

    // Of the duplicates, those where one number was given to two people.
    private const double SharedShare = 0.08;

    private readonly World _world;
    private readonly CountyPeople _county;
    private readonly Calendar _calendar;
    private readonly int _index;
    private readonly int[] _order;
    private readonly List<Truth> _truths = [];
    private Draw _draw;

    private ErrorPlanner(World world, int county)
    {
        _world = world;
        _index = county;
        _county = world.Counties[county];
        _calendar = new Calendar(world.Land.Until);
        _draw = Draw.For(world.Seed, Stage.Errors, county);
        _order = new int[_county.Households.Length];
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
            int other = _draw.Below(i + 1);
            (_order[i], _order[other]) = (_order[other], _order[i]);
        }
    }

    /// <summary>Plants the errors whose registrations all lie in the county. Duplicates follow with <see cref="GuestPlanner"/>.</summary>
    public static List<Truth> Plan(World world, int county)
    {
        ErrorPlanner planner = new(world, county);
        planner.HangHouseholds();
        planner.PlanErrors();
        planner.RecordAway();
        return planner._truths;
    }

    /// <summary>How many registrations of a county are to be wrong by duplication.</summary>
    public static double Duplicates(CountyPeople county) => county.Plan.ErrorRate * Living(county) * DuplicateShare * (1 - SharedShare);

    private static int Living(CountyPeople county)
    {
        int living = 0;
        foreach (ref Person person in county.People)
        {
            living += person.LeftOn == 0 && person.CancelledOn == 0 ? 1 : 0;
        }

        return living;
    }

    private void PlanErrors()
    {
        double wrong = _county.Plan.ErrorRate * Living(_county);
        if (wrong <= 0)
        {
            return;
        }

        Spread(wrong * DuplicateShare * SharedShare, GivesNumberTwice());
        PlanStale(wrong * StaleShare);
        PlanFalse(wrong * FalseShare);
        PlanWrong(wrong * WrongShare);
    }

    /// <summary>
    /// Goes over the households in chance order and lets the error happen where it can, until enough registrations are wrong. One case a
    /// household.
    /// </summary>
    /// <param name="quota">Registrations to make wrong.</param>
    /// <param name="happen">Plants the error in a household and returns the number of registrations it makes wrong; 0 when it cannot.</param>
    /// <returns>How many registrations the quota was missed by.</returns>
    private double Spread(double quota, Func<int, int> happen)
    {
        double left = quota - 0.5 + (_draw.Real() - 0.5) * 0.98;
        foreach (int household in _order)
        {
            if (left < 0)
            {
                return 0;
            }

            if (!_county.Households[household].IsTouched)
            {
                int registrations = happen(household);
                if (registrations > 0)
                {
                    left -= registrations;
                    _county.Households[household].IsTouched = true;
                }
            }
        }

        return Math.Max(0, left);
    }

    /// <summary>Plants an error in one member for whom it can happen.</summary>
    private double SpreadOver(double quota, ErrorKind kind, byte indicator, Func<int, bool> can) => Spread(quota, household =>
    {
        Household home = _county.Households[household];
        for (int i = home.First; i < home.End; i++)
        {
            if (_county[i].Error == ErrorKind.None && can(i))
            {
                _county[i].Error = kind;
                Add(i, indicator, kind);
                return 1;
            }
        }

        return 0;
    });

    /// <summary>An office gave one number to two people born on one day in one township.</summary>
    private Func<int, int> GivesNumberTwice()
    {
        Dictionary<(int Township, bool IsMale, int Years), int> firsts = [];
        return household =>
        {
            Household home = _county.Households[household];
            for (int i = home.First; i < home.End; i++)
            {
                ref Person person = ref _county[i];
                if (!IsPlain(i) || person.Married > Calendar.MarriageRecords || (!person.IsMale && Age(i) < 52) || person.Has(PersonTraits.EmployeesInsurance))
                {
                    continue;
                }

                var key = (home.Township, person.IsMale, person.Birth / 700);
                if (!firsts.TryGetValue(key, out int first) || _county.HouseholdOf(first).IsTouched)
                {
                    firsts[key] = i;
                    return 0;
                }

                ref Person other = ref _county[first];
                if (!Accepts(i, other.Birth) || other.Name == person.Name)
                {
                    continue;
                }

                person.Birth = other.Birth;
                person.RegisteredOn = other.RegisteredOn;
                person.Prefix = other.Prefix;
                person.Sequence = other.Sequence;
                person.ErrorArgument = first;
                person.Error = ErrorKind.SharedNumber;
                other.Error = ErrorKind.SharedNumber;
                _county.HouseholdOf(first).IsTouched = true;
                firsts.Remove(key);
                Add(i, 1, ErrorKind.SharedNumber, first);
                Add(first, 1, ErrorKind.SharedNumber, i);
                return 2;
            }

            return 0;
        };
    }

    private void Add(int registration, byte indicator, ErrorKind kind, int other = -1) =>
        _truths.Add(new Truth(_index, registration, indicator, kind, other < 0 ? -1 : _index, other, _index, registration));

    private double Age(int person) => _calendar.Age(_county[person].Birth);

    /// <summary>An ordinary adult of a family who was born before birth certificates, never moved by papers, and lives at home.</summary>
    private bool IsPlain(int index)
    {
        ref Person person = ref _county[index];
        return person.Belongs && person.Death == 0 && person.AwaySince == 0 && person.MovedInOn == 0 && person.Birth < Calendar.BirthCertificates - 700
            && _calendar.Age(person.Birth) < 84 && person.Divorced == 0 && person.Traits is var traits
            && (traits & (PersonTraits.NameChanged | PersonTraits.BirthCorrected | PersonTraits.Remarried)) == 0
            && _county.HouseholdOf(index).IsFamily;
    }

    /// <summary>Whether somebody else of the household visibly lives there, so that an error of one leaves the household its signs of life.</summary>
    private bool HasOthersAtHome(int index)
    {
        Household home = _county.HouseholdOf(index);
        if (!home.HasDoor)
        {
            return true;
        }

        for (int i = home.First; i < home.End; i++)
        {
            if (i != index && _county[i].Belongs && _county[i].AwaySince == 0)
            {
                return true;
            }
        }

        return false;
    }

    private void RecordAway()
    {
        for (int i = 0; i < _county.Households.Length; i++)
        {
            Household home = _county.Households[i];
            bool hung = home.HasDoor && home.IsFamily && (home.HomeFault != HomeFault.None || IsEmpty(home));
            ErrorKind kind = home.HomeFault switch
            {
                HomeFault.SharedAddress => ErrorKind.SharedAddress,
                HomeFault.Demolished => ErrorKind.DemolishedBuilding,
                HomeFault.NonResidential => ErrorKind.NonResidentialBuilding,
                _ => ErrorKind.NobodyAtHome,
            };
            for (int k = home.First; k < home.End; k++)
            {
                ref Person person = ref _county[k];
                if (hung && IsOnRegister(person))
                {
                    Add(k, 8, kind);
                }

                if (person.Belongs && person.AwaySince != 0 && person.AwaySince < _calendar.Until - 200 && person.Error != ErrorKind.CancelledAlive)
                {
                    Add(k, 7, ErrorKind.LivesElsewhere);
                }
            }
        }
    }

    /// <summary>Whether the registration lives: never cancelled, or wrongly not.</summary>
    internal static bool IsOnRegister(in Person person) => person.Error switch
    {
        ErrorKind.DeadNotCancelled or ErrorKind.StoppedForDeath or ErrorKind.SilentAtGreatAge or ErrorKind.DeclaredDead => true,
        ErrorKind.CancelledAlive => false,
        _ => person.LeftOn == 0 && person.CancelledOn == 0,
    };

    /// <summary>Whether nobody has lived in the home for two years though somebody is registered there.</summary>
    private bool IsEmpty(in Household home)
    {
        bool registered = false;
        for (int i = home.First; i < home.End; i++)
        {
            ref Person person = ref _county[i];
            int last = person.Death != 0 ? person.Death : person.LeftOn != 0 ? person.LeftOn : person.AwaySince;
            if (last == 0 || last > _calendar.YearsAgo(2.1))
            {
                return false;
            }

            registered |= IsOnRegister(person);
        }

        return registered;
    }

    /// <summary>Hangs households at one address, and lets some live in buildings that are no homes any more.</summary>
    private void HangHouseholds()
    {
        int share = _county.Count * 3 / 1000;
        int hung = 0;
        Household[] shared = new Household[_county.Plan.Townships.Length];
        int[] left = new int[shared.Length];
        foreach (int index in _order)
        {
            if (hung >= share)
            {
                break;
            }

            ref Household home = ref _county.Households[index];
            if (!home.HasDoor || !home.IsFamily || home.Count > 3 || home.AwaySince != 0 || HasOwner(home))
            {
                continue;
            }

            int township = home.Township;
            if (left[township] == 0)
            {
                shared[township] = home;
                left[township] = 9;
            }

            Household place = shared[township];
            home.Street = place.Street;
            home.Number = place.Number;
            home.Building = place.Building;
            home.Unit = place.Unit;
            home.Room = place.Room;
            home.Village = place.Village;
            home.HomeFault = HomeFault.SharedAddress;
            home.IsTouched = true;
            left[township]--;
            hung += home.Count;
        }

        Unshare(left, shared);
        Demolish();
    }

    /// <summary>Too few at one address are no fault: they get homes of their own again.</summary>
    private void Unshare(int[] left, Household[] shared)
    {
        for (int i = 0; i < _county.Households.Length; i++)
        {
            ref Household home = ref _county.Households[i];
            int township = home.Township;
            if (home.HomeFault == HomeFault.SharedAddress && left[township] is > 1 and < 9
                && home.Room == shared[township].Room && home.Number == shared[township].Number && home.Street == shared[township].Street
                && home.Building == shared[township].Building && home.Unit == shared[township].Unit)
            {
                home.HomeFault = HomeFault.None;
                home.Room = (short)(2000 + i % 20_000);
            }
        }
    }

    private bool HasOwner(in Household home)
    {
        for (int i = home.First; i < home.End; i++)
        {
            if (_county[i].MovedInOn != 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Demolish()
    {
        int wanted = Math.Max(1, _county.Count / 60_000);
        HashSet<(short, byte, short, byte)> chosen = [];
        foreach (int index in _order)
        {
            Household home = _county.Households[index];
            if (chosen.Count >= wanted)
            {
                break;
            }

            if (home.HasDoor && home.IsFamily && home.HomeFault == HomeFault.None)
            {
                chosen.Add((home.Township, home.Street, home.Number, home.Building));
            }
        }

        for (int i = 0; i < _county.Households.Length; i++)
        {
            ref Household home = ref _county.Households[i];
            if (home.HasDoor && chosen.Contains((home.Township, home.Street, home.Number, home.Building)))
            {
                home.HomeFault = home.Number % 3 == 0 ? HomeFault.NonResidential : HomeFault.Demolished;
                home.IsTouched = true;
            }
        }
    }
}
