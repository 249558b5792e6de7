using Qingce.Simulation.Population;
using Qingce.Simulation.Writing;
using Qingce.Standards;

namespace Qingce.Simulation.Errors;

/// <summary>What was entered wrongly.</summary>
internal sealed partial class ErrorPlanner
{
    private HashSet<long>? _numbers;

    private void PlanWrong(double quota)
    {
        double missed = SpreadOver(quota * 0.02, ErrorKind.OverOldest, 3, GrowsTooOld);
        missed += SpreadOver(quota * 0.04, ErrorKind.WorkedAsChild, 3, WorksAsChild);
        missed += Spread(quota * 0.03, household => ShiftHead(household, 30, ErrorKind.ChildOlderThanParent));
        missed += Spread(quota * 0.09, household => ShiftHead(household, 10, ErrorKind.WrongDecade));
        missed += Spread(quota * 0.05, LeavesNoHead);
        missed += Spread(quota * 0.04, NamesTwoHeads);
        missed += Spread(quota * 0.02, NamesMinorHead);
        missed += SpreadOver(quota * 0.05, ErrorKind.BirthAfterRegistration, 3, RegistersBeforeBirth);
        missed += Spread(quota * 0.09, MistakesSex);
        missed += SpreadOver(quota * 0.07, ErrorKind.RelationAgainstSex, 9, MistakesRelation);
        missed += SpreadOver(quota * 0.04, ErrorKind.ShortNumber, 4, LosesNumber);
        missed += SpreadOver(quota * 0.03, ErrorKind.PlaceholderNumber, 4, LosesNumber);
        missed += SpreadOver(quota * 0.04, ErrorKind.RoundedNumber, 4, i => _county[i].IsMale && LosesNumber(i));
        missed += SpreadOver(quota * 0.08, ErrorKind.NumberSwap, 4, LosesNumber);
        missed += SpreadOver(quota * 0.06, ErrorKind.LunarBirthday, 4, TakesLunarBirthday);
        missed += SpreadOver((quota * 0.13) + (missed * 0.5), ErrorKind.NumberSlip, 4, LosesNumber);
        SpreadOver((quota * 0.12) + (missed * 0.5), ErrorKind.BirthSlip, 4, SlipsBirth);
    }

    /// <summary>Gives a person a number that nobody of the county has, for a birth date that was changed.</summary>
    private bool Renumber(int index)
    {
        if (_numbers is null)
        {
            _numbers = [];
            foreach (Person person in _county.People)
            {
                _numbers.Add(Body(person));
            }
        }

        ref Person changed = ref _county[index];
        for (int i = 0; i < 40; i++)
        {
            if (_numbers.Add(Body(changed)))
            {
                return true;
            }

            changed.Sequence = (short)((changed.Sequence + 36) % 998 + 2);
        }

        return false;
    }

    private static long Body(in Person person) => person.Prefix * 100_000_000_000L + DayNumber.ToCode(person.Birth) * 1000L + person.Sequence;

