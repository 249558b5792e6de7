namespace Qingce.Register;

/// <summary>A late change contradicts none that is valid after it: nobody marries after death. A move in or a restoration makes a cancelled registration live again.</summary>
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
                && NeedsALivingPerson(entry.Change.Kind) && !after.JustBefore(entry).IsLiving && before.JustBefore(entry).IsLiving);
            if (stranded is not null)
            {
                string kind = ChangeKinds.List.Chinese(stranded.Change.Kind);
                return Broken(
                    $"与之后已登记的“{kind}”（{EffectDraft.Text(stranded.Change.ValidFrom)}）矛盾：届时此登记并不在册。请核实两者，撤销有误的一项。",
                    $"It contradicts the {ChangeKinds.List.English(stranded.Change.Kind)} recorded for {EffectDraft.Text(stranded.Change.ValidFrom)}: the registration would not be living then. Find which is wrong and take that one back.",
                    after.RegistrationId);
            }
        }

        return null;
    }

    private static bool NeedsALivingPerson(ChangeKind kind) => kind is ChangeKind.Death or ChangeKind.Marriage or ChangeKind.Divorce
        or ChangeKind.Adoption or ChangeKind.MoveOut or ChangeKind.HouseholdSplit or ChangeKind.HouseholdJoin or ChangeKind.Alteration
        or ChangeKind.Cancellation;
}
