using Qingce.Standards;

namespace Qingce.Register;

/// <summary>A man and a woman are not one person.</summary>
internal sealed class OnePersonHasOneSex : RegisterRule
{
    public override string Code => "one-person-one-sex";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        string[] ids = [.. deliberation.Request.Registrations];
        Sex[] known = [.. ids.Select(id => deliberation.On(id).Sex).Where(sex => sex.IsKnown).Distinct()];
        return known.Length < 2 ? null : Broken(
            "登记的性别不同，不能作为同一人合并。性别有误的，请先更正。",
            "They are of different sex in the register and cannot be one person. Correct the sex first where it is wrong.", ids);
    }
}
