namespace Qingce.Register;

/// <summary>The register says what is, not what is planned.</summary>
internal sealed class NothingIsRecordedAhead : RegisterRule
{
    public override string Code => "day-in-the-future";

    public override BrokenRule? Judge(Deliberation deliberation) => deliberation.Request.ValidFrom > deliberation.Extract.Today
        ? Broken("日期在今天之后，请在当日或之后办理。", "The day is yet to come. Record it on that day or later.")
        : null;
}
