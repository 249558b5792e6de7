using Qingce.Standards;

namespace Qingce.Register;

/// <summary>A code gives way to one that the table of divisions names (GB/T 2260), or that a notice does.</summary>
internal sealed class ADivisionHasThatSuccessor(DivisionCode from, DivisionCode to) : RegisterRule
{
    public override string Code => "not-a-successor";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        if (from.Level != to.Level || from == to || from.Level is not (DivisionLevel.County or DivisionLevel.Township or DivisionLevel.Village))
        {
            return Broken(
                "新旧代码须为同级且不同的县、乡或村级代码。", "Old and new code have to be of one level, county, township or village, and different.");
        }

        return IsKnownSuccessor() || deliberation.Request.Evidence.Any(evidence => !evidence.IsEmpty) ? null : Broken(
            "区划表中没有这一变更，请填写区划变更公告作为依据。", "The table of divisions has no such change. Name the notice of the change as evidence.");
    }

    private bool IsKnownSuccessor()
    {
        if (from.Level != DivisionLevel.County)
        {
            return false;
        }

        foreach (Division spell in Divisions.History(from.County))
        {
            if (spell.Successors.Any(successor => successor.Code == to.County))
            {
                return true;
            }
        }

        return Divisions.CurrentOf(from.County).Contains(to.County);
    }
}
