using Qingce.Exchange.Codes;
using Qingce.Simulation.Population;
using Qingce.Simulation.Writing;
using Qingce.Standards;

namespace Qingce.Simulation.Errors;

/// <summary>What changed in life and not on the register.</summary>
internal sealed partial class ErrorPlanner
{
    private void PlanStale(double quota)
    {
        double missed = SpreadOver(quota * 0.03, ErrorKind.SilentAtGreatAge, 5, i => DiedAlone(i) && Age(i) > 91 && _county[i].Death < _calendar.YearsAgo(4.3));
        missed += SpreadOver(quota * 0.06, ErrorKind.StoppedForDeath, 5, i => DiedAlone(i) && _county[i].Death < _calendar.Until - 110 && Calendar.AgeAt(_county[i].Birth, _county[i].Death) > 61);
        missed += SpreadOver(quota * 0.015, ErrorKind.DeclaredDead, 5, Vanished);
        missed += SpreadOver(quota * 0.235, ErrorKind.DeadNotCancelled, 5, DiedAlone);
        missed += SpreadOver(quota * 0.06, ErrorKind.CancelledAlive, 5, CanBeCancelledAlive);
        missed += SpreadOver(quota * 0.12, ErrorKind.DivorcedNotUpdated, 6, IsRecordedDivorced);
        missed += SpreadOver(quota * 0.04, ErrorKind.MovedOutNeverIn, 12, i => LeftByPermit(i) && _county[i].LeftOn > _calendar.YearsAgo(1.5));
        missed += SpreadOver(quota * 0.04, ErrorKind.PermitExpired, 12, i => LeftByPermit(i) && _county[i].LeftOn < _calendar.YearsAgo(1.5));
        missed += SpreadOver(quota * 0.03, ErrorKind.InWithoutOut, 12, CameFromNearby);
        missed += SpreadOver(quota * 0.02, ErrorKind.TwoCurrentSpouses, 6, MarriesAgain);
        missed += Spread(quota * 0.17 + missed * 0.5, WeddingUnnoticed);
        missed += SpreadOver(quota * 0.06, ErrorKind.MarriedOneSide, 6, WeddingHalfNoticed);
        SpreadOver((quota * 0.12) + (missed * 0.5), ErrorKind.BirthNotRegistered, 11, BearsUnregistered);
    }

    /// <summary>Died in the simulated years and left no husband or wife, and no doubt about when the home stood empty.</summary>
    private bool DiedAlone(int index)
    {
        ref Person person = ref _county[index];
        if (person.Death == 0 || person.CancelledOn == 0 || person.Death > _calendar.Until - 60 || person.MovedInOn != 0
            || person.Marital is not ((byte)MaritalStatus.Widowed or (byte)MaritalStatus.NeverMarried or (byte)MaritalStatus.Divorced)
            || !_county.HouseholdOf(index).IsFamily || person.Birth >= Calendar.BirthCertificates)
        {
            return false;
        }

        return HasFitHead(index) && (HasOthersAtHome(index) || person.Death < _calendar.YearsAgo(2.4) || person.Death > _calendar.YearsAgo(1.05));
    }

    /// <summary>Went missing long enough ago to be declared dead, which takes four years (Civil Code, article 46), and not so old as to be silent anyway.</summary>
    private bool Vanished(int index) =>
        DiedAlone(index) && _county[index].Death < _calendar.YearsAgo(5.2) && Age(index) is > 25 and < 88 && _county[index].Death > Calendar.Start + 30;

    /// <summary>Whether the household would have a grown head on the register with this registration still there.</summary>
    private bool HasFitHead(int index)
    {
        Household home = _county.HouseholdOf(index);
        for (int i = home.First; i < home.End; i++)
        {
            if (_county[i].Relation == 2)
            {
                return i == index || (IsOnRegister(_county[i]) && Age(i) > 18.2);
            }
        }

        return false;
    }