    /// <summary>Whether nobody else stands on the register of the household.</summary>
    private bool IsAlone(int index)
    {
        Household home = _county.HouseholdOf(index);
        for (int i = home.First; i < home.End; i++)
        {
            if (i != index && IsOnRegister(_county[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool GrowsTooOld(int index)
    {
        if (!IsPlain(index) || !IsAlone(index) || Age(index) < 50 || _county[index].Has(PersonTraits.EmployeesInsurance))
        {
            return false;
        }

        ref Person person = ref _county[index];
        int before = person.Birth;
        person.Birth = _calendar.YearsAgo(121.6 + 7 * _draw.Real());
        if (Renumber(index))
        {
            return true;
        }

        person.Birth = before;
        return false;
    }

    private bool WorksAsChild(int index)
    {
        ref Person person = ref _county[index];
        if (!IsPlain(index) || person.Work != Work.Employee || person.Married != 0 || !IsAlone(index) || person.JobSince > _calendar.YearsAgo(9.5))
        {
            return false;
        }

        int before = person.Birth;
        person.Birth = person.JobSince - (int)(_draw.Between(9, 13) * Calendar.Year) - index % 200;
        if (Renumber(index))
        {
            return true;
        }

        person.Birth = before;
        return false;
    }

    /// <summary>Makes the head younger by decades on the register, the number included; the children are then too old.</summary>
    private int ShiftHead(int household, int years, ErrorKind kind)
    {
        Household home = _county.Households[household];
        for (int head = home.First; head < home.End; head++)
        {
            ref Person person = ref _county[head];
            if (person.Relation != 2 || !IsPlain(head))
            {
                continue;
            }

            int birth = person.Birth + (int)(years * Calendar.Year);
            if (birth > Calendar.BirthCertificates - 200 || person.Married > Calendar.MarriageRecords || !TryGaps(home, head, birth, out List<int> wrong, out List<int> older)
                || (kind == ErrorKind.ChildOlderThanParent) != (older.Count > 0))
            {
                return 0;
            }

            int before = person.Birth;
            person.Birth = birth;
            if (!Renumber(head))
            {
                person.Birth = before;
                return 0;
            }

            person.Error = kind;
            Add(head, 3, kind);
            foreach (int child in wrong)
            {
                Add(child, 3, kind, head);
            }

            foreach (int child in older)
            {
                Add(child, 9, kind, head);
                Add(head, 9, kind, child);
            }

            return 1 + wrong.Count;
        }

        return 0;
    }

    /// <summary>Which parents and children of a head would stand at an impossible age; false where it is none, or too close to tell.</summary>
    private bool TryGaps(in Household home, int head, int birth, out List<int> wrong, out List<int> older)
    {
        wrong = [];
        older = [];
        for (int i = home.First; i < home.End; i++)
        {
            ref Person other = ref _county[i];
            if (i == head || !IsOnRegister(other))
            {
                continue;
            }

            double gap = other.Relation switch
            {
                (>= 20 and <= 26) or 29 or (>= 30 and <= 36) or 39 => Calendar.AgeAt(birth, other.Birth),
                51 or 52 => Calendar.AgeAt(other.Birth, birth),
                _ => 30,
            };
            if (gap is (> 13.4 and < 14.7) or (> 59.4 and < 60.7) or (> -0.6 and < 0.6))
            {
                return false;
            }

            if (gap is < 14 or > 60)
            {
                wrong.Add(i);
            }

            if (gap < 0)
            {
                older.Add(i);
            }
        }

        return wrong.Count > 0;
    }

    private int LeavesNoHead(int household)
    {
        Household home = _county.Households[household];
        if (!home.IsFamily)
        {
            return 0;
        }

        // He died and was cancelled, she took no headship.
        for (int wife = home.First; wife < home.End; wife++)
        {
            ref Person hers = ref _county[wife];
            if (hers.Relation != 2 || hers.Role != Role.Wife || hers.Spouse < 0 || !hers.Belongs || _county[hers.Spouse].CancelledOn == 0)
            {
                continue;
            }

            _county[hers.Spouse].Relation = 2;
            hers.Relation = 12;
            int registrations = 0;
            for (int i = home.First; i < home.End; i++)
            {
                ref Person member = ref _county[i];
                if (member.Relation is 53 or 54)
                {
                    member.Relation -= 2;
                }

                if (IsOnRegister(member))
                {
                    Add(i, 9, ErrorKind.NoHead);
                    registrations++;
                    member.Error = ErrorKind.NoHead;
                }
            }

            return registrations;
        }

        return 0;
    }

    private int NamesTwoHeads(int household)
    {
        Household home = _county.Households[household];
        for (int i = home.First; home.IsFamily && i < home.End; i++)
        {
            ref Person head = ref _county[i];
            if (head.Relation == 2 && head.Belongs && head.Spouse >= 0 && _county[head.Spouse].Belongs && Age(i) > 25)
            {
                _county[head.Spouse].Relation = 2;
                _county[head.Spouse].Error = ErrorKind.TwoHeads;
                head.Error = ErrorKind.TwoHeads;
                Add(i, 9, ErrorKind.TwoHeads, head.Spouse);
                Add(head.Spouse, 9, ErrorKind.TwoHeads, i);
                return 2;
            }
        }

        return 0;
    }

    private int NamesMinorHead(int household)
    {
        Household home = _county.Households[household];
        if (!home.IsFamily || home.Count != 3)
        {
            return 0;
        }

        ref Person husband = ref _county[home.First];
        ref Person wife = ref _county[home.First + 1];
        ref Person child = ref _county[home.First + 2];
        if (husband.Role != Role.Husband || wife.Role != Role.Wife || child.Role != Role.Child || !husband.Belongs || !wife.Belongs || !child.Belongs
            || Age(home.First + 2) is < 6 or > 16.5)
        {
            return 0;
        }

        child.Relation = 2;
        husband.Relation = 51;
        wife.Relation = 52;
        child.Error = ErrorKind.MinorHead;
        Add(home.First + 2, 3, ErrorKind.MinorHead);
        return 1;
    }

    private bool RegistersBeforeBirth(int index)
    {
        if (!IsPlain(index))
        {
            return false;
        }

        _county[index].ErrorArgument = _county[index].Birth - _draw.Between(300, 4000);
        return true;
    }

    private int MistakesSex(int household)
    {
        Household home = _county.Households[household];
        int head = Person.None;
        int spouse = Person.None;
        bool inLaws = false;
        for (int i = home.First; i < home.End; i++)
        {
            bool on = IsOnRegister(_county[i]);
            byte relation = _county[i].Relation;
            head = on && relation == 2 ? i : head;
            spouse = on && relation is >= 10 and <= 12 ? i : spouse;
            inLaws |= relation is >= 53 and <= 56;
        }

        int who = home.First + _draw.Below(home.Count);
        if (!IsPlain(who) || inLaws || (!_county[who].IsMale && Age(who) < 50))
        {
            return 0;
        }

        _county[who].Error = ErrorKind.SexSlip;
        Add(who, 4, ErrorKind.SexSlip);
        if ((who == head || who == spouse) && head >= 0 && spouse >= 0)
        {
            Add(head, 9, ErrorKind.SexSlip, spouse);
            Add(spouse, 9, ErrorKind.SexSlip, head);
            return 2;
        }

        if (Relation.FromCode(_county[who].Relation).ExpectedSex != Sex.Unknown)
        {
            Add(who, 9, ErrorKind.SexSlip);
        }

        return 1;
    }

    private bool MistakesRelation(int index)
    {
        ref Person person = ref _county[index];
        if (!person.Belongs || person.Relation is not ((>= 20 and <= 26) or (>= 30 and <= 36)))
        {
            return false;
        }

        person.Relation = (byte)(person.Relation < 30 ? person.Relation + 10 : person.Relation - 10);
        return true;
    }

    /// <summary>The number on the register is broken, so records no longer meet it: nothing else may hang on them.</summary>
    private bool LosesNumber(int index)
    {
        ref Person person = ref _county[index];
        if (!IsPlain(index) || person.Married > Calendar.MarriageRecords || !HasOthersAtHome(index) || (!person.IsMale && Age(index) < 52))
        {
            return false;
        }

        person.ErrorArgument = _draw.Below(100_000);
        return true;
    }

    private bool TakesLunarBirthday(int index)
    {
        ref Person person = ref _county[index];
        return IsPlain(index) && Age(index) > 40 && LunarTwin.LunarReadAsSolar(DayNumber.ToDate(person.Birth)) is { } lunar && Accepts(index, DayNumber.Of(lunar));
    }

    private bool SlipsBirth(int index) =>
        IsPlain(index) && Accepts(index, CountyWriter.VaryBirth(_county[index].Birth, 1 + 5 * (ulong)_draw.Below(1000) + (ulong)_draw.Below(4)));

    /// <summary>Takes a wrong birth date when it breaks nothing but the agreement with the number.</summary>
    private bool Accepts(int index, int birth)
    {
        ref Person person = ref _county[index];
        bool breaksWedding = person.Married > Calendar.MarriageRecords && Calendar.AgeAt(birth, person.Married) < (person.IsMale ? 22.1 : 20.1);
        Household home = _county.HouseholdOf(index);
        for (int i = home.First; i < home.End; i++)
        {
            bool kin = _county[i].Mother == index || _county[i].Father == index || person.Mother == i || person.Father == i;
            double gap = Math.Abs(Calendar.AgeAt(birth, _county[i].Birth));
            if (i != index && kin && gap is < 15.5 or > 58.5)
            {
                return false;
            }
        }

        if (breaksWedding || birth == person.Birth || birth == 0 || birth >= Calendar.BirthCertificates || birth > person.RegisteredOn)
        {
            return false;
        }

        person.ErrorArgument = birth;
        return true;
    }
}
