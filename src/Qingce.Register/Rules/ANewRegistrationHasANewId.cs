namespace Qingce.Register;

/// <summary>An id is given once, also where its registration was taken back.</summary>
internal sealed class ANewRegistrationHasANewId : RegisterRule
{
    public override string Code => "registration-exists";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        string[] known = [.. deliberation.Request.Registrations.Where(id => !deliberation.Before(id).Entries.IsEmpty || deliberation.Before(id).Present.Exists)];
        return known.Length == 0 ? null : Broken("登记编号已被使用，请换一个。", "The id is taken. Give another one.", known);
    }
}