    private bool CanBeCancelledAlive(int index)
    {
        ref Person person = ref _county[index];
        if (!IsPlain(index) || person.Relation == 2 || person.Marital is not ((byte)MaritalStatus.Widowed or (byte)MaritalStatus.NeverMarried)
            || person.Has(PersonTraits.EmployeesInsurance) || !HasOthersAtHome(index))
        {
            return false;
        }

        person.ErrorArgument = _calendar.Until - _draw.Between(470, 1300);
        return true;
    }

    private bool IsRecordedDivorced(int index)
    {
        ref Person person = ref _county[index];
        return person.Belongs && person.Marital == (byte)MaritalStatus.Divorced && person.Divorced > Calendar.MarriageRecords
            && person.Divorced < _calendar.Until - 120 && person.Spouse == Person.Outside;
    }

    private bool LeftByPermit(int index)
    {
        ref Person person = ref _county[index];
        return person.LeftFor == CancellationReason.MovedOut && person.LeftOn > Calendar.Start + 100 && person.LeftOn < _calendar.Until - 125
            && person.Birth < Calendar.BirthCertificates + 3000;
    }

    private bool CameFromNearby(int index)
    {
        ref Person person = ref _county[index];
        return person.Belongs && person.MovedInOn > Calendar.Start + 100 && person.MovedInOn < _calendar.Until - 125 && !person.Has(PersonTraits.FromSimulated)
            && person.MovedInFrom / 10_000 == _county.Plan.Code / 10_000 && _county.HouseholdOf(index).IsFamily;
    }

    private bool IsRecordedCouple(int index)
    {
        ref Person person = ref _county[index];
        return person.Belongs && person.Spouse >= 0 && _county[person.Spouse].Belongs && person.Married > CountyWriter.PatchyMarriages + 10
            && person.Married < _calendar.Until - 125 && !person.Has(PersonTraits.Remarried) && !_county[person.Spouse].Has(PersonTraits.Remarried)
            && person.Marital is (byte)MaritalStatus.Married or (byte)MaritalStatus.FirstMarriage;
    }

    private bool MarriesAgain(int index)
    {
        ref Person person = ref _county[index];
        if (!IsRecordedCouple(index) || person.Married > _calendar.YearsAgo(3))
        {
            return false;
        }

        person.ErrorArgument = _draw.Between(person.Married + 500, _calendar.Until - 130);
        return true;
    }

    private int WeddingUnnoticed(int household)
    {
        Household home = _county.Households[household];
        for (int i = home.First; i < home.End; i++)
        {
            if (IsRecordedCouple(i) && i < _county[i].Spouse)
            {
                foreach (int who in (ReadOnlySpan<int>)[i, _county[i].Spouse])
                {
                    _county[who].Error = ErrorKind.MarriedNotUpdated;
                    _county[who].ErrorArgument = (byte)MaritalStatus.NeverMarried;
                    Add(who, 6, ErrorKind.MarriedNotUpdated);
                }

                return 2;
            }
        }

        return 0;
    }

    private bool WeddingHalfNoticed(int index)
    {
        if (!IsRecordedCouple(index))
        {
            return false;
        }

        _county[index].ErrorArgument = (byte)MaritalStatus.NeverMarried;
        return true;
    }

    private bool BearsUnregistered(int index)
    {
        ref Person person = ref _county[index];
        if (person.IsMale || !person.Belongs || person.AwaySince != 0 || person.Married == 0 || person.Divorced != 0
            || person.Marital is not ((byte)MaritalStatus.Married or (byte)MaritalStatus.FirstMarriage))
        {
            return false;
        }

        int birth = Math.Max(person.Married + 300, _calendar.Until - _draw.Between(70, 1900));
        if (birth > _calendar.Until - 60 || Calendar.AgeAt(person.Birth, birth) is < 20.5 or > 43)
        {
            return false;
        }

        Household home = _county.HouseholdOf(index);
        for (int i = home.First; i < home.End; i++)
        {
            if (_county[i].Mother == index && Math.Abs(_county[i].Birth - birth) < 420)
            {
                return false;
            }
        }

        person.ErrorArgument = birth;
        return true;
    }
}
