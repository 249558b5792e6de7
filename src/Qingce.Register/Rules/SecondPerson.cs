namespace Qingce.Register;

/// <summary>Whether a second person stands behind a request.</summary>
internal static class SecondPerson
{
    public static BrokenRule? Judge(RegisterRule rule, ChangeRequest request, IReadOnlyList<string> registrationIds) =>
        request.ConfirmedBy.IsNobody
            ? new BrokenRule(
                rule.Code, "须由第二人复核，请填写复核人。", "A second person has to confirm it. Name the person.", [.. registrationIds])
        : request.ConfirmedBy.IsSameAs(request.ActedBy)
            ? new BrokenRule(
                rule.Code, "复核人与经办人是同一人，请由另一人复核。", "Who confirms is who acts. Another person has to confirm it.", [.. registrationIds])
        : null;
}
