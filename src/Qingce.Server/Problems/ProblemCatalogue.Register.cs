namespace Qingce.Server.Problems;

/// <remarks>Problems of the register itself: what is asked for is not there, or a rule says no.</remarks>
internal static partial class ProblemCatalogue
{
    public static readonly ProblemKind RuleBroken = new(
        "rule-broken", 409,
        new("登记规则不允许", "A rule of the register says no"),
        new("errors 中列出每条规则的理由和办法；没有写入任何内容。", "errors names each rule with its reason and what to do; nothing was written."));

    public static readonly ProblemKind RegistrationUnknown = new(
        "registration-unknown", 404,
        new("没有这条登记", "There is no such registration"),
        new("请核对登记编号，或用 /api/v1/registrations 查找。", "Check the id, or look for it at /api/v1/registrations."));

    public static readonly ProblemKind HouseholdUnknown = new(
        "household-unknown", 404,
        new("没有这一户", "There is no such household"),
        new("请核对户号。", "Check the id of the household."));

    public static readonly ProblemKind PersonUnknown = new(
        "person-unknown", 404,
        new("没有这个人", "There is no such person"),
        new("人员编号为其登记之一的编号，请核对。", "A person is named by one of their registrations; check the id."));

    public static readonly ProblemKind ChangeUnknown = new(
        "change-unknown", 404,
        new("没有这项变更", "There is no such change"),
        new("请核对变更编号，或用 /api/v1/changes 查找。", "Check the id, or look for it at /api/v1/changes."));

    public static readonly ProblemKind ProposalUnknown = new(
        "proposal-unknown", 404,
        new("没有这项建议", "There is no such proposal"),
        new("请核对建议编号。", "Check the id of the proposal."));

    public static readonly ProblemKind ProposalDecided = new(
        "proposal-decided", 409,
        new("这项建议已有人办理", "Somebody has decided this proposal"),
        new("请重新读取，查看由谁办理。", "Read it again to see who decided and how."));

    public static readonly ProblemKind DeliveryUnknown = new(
        "delivery-unknown", 404,
        new("没有这次交付", "There is no such delivery"),
        new("请核对编号，或用 /api/v1/deliveries 查找。", "Check the id, or look for it at /api/v1/deliveries."));

    public static readonly ProblemKind VerificationUnknown = new(
        "verification-unknown", 404,
        new("没有这次核验", "There is no such verification"),
        new("请核对编号，或用 /api/v1/verifications 查找。", "Check the id, or look for it at /api/v1/verifications."));

    public static readonly ProblemKind VerificationRunning = new(
        "verification-running", 409,
        new("已有一次核验在进行", "A verification is running"),
        new("请等它完成或先取消。", "Wait until it is done, or cancel it first."));

    public static readonly ProblemKind FindingUnknown = new(
        "finding-unknown", 404,
        new("没有这条疑点", "There is no such finding"),
        new("请核对疑点编号。", "Check the id of the finding."));

    public static readonly ProblemKind EventInvalid = new(
        "event-invalid", 422,
        new("事件有误", "An event has faults"),
        new("请改正 errors 中列出的各处；整批均未接收。", "Mend the places named in errors; nothing of the batch was taken."));

    public static readonly ProblemKind EventDiffers = new(
        "event-differs", 409,
        new("同一编号下已接收过另一事件", "Another event was taken under this source and id"),
        new("每个事件用一个新编号；更正请作为新事件发送。", "Give every event an id of its own; send a correction as a new event."));
}
