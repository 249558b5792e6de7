namespace Qingce.Register;

/// <summary>Article 17 of 1958: nothing changes before it is found true, hence every change names a paper or another proof.</summary>
internal sealed class AChangeRestsOnEvidence : RegisterRule
{
    public override string Code => "evidence-missing";

    public override BrokenRule? Judge(Deliberation deliberation) =>
        deliberation.Request.Evidence.All(evidence => evidence.IsEmpty) && !RestsOnItself(deliberation.Request)
            ? Broken("没有依据，请至少填写一份证件或证明材料。", "It rests on nothing. Name at least one paper or other proof.")
            : null;

    // Acts of the office about its own register rest on the change they concern, on the file, or on the notice of the division.
    private static bool RestsOnItself(ChangeRequest request) => request.Kind is ChangeKind.Undo or ChangeKind.Confirmation
        or ChangeKind.DivisionChange or ChangeKind.HouseholdSplit or ChangeKind.HouseholdJoin
        || request is AlterFields { Values.Count: 0 };
}
