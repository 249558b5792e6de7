using Qingce.Exchange.Codes;

namespace Qingce.Register;

/// <summary>A cancelled registration moves in again only after a move out.</summary>
internal sealed class OnlyWhoMovedOutComesBack(string registrationId) : RegisterRule
{
    public override string Code => "cancelled-otherwise";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        RegistrationContent present = deliberation.Before(registrationId).Present;
        return !present.Exists || MayMoveIn(deliberation.On(registrationId))
            ? null
            : Broken(
                "该登记不是因迁出、入伍或出国定居注销的，不能以迁入恢复，请办理恢复户口。",
                "The registration was not cancelled for a move, enlistment or settlement abroad. Restore it instead.", registrationId);
    }

    /// <summary>Whether a registration lives, or ended by a move.</summary>
    public static bool MayMoveIn(RegistrationContent content) => content.IsLiving
        || content.CancelledFor is CancellationReason.MovedOut or CancellationReason.Enlistment or CancellationReason.SettledAbroad;
}
