using Qingce.Exchange.Codes;
using Qingce.Simulation.Names;
using Qingce.Standards;

namespace Qingce.Simulation.Population;

internal sealed partial class PopulationBuilder
{
    // Weights of the wife's age in bands of five years from 22; shaped on the age pyramid of the 2020 census carried on to 2025.
    private static readonly int[] WifeAgeTotals = Totals(30, 80, 120, 132, 112, 108, 118, 112, 80, 62, 44, 26, 16, 9);

    private void CoupleFamily()
    {
        double wifeAge = 22 + 5 * _draw.Pick(WifeAgeTotals) + 5 * _draw.Real();
        int wifeBirth = BirthDay(wifeAge);
        int husbandBirth = wifeBirth - (int)(Math.Clamp(_draw.Normal(2.2, 2.2), -4, 11) * Calendar.Year);
        int wedding = DrawWedding(wifeBirth, husbandBirth);
        if (wedding > _calendar.Until)
        {
            SingleAdult();
            return;
        }

        int household = Open(HouseholdKind.Family);
        ushort surname = _names.Surname(ref _draw);
        bool minority = _plan.IsAutonomous && _draw.Chance(0.35);
        int husband = Add(household, Role.Husband, husbandBirth, true, AnyName(surname, husbandBirth, true, minority));
        int wife = Add(household, Role.Wife, wifeBirth, false, AnyName(_names.Surname(ref _draw), wifeBirth, false, minority));
        Marry(husband, wife, wedding);
        bool remarried = wedding > Calendar.MarriageRecords + 1000 && wifeAge > 30 && _draw.Chance(0.08);
        int lastBirth = 0;
        if (remarried)
        {
            lastBirth = AddStepChild(household, wife, wedding);
        }

        bool adopts = !remarried && wedding < _calendar.YearsAgo(6) && wifeAge < 48 && _draw.Chance(0.008);
        if (adopts)
        {
            AddAdopted(household, husband, wife);
        }
        else
        {
            lastBirth = Math.Max(lastBirth, AddChildren(household, husband, wife, wedding, minority));
        }

        bool settled = Settle(household, husband, wife);
        if (!settled && wifeAge is > 25 and < 60 && _draw.Chance(0.3))
        {
            AddParents(household, husband, surname, minority);
        }

        Die(husband, lastBirth);
        Die(wife, lastBirth + 30);
        Widow(ref _people[husband], _people[wife]);
        Widow(ref _people[wife], _people[husband]);
        Close(household);
        SetRelations(household);
    }

    private int DrawWedding(int wifeBirth, int husbandBirth)
    {
        bool early = _plan.IsAutonomous && _draw.Chance(0.15);
        int earliest = Math.Max(wifeBirth + (int)((early ? 18 : 20) * Calendar.Year), husbandBirth + (int)((early ? 20 : 22) * Calendar.Year)) + 40;
        int birthYear = YearOf(wifeBirth);
        int most = birthYear switch { < 1970 => 5, < 1985 => 7, _ => 10 };
        int lag = (int)(Math.Min(_draw.Real(), _draw.Real()) * most * Calendar.Year);
        return _calendar.ClearOfQuarter(earliest + (early ? lag / 6 : lag + (birthYear > 1985 ? 400 : 0)));
    }

    private void Marry(int husband, int wife, int wedding)
    {
        // A wedding within the last weeks may not be on the register yet.
        bool entered = !_calendar.IsFreshQuarter(wedding) || _draw.Chance(0.5);
        byte status = (byte)(_draw.Chance(0.4) ? MaritalStatus.FirstMarriage : MaritalStatus.Married);
        ref Person his = ref _people[husband];
        ref Person hers = ref _people[wife];
        his.Spouse = wife;
        hers.Spouse = husband;
        his.Married = wedding;
        hers.Married = wedding;
        if (entered)
        {
            his.Marital = status;
            hers.Marital = status;
        }

        if (wedding > Calendar.MarriageRecords && _draw.Chance(0.42))
        {
            SetNumber(ref hers, AnyCounty(hers.Birth));
            int moved = _calendar.ClearOfQuarter(wedding + _draw.Between(15, 260));
            if (moved <= _calendar.Until && moved > wedding + 5 && _draw.Chance(0.8))
            {
                MoveIn(ref hers, RegistrationReason.JoinedSpouse, moved);
            }
        }
        else if (_draw.Chance(0.2))
        {
            SetNumber(ref hers, AnyCounty(hers.Birth));
            if (wedding < Calendar.MarriageRecords - 400)
            {
                hers.RegisteredOn = wedding + _draw.Between(20, 300);
                hers.RegisteredFor = RegistrationReason.MovedIn;
                hers.MovedInFor = RegistrationReason.MovedIn;
                hers.MovedInOn = hers.RegisteredOn;
                hers.MovedInFrom = hers.Prefix;
            }
        }
    }

