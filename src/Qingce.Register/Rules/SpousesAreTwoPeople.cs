using Qingce.Standards;

namespace Qingce.Register;

/// <summary>A marriage is of a man and a woman (Civil Code, Art. 1042 and 1046).</summary>
internal sealed class SpousesAreTwoPeople : RegisterRule
{
    public override string Code => "spouse-is-self";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        string[] spouses = [.. deliberation.Request.Registrations];
        if (spouses.Length < 2)
        {
            return null;
        }

        RegistrationContent one = deliberation.On(spouses[0]);
        RegistrationContent other = deliberation.On(spouses[1]);
        return spouses[0] == spouses[1] || one.PersonId == other.PersonId
            ? Broken("双方是同一人，请核对。", "Both spouses are one person. Check the ids.", spouses)
            : one.Sex.IsKnown && one.Sex == other.Sex
                ? Broken("双方性别相同，请核对性别。", "Both spouses have one sex in the register. Check which is wrong.", spouses)
                : null;
    }
}
