using Qingce.Exchange.Codes;
using Qingce.Simulation.Names;
using Qingce.Standards;

namespace Qingce.Simulation.Population;

internal sealed partial class PopulationBuilder
{
    private void SingleAdult()
    {
        int household = Open(HouseholdKind.Family);
        int birth = BirthDay(19 + 30 * Math.Min(_draw.Real(), _draw.Real()));
        bool male = _draw.Chance(0.6);
        bool minority = _plan.IsAutonomous && _draw.Chance(0.35);
        int index = Add(household, Role.Husband, birth, male, AnyName(_names.Surname(ref _draw), birth, male, minority));
        ref Person person = ref _people[index];
        if (!male)
        {
            person.Role = Role.Wife;
        }

        bool hasDoor = _people.Households[household].HasDoor;
        int first = Math.Max(Calendar.Start + 300, birth + (int)(22 * Calendar.Year));
        if (hasDoor && first < _calendar.Until - 200 && _draw.Chance(0.3))
        {
            double way = _draw.Real();
            RegistrationReason reason = way < 0.3 ? RegistrationReason.HomePurchase
                : way < 0.65 ? RegistrationReason.Employment
                : way < 0.9 ? RegistrationReason.Talent
                : RegistrationReason.Transfer;
            MoveIn(ref person, reason, _calendar.ClearOfQuarter(_draw.Between(first, _calendar.Until - 1)));
        }
        else if (_draw.Chance(0.25))
        {
            AddBrother(household, index);
        }

        Die(index);
        Close(household);
        SetRelations(household);
    }

    /// <summary>A brother or sister of the head, of a close birthday or even the same as a neighbour's.</summary>
    private void AddBrother(int household, int head)
    {
        Person elder = _people[head];
        bool male = _draw.Chance(0.5);
        int birth = elder.Birth + _draw.Between(500, 2200);
        if (_calendar.Age(birth) < 18.2)
        {
            return;
        }

        Name name = elder.Name.IsTransliterated ? NamePool.Transliterated(ref _draw, male) : _names.Given(ref _draw, elder.Name.Surname, YearOf(birth), male);
        int other = Add(household, Role.Member, birth, male, name);
        Die(other);
    }

    private void DivorcedAdult()
    {
        int household = Open(HouseholdKind.Family);
        bool male = _draw.Chance(0.5);
        int birth = BirthDay(28 + 32 * Math.Min(_draw.Real(), _draw.Real() + 0.2));
        int index = Add(household, male ? Role.Husband : Role.Wife, birth, male, AnyName(_names.Surname(ref _draw), birth, male, false));
        int wedding = _calendar.ClearOfQuarter(birth + (int)((22.2 + 6 * _draw.Real()) * Calendar.Year));
        int divorce = _draw.Between(Math.Max(wedding + 300, Calendar.MarriageRecords + 60), _calendar.Until - 1);
        divorce = _calendar.ClearOfQuarter(divorce);
        ref Person person = ref _people[index];
        if (wedding + 300 < _calendar.Until - 120 && divorce > wedding + 200)
        {
            person.Married = wedding;
            person.Divorced = divorce;
            person.Spouse = Person.Outside;
            bool entered = !_calendar.IsFreshQuarter(divorce) || _draw.Chance(0.5);
            person.Marital = (byte)(entered ? MaritalStatus.Divorced : MaritalStatus.Married);
            int child = wedding + _draw.Between(300, 1500);
            if (child < divorce - 100 && _draw.Chance(0.5) && _calendar.Age(child) < 24)
            {
                bool boy = _draw.Chance(0.5);
                child = _calendar.ClearOfMonth(child);
                int at = Add(household, Role.Child, child, boy, _names.Given(ref _draw, _people[index].Name.Surname, YearOf(child), boy));
                _people[at].Mother = male ? Person.Outside : index;
                _people[at].Father = male ? index : Person.Outside;
            }
        }

        Die(index);
        Close(household);
        SetRelations(household);
    }

    private void WidowedElder()
    {
        int household = Open(HouseholdKind.Family);
        double age = _draw.Chance(0.02) ? _draw.Between(100, 111) + _draw.Real() : 62 + 36 * Math.Min(_draw.Real(), _draw.Real());
        bool male = age < 100 && _draw.Chance(0.35);
        int birth = BirthDay(age);
        if (age < 100 && !SurvivedToStart(birth))
        {
            birth += (int)(14 * Calendar.Year);
        }

        bool minority = _plan.IsAutonomous && _draw.Chance(0.35);
        int index = Add(household, male ? Role.Husband : Role.Wife, birth, male, AnyName(_names.Surname(ref _draw), birth, male, minority));
        ref Person person = ref _people[index];
        person.Married = birth + (int)(23 * Calendar.Year);
        person.Marital = (byte)MaritalStatus.Widowed;
        if (age < 100)
        {
            Die(index);
        }

        if (_draw.Chance(0.35))
        {
            int childBirth = birth + (int)((22 + 12 * _draw.Real()) * Calendar.Year);
            if (_calendar.Age(childBirth) > 30)
            {
                bool boy = _draw.Chance(0.75);
                Name name = minority ? NamePool.Transliterated(ref _draw, boy) : _names.Given(ref _draw, _people[index].Name.Surname, YearOf(childBirth), boy);
                int at = Add(household, Role.Child, childBirth, boy, name);
                _people[at].Mother = male ? Person.None : index;
                _people[at].Father = male ? index : Person.None;
                Die(at);
            }
        }

        Close(household);
        SetRelations(household);
    }