    private int AddChildren(int household, int husband, int wife, int wedding, bool minority)
    {
        Person mother = _people[wife];
        int year = YearOf(mother.Birth);
        int wanted = year switch
        {
            < 1945 => _draw.Between(2, 5),
            < 1957 => _draw.Between(1, 4),
            < 1966 => _draw.Between(1, 3),
            < 1986 => _draw.Chance(0.34) ? 1 : _draw.Chance(0.82) ? 2 : 3,
            _ => _draw.Chance(0.1) ? 0 : _draw.Chance(0.36) ? 1 : _draw.Chance(0.8) ? 2 : 3,
        };
        char generation = _draw.Chance(0.4) ? _names.Character(ref _draw, YearOf(wedding), true) : '\0';
        int birth = wedding + _draw.Between(290, 1200);
        int last = 0;
        bool sonStays = false;
        for (int i = 0; i < wanted; i++)
        {
            birth = _calendar.ClearOfMonth(birth);
            if (birth > _calendar.Until - 46 || Calendar.AgeAt(mother.Birth, birth) > 43.5 || birth <= last + 300)
            {
                break;
            }

            bool twins = _draw.Chance(0.011);
            for (int k = 0; k < (twins ? 2 : 1); k++)
            {
                AddChild(household, husband, wife, birth, generation, k > 0, minority, ref sonStays);
            }

            last = birth;
            birth += _draw.Between(560, 2300);
        }

        if (birth > _calendar.Until - 18 && birth < _calendar.Until && Calendar.AgeAt(mother.Birth, birth) < 43 && last < birth - 500)
        {
            _people.FreshBirths.Add((wife, birth));
            last = birth;
        }

        return last;
    }

    private void AddChild(int household, int husband, int wife, int birth, char generation, bool isSecondTwin, bool minority, ref bool sonStays)
    {
        double age = _calendar.Age(birth);
        bool male = _draw.Chance(0.517);
        bool gone = age > 20 && _draw.Chance(male ? Math.Clamp((age - 22) / 18, 0, 0.9) : Math.Clamp((age - 20) / 9, 0, 0.95));
        double leaveAge = 19 + Math.Abs(_draw.Normal(4, 3));
        int left = gone ? _calendar.ClearOfQuarter(birth + (int)(leaveAge * Calendar.Year)) : 0;
        if (gone && (left < Calendar.Start + 400 || left > _calendar.Until || _draw.Chance(0.6)))
        {
            return;
        }

        Name name;
        do
        {
            name = minority
                ? NamePool.Transliterated(ref _draw, male)
                : _names.Given(ref _draw, _people[husband].Name.Surname, YearOf(birth), male, male ? generation : '\0');
        }
        while (HasChildNamed(wife, name));

        int child = Add(household, Role.Child, birth, male, name);
        ref Person person = ref _people[child];
        person.Mother = wife;
        person.Father = husband;
        person.Ethnicity = _people[husband].Ethnicity;
        if (isSecondTwin && _people[child - 1].Birth == birth)
        {
            person.Traits |= PersonTraits.SecondTwin;
        }

        if (birth >= Calendar.BirthCertificates && _draw.Chance(0.01))
        {
            person.Traits |= PersonTraits.BornAtHome;
            person.RegisteredOn = Math.Min(person.RegisteredOn + 60, _calendar.Until - 12);
        }

        if (gone)
        {
            double way = _draw.Real();
            person.LeftOn = left;
            person.LeftFor = way < 0.06 && male && leaveAge < 24 ? CancellationReason.Enlistment
                : way < 0.09 ? CancellationReason.SettledAbroad
                : CancellationReason.MovedOut;
            person.LeftTo = person.LeftFor == CancellationReason.MovedOut ? AnyElsewhere() : 0;
            return;
        }

        if (male && !sonStays && age > 25 && _draw.Chance(0.62))
        {
            sonStays = AddSonsFamily(household, child, minority);
        }
        else
        {
            Die(child);
        }
    }

