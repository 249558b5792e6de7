using Qingce.Exchange.Codes;
using Qingce.Simulation.Population;
using Qingce.Standards;

namespace Qingce.Simulation.Errors;

/// <summary>What was declared falsely.</summary>
internal sealed partial class ErrorPlanner
{
    private const int CasesOfAgent = 14;

    private int _forged;

    private void PlanFalse(double quota)
    {
        double missed = SpreadOver(quota * 0.10, ErrorKind.AgeMovedForPension, 2, MovesAgeForPension);
        missed += SpreadOver(quota * 0.04, ErrorKind.AgeMovedYoung, 2, MovesAgeYoung);
        missed += SpreadOver(quota * 0.07, ErrorKind.NamesTooOften, 2, i => IsPlain(i) && Age(i) > 25);
        missed += SpreadOver(quota * 0.03, ErrorKind.NumbersTooOften, 2, NumbersChange);
        missed += SpreadOver(quota * 0.03, ErrorKind.ChangedBeforeSettlement, 2, ChangesBeforeSettlement);
        missed += SpreadOver(quota * 0.02, ErrorKind.ChangedBeforeExam, 2, ChangesBeforeExam);
        missed += Spread(quota * 0.06, RingOfReusedPapers());
        missed += SpreadOver(quota * 0.12, ErrorKind.PapersAfterUse, 10, i => SettledOnPapers(i) && _county[i].MovedInOn < _calendar.Until - 340);
        missed += SpreadOver(quota * 0.25, ErrorKind.ForgedPapers, 10, ForgesPapers);
        missed += SpreadOver(quota * 0.08, ErrorKind.JoinedNoRelative, 9, JoinsNobody);
        missed += SpreadOver(quota * 0.04, ErrorKind.AdoptedWithoutRecord, 9, AdoptsWithoutRecord);
        missed += Spread(quota * 0.04, UsesCertificateTwice());
        missed += Spread(quota * 0.02, BearsFalseTwin);
        SpreadOver((quota * 0.10) + missed, ErrorKind.ChildWithoutCertificate, 11, IsCertifiedChild);
    }

    private bool MovesAgeForPension(int index)
    {
        ref Person person = ref _county[index];
        if (!IsPlain(index) || Age(index) is < 60.8 or > 68)
        {
            return false;
        }

        person.ErrorArgument = person.Birth + _draw.Between(750, 1400);
        return true;
    }

    private bool MovesAgeYoung(int index)
    {
        ref Person person = ref _county[index];
        if (!IsPlain(index) || person.Birth < DayNumber.Of(1988, 6, 1))
        {
            return false;
        }

        person.ErrorArgument = person.Birth + _draw.Between(420, 900);
        return true;
    }

    private bool NumbersChange(int index)
    {
        if (!IsPlain(index) || Age(index) is < 25 or > 58)
        {
            return false;
        }

        _county[index].ErrorArgument = _county[index].Birth + 75;
        return true;
    }

    /// <summary>Took another name or birth date in the weeks before settling by work, as a talent or by a home.</summary>
    private bool ChangesBeforeSettlement(int index)
    {
        ref Person person = ref _county[index];
        if (!SettledOnPapers(index) || person.MovedInFor == RegistrationReason.Transfer || person.Birth >= Calendar.BirthCertificates - 700
            || person.Divorced != 0 || person.Has(PersonTraits.Remarried))
        {
            return false;
        }

        person.Traits |= index % 2 == 0 && person.Married < Calendar.MarriageRecords ? PersonTraits.BirthCorrected : PersonTraits.NameChanged;
        return true;
    }

    /// <summary>Took another name in the weeks before the admission to a senior school.</summary>
    private bool ChangesBeforeExam(int index)
    {
        ref Person person = ref _county[index];
        if (!IsPlainPupil(index) || Age(index) is < 15.7 or > 18.3)
        {
            return false;
        }

        person.Traits |= PersonTraits.NameChanged;
        return true;
    }

    private bool IsPlainPupil(int index)
    {
        ref Person person = ref _county[index];
        return person.Belongs && person.AwaySince == 0 && person.MovedInOn == 0 && person.Work == Work.Pupil && person.Mother >= 0
            && person.RegisteredFor == RegistrationReason.Birth && _county.HouseholdOf(index).IsFamily
            && (person.Traits & (PersonTraits.NameChanged | PersonTraits.BirthCorrected)) == 0 && !SharesBirthday(index);
    }

    private bool SettledOnPapers(int index)
    {
        ref Person person = ref _county[index];
        return person.Belongs && person.AwaySince == 0 && person.MovedInOn > Calendar.Start + 320 && person.MovedInOn < _calendar.Until - 30
            && person.MovedInFor is RegistrationReason.HomePurchase or RegistrationReason.Employment or RegistrationReason.Talent or RegistrationReason.Transfer
            && _county.HouseholdOf(index).IsFamily && !person.Has(PersonTraits.LawfulAgent);
    }

    private bool ForgesPapers(int index)
    {
        if (!SettledOnPapers(index))
        {
            return false;
        }

        _county[index].ErrorArgument = (_forged++ / CasesOfAgent) + 1;
        return true;
    }

