using Qingce.Standards;

namespace Qingce.Register;

/// <summary>
/// A late change contradicts none that is valid after it: nobody marries after death or while married. A restoration makes a cancelled registration live again, and a move in
/// one that had moved out.
/// </summary>
internal sealed class LaterChangesStillHold : RegisterRule
{
    public override string Code => "contradicts-later-change";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        ChangeRequest request = deliberation.Request;
        if (request.Kind is ChangeKind.DivisionChange or ChangeKind.Confirmation)
        {
            return null;
        }

        foreach ((RegistrationHistory before, RegistrationHistory after) in deliberation.Touched)
        {
            HistoryEntry? stranded = after.Standing.FirstOrDefault(entry => entry.Change.Id != Guid.Empty
                && !Holds(entry, after.JustBefore(entry)) && Holds(entry, before.JustBefore(entry)));
            if (stranded is not null)
            {
                bool lives = after.JustBefore(stranded).IsLiving;
                string kind = ChangeKinds.List.Chinese(stranded.Change.Kind);
                return Broken(
                    $"与之后已登记的“{kind}”（{EffectDraft.Text(stranded.Change.ValidFrom)}）矛盾：届时{(lives ? "婚姻状况不符" : "此登记并不在册")}。请核实两者，撤销有误的一项。",
                    $"It contradicts the {ChangeKinds.List.English(stranded.Change.Kind)} recorded for {EffectDraft.Text(stranded.Change.ValidFrom)}: {(lives ? "the marital status would not allow it" : "the registration would not be living then")}. Find which is wrong and take that one back.",
                    after.RegistrationId);
            }
        }

        return null;
    }

    private static bool Holds(HistoryEntry entry, RegistrationContent found) =>
        (!NeedsALivingPerson(entry.Change.Kind) || found.IsLiving) && entry.Change.Kind switch
        {
            ChangeKind.Marriage => !found.MaritalStatus.IsMarried,
            ChangeKind.MoveIn => !found.Exists || OnlyWhoMovedOutComesBack.MayMoveIn(found),
            ChangeKind.Divorce => !found.MaritalStatus.IsStated || found.MaritalStatus.IsMarried,
            _ => true,
        };

    private static bool NeedsALivingPerson(ChangeKind kind) => kind is ChangeKind.Death or ChangeKind.Marriage or ChangeKind.Divorce
        or ChangeKind.Adoption or ChangeKind.MoveOut or ChangeKind.HouseholdSplit or ChangeKind.HouseholdJoin or ChangeKind.Alteration
        or ChangeKind.Cancellation;
}