    /// <summary>Parents give no name twice.</summary>
    private bool HasChildNamed(int mother, Name name)
    {
        for (int i = mother + 1; i < _people.Count; i++)
        {
            if (_people[i].Mother == mother && _people[i].Name.Equals(name))
            {
                return true;
            }
        }

        return false;
    }

    private bool AddSonsFamily(int household, int son, bool minority)
    {
        int sonBirth = _people[son].Birth;
        int wifeBirth = sonBirth + (int)(Math.Clamp(_draw.Normal(1.5, 1.8), -3, 7) * Calendar.Year);
        int wedding = DrawWedding(wifeBirth, sonBirth);
        if (wedding > _calendar.Until)
        {
            return false;
        }

        int wife = Add(household, Role.ChildInLaw, wifeBirth, false, AnyName(_names.Surname(ref _draw), wifeBirth, false, minority));
        Marry(son, wife, wedding);
        int birth = _calendar.ClearOfMonth(wedding + _draw.Between(290, 1000));
        int last = 0;
        for (int i = 0; i < 2 && birth < _calendar.Until - 46 && Calendar.AgeAt(wifeBirth, birth) < 42 && !_draw.Chance(0.3); i++)
        {
            bool male = _draw.Chance(0.515);
            Name name = minority ? NamePool.Transliterated(ref _draw, male) : _names.Given(ref _draw, _people[son].Name.Surname, YearOf(birth), male);
            int child = Add(household, Role.Grandchild, birth, male, name);
            _people[child].Mother = wife;
            _people[child].Father = son;
            _people[child].Ethnicity = _people[son].Ethnicity;
            last = birth;
            birth = _calendar.ClearOfMonth(birth + _draw.Between(600, 2000));
        }

        Die(son, last);
        Die(wife, last + 30);
        Widow(ref _people[son], _people[wife]);
        Widow(ref _people[wife], _people[son]);
        return true;
    }

    private void AddParents(int household, int husband, ushort surname, bool minority)
    {
        int birth = _people[husband].Birth;
        int father = birth - (int)(_draw.Between(23, 33) * Calendar.Year) + _draw.Below(300);
        int mother = father + (int)(_draw.Between(-2, 3) * Calendar.Year) + _draw.Below(300);
        mother = Math.Min(mother, birth - (int)(20 * Calendar.Year) - 300);
        bool hasFather = SurvivedToStart(father);
        bool hasMother = SurvivedToStart(mother);
        if (hasFather)
        {
            father = Add(household, Role.Father, father, true, AnyName(surname, father, true, minority));
            _people[husband].Father = father;
        }

        if (hasMother)
        {
            mother = Add(household, Role.Mother, mother, false, AnyName(_names.Surname(ref _draw), mother, false, minority));
            _people[husband].Mother = mother;
        }

        int wedding = birth - _draw.Between(400, 1200);
        if (hasFather && hasMother)
        {
            wedding = Math.Max(wedding, Math.Max(_people[father].Birth + (int)(22.1 * Calendar.Year), _people[mother].Birth + (int)(20.1 * Calendar.Year)));
            _people[father].Spouse = mother;
            _people[mother].Spouse = father;
        }

        if (hasFather)
        {
            Old(father, hasMother, wedding);
        }

        if (hasMother)
        {
            Old(mother, hasFather, wedding);
        }

        if (hasFather && hasMother)
        {
            Widow(ref _people[father], _people[mother]);
            Widow(ref _people[mother], _people[father]);
        }
    }

    private void Old(int index, bool isMarried, int wedding)
    {
        ref Person person = ref _people[index];
        person.Married = wedding;
        person.Marital = (byte)(isMarried ? MaritalStatus.Married : MaritalStatus.Widowed);
        Die(index);
    }

    private static int[] Totals(params int[] weights)
    {
        int total = 0;
        return [.. weights.Select(weight => total += weight)];
    }
}
