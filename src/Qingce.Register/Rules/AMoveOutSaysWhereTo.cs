using Qingce.Exchange.Codes;

namespace Qingce.Register;

/// <summary>A move out is to somewhere (Art. 10 of 1958); an enlistment needs no permit (Art. 11).</summary>
internal sealed class AMoveOutSaysWhereTo(string to, CancellationReason reason) : RegisterRule
{
    public override string Code => "value-missing";

    public override BrokenRule? Judge(Deliberation deliberation) => reason switch
    {
        CancellationReason.Enlistment => null,
        CancellationReason.MovedOut or CancellationReason.SettledAbroad when !string.IsNullOrWhiteSpace(to) => null,
        CancellationReason.MovedOut or CancellationReason.SettledAbroad => Broken("缺少：迁往何地。请填写。", "Missing: moved_out_to. Fill in."),
        _ => Broken("迁出原因只能是迁出、入伍或出国定居。", "The reason of a move out is moved_out, enlistment or settled_abroad."),
    };
}