    /// <summary>Somebody whose husband or wife is registered elsewhere, perhaps abroad or in Hong Kong.</summary>
    private void SpouseElsewhere()
    {
        int household = Open(HouseholdKind.Family);
        int birth = BirthDay(26 + 40 * Math.Min(_draw.Real(), _draw.Real()));
        bool male = _draw.Chance(0.5);
        int index = Add(household, male ? Role.Husband : Role.Wife, birth, male, AnyName(_names.Surname(ref _draw), birth, male, false));
        int wedding = _calendar.ClearOfQuarter(birth + (int)((22.2 + 8 * _draw.Real()) * Calendar.Year));
        ref Person person = ref _people[index];
        if (wedding < _calendar.Until)
        {
            person.Married = wedding;
            person.Spouse = Person.Outside;
            person.Traits |= PersonTraits.SpouseElsewhere;
            if (!_calendar.IsFreshQuarter(wedding))
            {
                person.Marital = (byte)MaritalStatus.Married;
            }
        }

        Die(index);
        Close(household);
        SetRelations(household);
    }

    private void CollectiveHousehold(int most)
    {
        double which = _draw.Real();
        HouseholdKind kind = which < 0.42 ? HouseholdKind.Workers
            : which < 0.8 ? HouseholdKind.Students
            : which < 0.93 ? HouseholdKind.Welfare
            : HouseholdKind.Monastery;
        int household = Open(kind, urban: kind != HouseholdKind.Monastery);
        int size = Math.Min(most, kind switch
        {
            HouseholdKind.Workers => _draw.Between(15, 120),
            HouseholdKind.Students => _draw.Between(30, 160),
            HouseholdKind.Welfare => _draw.Between(12, 60),
            _ => _draw.Between(6, 25),
        });
        for (int i = 0; i < size; i++)
        {
            CollectiveMember(household, kind);
        }

        Close(household);
    }

    private void CollectiveMember(int household, HouseholdKind kind)
    {
        double age = kind switch
        {
            HouseholdKind.Workers => 23 + 22 * Math.Min(_draw.Real(), _draw.Real()),
            HouseholdKind.Students => 18.6 + 3.8 * _draw.Real(),
            HouseholdKind.Welfare => _draw.Chance(0.3) ? 4 + 12 * _draw.Real() : 66 + 24 * _draw.Real(),
            _ => 24 + 50 * _draw.Real(),
        };
        int birth = BirthDay(age);
        bool male = kind == HouseholdKind.Monastery ? household % 2 == 0 : _draw.Chance(0.52);
        int index = Add(household, Role.Member, birth, male, AnyName(_names.Surname(ref _draw), birth, male, _plan.IsAutonomous && _draw.Chance(0.3)));
        ref Person person = ref _people[index];
        person.Relation = 99;
        person.RegisteredFor = RegistrationReason.Other;
        switch (kind)
        {
            case HouseholdKind.Workers:
                person.RegisteredFor = RegistrationReason.MovedIn;
                MoveIn(ref person, RegistrationReason.Employment, Arrival(birth + (int)(22 * Calendar.Year)));
                break;
            case HouseholdKind.Students:
                // Students come in September of the year they are admitted.
                int year = YearOf(birth + (int)(18.5 * Calendar.Year));
                int day = Math.Min(DayNumber.Of(year, 9, 5) + _draw.Below(20), _calendar.Until - 111);
                MoveIn(ref person, RegistrationReason.Study, day);
                break;
            default:
                person.RegisteredOn = birth + (int)((_calendar.Until - birth) * (0.2 + 0.5 * _draw.Real()));
                break;
        }

        if (kind is HouseholdKind.Welfare or HouseholdKind.Monastery)
        {
            Die(index);
        }
    }

    private int Arrival(int earliest)
    {
        int first = Math.Max(earliest, Calendar.Start + 300);
        return _calendar.ClearOfQuarter(_draw.Between(first, Math.Max(first, _calendar.Until - 120)));
    }
}
