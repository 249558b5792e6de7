using Qingce.Exchange.Codes;
using Qingce.Simulation.Names;
using Qingce.Standards;

namespace Qingce.Simulation.Population;

internal sealed partial class PopulationBuilder
{
    private Name AnyName(ushort surname, int birth, bool isMale, bool minority) => minority
        ? NamePool.Transliterated(ref _draw, isMale)
        : _names.Given(ref _draw, surname, YearOf(birth), isMale);

    /// <summary>A county code another person's number may begin with: near, far, or abolished since.</summary>
    private int AnyCounty(int birth)
    {
        double kind = _draw.Real();
        return kind < 0.12 && birth < DayNumber.Of(1990, 1, 1) && _land.AbolishedCounties.Length > 0
            ? _land.AbolishedCounties[_draw.Below(_land.AbolishedCounties.Length)]
            : AnyElsewhere(kind < 0.6) / 1000;
    }

    private int AnyElsewhere() => AnyElsewhere(_draw.Chance(0.5));

    private int AnyElsewhere(bool near) => near && _land.Nearby.Length > 0
        ? _land.Nearby[_draw.Below(_land.Nearby.Length)].Township
        : _land.FarAway[_draw.Below(_land.FarAway.Length)].Township;

    private void MoveIn(ref Person person, RegistrationReason reason, int day)
    {
        person.RegisteredOn = day;
        person.RegisteredFor = RegistrationReason.MovedIn;
        person.MovedInOn = day;
        person.MovedInFor = reason;
        person.Traits &= ~PersonTraits.FromSimulated;
        int counties = _land.Counties.Length;
        if (counties > 1 && _draw.Chance(0.12))
        {
            // From a simulated county: the number was given there, and the old registration stands there.
            int other = _draw.Below(counties - 1);
            other += other >= _plan.Index ? 1 : 0;
            person.MovedInFrom = _land.Counties[other].Code;
            person.Traits |= PersonTraits.FromSimulated;
        }
        else
        {
            person.MovedInFrom = person.Prefix != _plan.Code && !_land.AbolishedCounties.AsSpan().Contains(person.Prefix) && !IsSimulated(person.Prefix)
                ? person.Prefix
                : AnyElsewhere() / 1000;
        }

        if (person.Prefix == _plan.Code)
        {
            SetNumber(ref person, person.Has(PersonTraits.FromSimulated) ? AnyElsewhere(true) / 1000 : person.MovedInFrom);
        }
    }

    private bool IsSimulated(int county) => Array.Exists(_land.Counties, plan => plan.Code == county);

    /// <summary>Makes some families of towns newcomers of the simulated years, who settled on papers.</summary>
    private bool Settle(int household, int husband, int wife)
    {
        ref Household home = ref _people.Households[household];
        Person his = _people[husband];
        double age = _calendar.Age(his.Birth);
        if (!home.HasDoor || age is < 26 or > 62 || his.Has(PersonTraits.Remarried) || !_draw.Chance(0.3))
        {
            return false;
        }

        int first = Math.Max(Math.Max(Calendar.Start + 300, his.Married + 200), his.Birth + (int)(24 * Calendar.Year));
        if (first > _calendar.Until - 200)
        {
            return false;
        }

        int day = _calendar.ClearOfQuarter(_draw.Between(first, _calendar.Until - 1));
        double way = _draw.Real();
        RegistrationReason reason = way < 0.55 ? RegistrationReason.HomePurchase
            : way < 0.8 ? RegistrationReason.Employment
            : way < 0.9 ? RegistrationReason.Talent
            : RegistrationReason.Transfer;
        for (int i = home.First; i < _people.Count; i++)
        {
            ref Person person = ref _people[i];
            if (person.Birth > day - 60 || person.LeftOn != 0 || person.Death != 0)
            {
                continue;
            }

            if (i == husband)
            {
                MoveIn(ref person, reason, day);
            }
            else if (i == wife)
            {
                MoveIn(ref person, his.Married > Calendar.MarriageRecords ? RegistrationReason.JoinedSpouse : RegistrationReason.MovedIn, day);
            }
            else if (person.Mother == wife && person.Birth >= Calendar.BirthCertificates && person.RegisteredFor == RegistrationReason.Birth)
            {
                MoveIn(ref person, RegistrationReason.JoinedParents, day);
                if (person.Has(PersonTraits.SecondTwin) && _people[i - 1].MovedInOn == day)
                {
                    ComeWithTwin(ref person, _people[i - 1]);
                }
            }
            else
            {
                MoveIn(ref person, RegistrationReason.MovedIn, day);
            }
        }

        if (_draw.Chance(0.06))
        {
            _people[husband].Traits |= PersonTraits.LawfulAgent;
        }

        return true;
    }

    /// <summary>Twins were registered at one place and left it together.</summary>
    private static void ComeWithTwin(ref Person person, in Person twin)
    {
        person.MovedInFrom = twin.MovedInFrom;
        person.Traits = (person.Traits & ~PersonTraits.FromSimulated) | (twin.Traits & PersonTraits.FromSimulated);
        person.Prefix = twin.Prefix;
        int pair = twin.Sequence / 2;
        person.Sequence = (short)((pair % 499 + 1) * 2 + (person.IsMale ? 1 : 0));
    }

    /// <summary>A child the wife brings from a marriage that ended in divorce; the husband may be only a few years older.</summary>
    private int AddStepChild(int household, int wife, int wedding)
    {
        Person mother = _people[wife];
        int divorce = _calendar.ClearOfQuarter(wedding - _draw.Between(250, 900));
        int earliest = mother.Birth + (int)(20.2 * Calendar.Year) + 300;
        int birth = _draw.Between(Math.Max(earliest, divorce - (int)(9 * Calendar.Year)), divorce - 300);
        if (divorce < Calendar.MarriageRecords + 100 || birth < earliest || birth < Calendar.BirthCertificates || birth > divorce - 200)
        {
            return 0;
        }

        bool male = _draw.Chance(0.5);
        int child = Add(household, Role.StepChild, birth, male, _names.Given(ref _draw, _names.Surname(ref _draw), YearOf(birth), male));
        _people[child].Mother = wife;
        _people[child].Father = Person.Outside;
        ref Person hers = ref _people[wife];
        hers.Traits |= PersonTraits.Remarried;
        hers.Divorced = divorce;
        hers.Marital = hers.Marital == (byte)MaritalStatus.NeverMarried ? (byte)MaritalStatus.Divorced : (byte)MaritalStatus.Remarried;
        int moved = Math.Max(wedding + 30, _people[wife].MovedInOn);
        moved = _calendar.ClearOfQuarter(moved);
        if (moved < _calendar.Until && _calendar.Age(birth) < 30)
        {
            MoveIn(ref _people[child], RegistrationReason.JoinedParents, moved);
        }

        return birth;
    }

    private void AddAdopted(int household, int husband, int wife)
    {
        int birth = BirthDay(_draw.Between(2, 15));
        int adopted = birth + _draw.Between(200, 1200);
        if (adopted > _calendar.Until - 60 || Calendar.AgeAt(_people[wife].Birth, birth) < 24)
        {
            return;
        }

        bool male = _draw.Chance(0.4);
        int child = Add(household, Role.Adopted, birth, male, _names.Given(ref _draw, _people[husband].Name.Surname, YearOf(birth), male));
        ref Person person = ref _people[child];
        person.Father = husband;
        person.RegisteredOn = adopted + _draw.Between(5, 40);
        person.RegisteredFor = RegistrationReason.Adoption;
    }
}
