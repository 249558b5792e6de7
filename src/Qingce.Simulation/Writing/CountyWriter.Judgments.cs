using Qingce.Exchange.Codes;
using Qingce.Simulation.Errors;
using Qingce.Simulation.Population;

namespace Qingce.Simulation.Writing;

/// <summary>What courts found.</summary>
internal sealed partial class CountyWriter
{
    /// <summary>Guardians of the young and the old in welfare homes, and of some of the very old; adoptions a court found.</summary>
    private void WriteJudgments()
    {
        bool welfare = _county.HouseholdOf(_index).Kind == HouseholdKind.Welfare;
        double age = _calendar.Age(_who.Birth);
        int day = Until - 400 - _index % 1500;
        if (_who.Belongs && _who.Error == ErrorKind.None && (welfare ? _index % 3 == 0 : age > 76 && _index % 37 == 0)
            && _who.AwaySince == 0 && day > _who.RegisteredOn + 30)
        {
            SetOther(_who.Father >= 0 && _county[_who.Father].Belongs ? _who.Father : Person.Outside, true, _who.Birth + 9000);
            SourceRow row = About(EventKind.Guardianship, day, day + 12);
            row.CounterpartNumber = OtherNumber;
            row.CounterpartName = OtherName;
            row.Division = _plan.Code;
            row.Status = SourceStatus.Active;
            row.Relation = welfare ? (byte)99 : (byte)0;
            Add(23, row);
        }

        WriteDeclarations();
    }

    /// <summary>Declared missing after two years and dead after four, or declared so in error and revoked once the person came back.</summary>
    private void WriteDeclarations()
    {
        switch (_who.Error)
        {
            case ErrorKind.DeclaredDead:
                if (_index % 3 == 0)
                {
                    WriteJudgment(EventKind.DeclaredMissing, _who.Death + 760 + _index % 200);
                }

                WriteJudgment(EventKind.DeclaredDead, _who.Death + 1480 + _index % 300);
                break;
            case ErrorKind.CancelledAlive when _index % 4 == 0:
                WriteJudgment(EventKind.DeclaredDead, _who.ErrorArgument - 6 - _index % 20);
                WriteJudgment(EventKind.DeclarationRevoked, _who.ErrorArgument + 120 + _index % 140);
                break;
            case ErrorKind.None when _index % 907 == 0 && _who.Belongs && _calendar.Age(_who.Birth) > 24 && _who.RegisteredOn < Until - 2500:
                int back = Until - 60 - _index % 900;
                WriteJudgment(_index % 2 == 0 ? EventKind.DeclaredMissing : EventKind.DeclaredDead, back - 100 - _index % 400);
                WriteJudgment(EventKind.DeclarationRevoked, back);
                break;
        }
    }

    private void WriteJudgment(EventKind kind, int day)
    {
        SourceRow row = About(kind, day, day + 10);
        row.Division = _plan.Code;
        Add(23, row);
    }
}