    /// <summary>Several families settle on the home of one of them.</summary>
    private Func<int, int> RingOfReusedPapers()
    {
        int owner = Person.None;
        int users = 0;
        return household =>
        {
            Household home = _county.Households[household];
            int index = home.First;
            if (!SettledOnPapers(index) || _county[index].MovedInFor != RegistrationReason.HomePurchase)
            {
                return 0;
            }

            if (owner < 0 || users == 4)
            {
                owner = index;
                users = 0;
            }

            users++;
            _county[index].Error = ErrorKind.ReusedPapers;
            _county[index].ErrorArgument = owner;
            if (users > 1)
            {
                Add(index, 10, ErrorKind.ReusedPapers, owner);
            }

            if (users == 2)
            {
                Add(owner, 10, ErrorKind.ReusedPapers, index);
            }

            return 1;
        };
    }

    /// <summary>A grown child or brother of nobody here: settled with relatives who are none.</summary>
    private bool JoinsNobody(int index)
    {
        ref Person person = ref _county[index];
        if (!IsPlain(index) || person.Role is not (Role.Child or Role.Member) || person.Relation == 2 || person.Married != 0 || HasChildren(index)
            || Age(index) < 24)
        {
            return false;
        }

        int day = _calendar.Until - _draw.Between(200, 3800);
        if (day < person.Birth + (int)(20 * Calendar.Year) || !HasOthersAtHome(index))
        {
            return false;
        }

        person.Role = Role.Member;
        person.Mother = Person.None;
        person.Father = Person.None;
        person.Relation = 97;
        person.RegisteredFor = RegistrationReason.MovedIn;
        person.MovedInFor = RegistrationReason.JoinedRelatives;
        person.MovedInOn = day;
        person.RegisteredOn = day;
        person.MovedInFrom = _world.Land.FarAway[_draw.Below(_world.Land.FarAway.Length)].County;
        person.Name = _world.Names.Given(ref _draw, _world.Names.Surname(ref _draw), DayNumber.ToDate(person.Birth).Year, person.IsMale);
        return true;
    }

    private bool HasChildren(int index)
    {
        Household home = _county.HouseholdOf(index);
        for (int i = home.First; i < home.End; i++)
        {
            if (_county[i].Mother == index || _county[i].Father == index)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsCertifiedChild(int index)
    {
        ref Person person = ref _county[index];
        return person.Belongs && person.AwaySince == 0 && person.MovedInOn == 0 && person.RegisteredFor == RegistrationReason.Birth && person.Mother >= 0
            && person.Role is Role.Child or Role.Grandchild && person.Birth > DayNumber.Of(2010, 2, 1) && person.Birth < _calendar.Until - 100
            && _county.HouseholdOf(index).IsFamily && (person.Traits & (PersonTraits.BornAtHome | PersonTraits.NameChanged | PersonTraits.BirthCorrected)) == 0
            && !SharesBirthday(index);
    }

    private bool SharesBirthday(int index)
    {
        Household home = _county.HouseholdOf(index);
        for (int i = home.First; i < home.End; i++)
        {
            if (i != index && _county[i].Birth == _county[index].Birth)
            {
                return true;
            }
        }

        return false;
    }

    private bool AdoptsWithoutRecord(int index)
    {
        ref Person person = ref _county[index];
        if (!IsCertifiedChild(index) || person.Role != Role.Child || person.Relation is not ((>= 20 and <= 26) or (>= 30 and <= 36)))
        {
            return false;
        }

        person.Role = Role.Adopted;
        person.Mother = Person.None;
        person.Relation = (byte)(person.IsMale ? 27 : 37);
        person.RegisteredFor = RegistrationReason.Adoption;
        person.RegisteredOn = Math.Min(person.Birth + 60 + index % 500, _calendar.Until - 30);
        return true;
    }

    private Func<int, int> UsesCertificateTwice()
    {
        int first = Person.None;
        return household =>
        {
            Household home = _county.Households[household];
            for (int i = home.First; i < home.End; i++)
            {
                if (!IsCertifiedChild(i))
                {
                    continue;
                }

                _county[i].Error = ErrorKind.CertificateUsedTwice;
                if (first < 0)
                {
                    first = i;
                    _county[i].ErrorArgument = i;
                    return 1;
                }

                _county[i].ErrorArgument = first;
                Add(i, 11, ErrorKind.CertificateUsedTwice, first);
                Add(first, 11, ErrorKind.CertificateUsedTwice, i);
                first = Person.None;
                return 1;
            }

            return 0;
        };
    }

    /// <summary>A child of other people registered as the twin of a child of the house, on the same certificate.</summary>
    private int BearsFalseTwin(int household)
    {
        Household home = _county.Households[household];
        for (int i = home.First + 1; i < home.End; i++)
        {
            int elder = i - 1;
            if (!IsCertifiedChild(i) || !IsCertifiedChild(elder) || _county[i].Mother != _county[elder].Mother)
            {
                continue;
            }

            ref Person twin = ref _county[i];
            int before = twin.Birth;
            twin.Birth = _county[elder].Birth;
            if (!Renumber(i))
            {
                twin.Birth = before;
                continue;
            }

            twin.RegisteredOn = _county[elder].RegisteredOn + 40;
            foreach (int child in (ReadOnlySpan<int>)[elder, i])
            {
                _county[child].Error = ErrorKind.FalseTwin;
                _county[child].ErrorArgument = elder;
                Add(child, 11, ErrorKind.FalseTwin, child == i ? elder : i);
            }

            return 2;
        }

        return 0;
    }
}
