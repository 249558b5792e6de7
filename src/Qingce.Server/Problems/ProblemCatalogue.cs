using System.Reflection;

namespace Qingce.Server.Problems;

/// <summary>Every kind of problem there is. Codes are permanent; a kind is never given another meaning.</summary>
internal static partial class ProblemCatalogue
{
    public static readonly ProblemKind HostNotAllowed = new(
        "host-not-allowed", 421,
        new("本服务只在本机回环地址上应答", "The server answers on the loopback address alone"),
        new("请用 http://127.0.0.1 或 http://localhost 访问，且不要从其他网站的页面调用。", "Ask it as http://127.0.0.1 or http://localhost, and not from a page of another site."));

    public static readonly ProblemKind PathUnknown = new(
        "path-unknown", 404,
        new("没有这个路径", "There is no such path"),
        new("可用的路径见 /docs。", "See /docs for the paths there are."));

    public static readonly ProblemKind MethodNotAllowed = new(
        "method-not-allowed", 405,
        new("此路径不接受这种方法", "The path does not take this method"),
        new("可用的方法见应答头 Allow 和 /docs。", "See the Allow header and /docs for the methods it takes."));

    public static readonly ProblemKind MediaTypeUnsupported = new(
        "media-type-unsupported", 415,
        new("请求正文的格式不受支持", "The body is of a type that is not taken"),
        new("请把 Content-Type 设为此路径接受的类型，见 /docs。", "Set Content-Type to one that the path takes; see /docs."));

    public static readonly ProblemKind BodyInvalid = new(
        "body-invalid", 400,
        new("请求正文无法读取", "The body cannot be read"),
        new("请按 /docs 中此路径的格式发送 JSON。", "Send JSON as /docs shows it for this path."));

    public static readonly ProblemKind BodyTooLarge = new(
        "body-too-large", 413,
        new("请求正文过大", "The body is too large"),
        new("正文最多 4 MiB（4194304 字节），请分批发送；交付的文件不受此限。", "A body may have 4 MiB (4194304 bytes); send less at a time. A file that is delivered may be larger."));

    public static readonly ProblemKind ParameterInvalid = new(
        "parameter-invalid", 400,
        new("参数的值不可用", "A parameter has a value that cannot be used"),
        new("请改正 errors 中列出的参数。", "Mend the parameters named in errors."));

    public static readonly ProblemKind ValueInvalid = new(
        "value-invalid", 422,
        new("内容有误", "The content has faults"),
        new("请改正 errors 中列出的各项。", "Mend the places named in errors."));

    public static readonly ProblemKind CursorInvalid = new(
        "cursor-invalid", 400,
        new("翻页标记无效", "The cursor cannot be used"),
        new("after 应为上一页应答中的 next；请从第一页重新开始。", "Give the next of the page before as after, or begin at the first page."));

    public static readonly ProblemKind ActorMissing = new(
        "actor-missing", 400,
        new("没有说明由谁办理", "Nobody is named who does this"),
        new("请在请求头 Qingce-Actor 中写明办理人的姓名或工号（UTF-8，百分号编码）。", "Name who acts in the header Qingce-Actor, by name or staff id (UTF-8, percent-encoded)."));

    public static readonly ProblemKind ActorInvalid = new(
        "actor-invalid", 400,
        new("办理人的写法无法读取", "Who acts cannot be read"),
        new("Qingce-Actor 应为 1 至 100 个字符的姓名或工号，UTF-8 百分号编码，不含控制字符。", "Qingce-Actor is a name or staff id of 1 to 100 characters in UTF-8, percent-encoded, without control characters."));

    public static readonly ProblemKind PurposeMissing = new(
        "purpose-missing", 400,
        new("没有说明查看目的", "No purpose is given"),
        new("显示敏感内容（reveal=true）需在请求头 Qingce-Purpose 中写明目的（1 至 200 个字符，百分号编码），并在 Qingce-Actor 中写明查看人。", "To reveal sensitive values (reveal=true), give the purpose in the header Qingce-Purpose (1 to 200 characters, percent-encoded) and who looks in Qingce-Actor."));

    public static readonly ProblemKind PurposeInvalid = new(
        "purpose-invalid", 400,
        new("查看目的的写法无法读取", "The purpose cannot be read"),
        new("Qingce-Purpose 应为 1 至 200 个字符，UTF-8 百分号编码，不含控制字符。", "Qingce-Purpose has 1 to 200 characters in UTF-8, percent-encoded, without control characters."));

    public static readonly ProblemKind VersionMissing = new(
        "version-missing", 428,
        new("没有说明依据哪一版本办理", "The version that this rests on is missing"),
        new("请先读取该登记，再把应答头 ETag 的值放入 If-Match。", "Read the registration first and give its ETag in If-Match."));

    public static readonly ProblemKind VersionInvalid = new(
        "version-invalid", 400,
        new("版本标记无法读取", "The version cannot be read"),
        new("If-Match 应为读取时得到的 ETag，如 \"3\"；不接受 *。", "If-Match is the ETag that reading gave, as \"3\"; * is not taken."));

    public static readonly ProblemKind VersionChanged = new(
        "version-changed", 412,
        new("该登记已被他人更改", "Somebody else has changed it meanwhile"),
        new("您填写的内容没有写入。请重新读取，比较后再提交。", "Nothing of what you sent was written. Read it again, compare, and send once more."));

    public static readonly ProblemKind IdempotencyKeyInvalid = new(
        "idempotency-key-invalid", 400,
        new("幂等键无法使用", "The idempotency key cannot be used"),
        new("Idempotency-Key 应为 1 至 200 个可见 ASCII 字符，每件事用一个新键。", "Idempotency-Key has 1 to 200 visible ASCII characters; use a new one for every thing done."));

    public static readonly ProblemKind IdempotencyKeyReused = new(
        "idempotency-key-reused", 422,
        new("此幂等键已用于另一请求", "The idempotency key was used for another request"),
        new("同一个键只能重复同一个请求；办另一件事请用新键。", "A key repeats the same request only; use a new one for another."));

    public static readonly ProblemKind IdempotencyKeyInUse = new(
        "idempotency-key-in-use", 409,
        new("同一个键的请求正在办理", "A request with this key is being worked on"),
        new("请稍候再用同一个键发送，将得到同一应答。", "Send it again with the same key in a moment; the answer will be the same."));

    public static readonly ProblemKind Unforeseen = new(
        "unforeseen", 500,
        new("服务器出错", "The server failed"),
        new("没有写入半途的内容。请把 traceId 告诉管理员。", "Nothing was left half-written. Tell the operator the traceId."));

    /// <summary>All kinds, in the order of their codes.</summary>
    /// <remarks>Gathered when first asked for: what other files of the catalogue hold is there by then.</remarks>
    public static IReadOnlyList<ProblemKind> All => field ??=
    [
        .. typeof(ProblemCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(one => one.GetValue(null)).OfType<ProblemKind>().OrderBy(kind => kind.Code, StringComparer.Ordinal),
    ];
}
