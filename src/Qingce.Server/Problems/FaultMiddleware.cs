using System.Text.Json;
using Qingce.Server.Telemetry;
using Qingce.Storage;

namespace Qingce.Server.Problems;

/// <summary>
/// The host boundary: answers with a problem where nothing else was answered, and tells of faults without what they were about, since the message of an
/// exception may quote the person whose request failed.
/// </summary>
internal sealed partial class FaultMiddleware(RequestDelegate next, Store store, ILogger<FaultMiddleware> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await AnswerAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
            return;
        }
#pragma warning disable CA1031 // The host boundary.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Problem problem = ProblemOf(fault);
            if (problem.Kind.Status >= 500)
            {
                LogFault(http.RouteTemplate(), problem.Kind.Code, FaultTrace.Of(fault));
            }

            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }

            http.Response.Clear();
            await problem.Answer().ExecuteAsync(http);
            return;
        }

        if (!http.Response.HasStarted && http.Response is { ContentLength: null, ContentType: null } && ProblemOf(http.Response.StatusCode) is { } kind)
        {
            await kind.Answer().ExecuteAsync(http);
        }
    }

    // What only reads is asked once more over a new connection when the old one turns out to have been cut off; a write is the sender's to repeat.
    private async Task AnswerAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception fault) when (StoreFaults.IsCutOff(fault))
        {
            store.ForgetConnections();
            if (http.Response.HasStarted || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            {
                throw;
            }

            http.Response.Clear();
            await next(http);
        }
    }

    private static ProblemKind? ProblemOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ProblemCatalogue.BodyInvalid,
        StatusCodes.Status404NotFound => ProblemCatalogue.PathUnknown,
        StatusCodes.Status405MethodNotAllowed => ProblemCatalogue.MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => ProblemCatalogue.BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => ProblemCatalogue.MediaTypeUnsupported,
        _ => null,
    };

    private static Problem ProblemOf(Exception fault) => fault switch
    {
        ProblemException known => known.Problem,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => ProblemCatalogue.BodyTooLarge.Here(),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => ProblemCatalogue.MediaTypeUnsupported.Here(),
        BadHttpRequestException { InnerException: JsonException json } => Unreadable(json),
        JsonException json => Unreadable(json),
        BadHttpRequestException bad => ProblemCatalogue.ParameterInvalid.Here(
            "路径或查询参数的值无法读取，或缺少必需的参数；各参数的写法见 /docs。",
            $"A parameter of the path or the query cannot be read, or a required one is missing; /docs shows how each is written. (status {bad.StatusCode})"),
        _ when StoreFaults.ProblemOf(fault) is { } told => told,
        _ when DiskFull.Is(fault) => ProblemCatalogue.StoreFull.Here(),
        _ when StoreFaults.IsDamage(fault) => ProblemCatalogue.StoreDamaged.Here(),
        _ when StoreFaults.IsUnavailable(fault) => ProblemCatalogue.StoreUnavailable.Here(),
        _ => ProblemCatalogue.Unforeseen.Here(),
    };

    // The message of the parser may quote the value; its place does not.
    private static Problem Unreadable(JsonException json)
    {
        string line = json.LineNumber is { } number ? (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : "?";
        string place = json.Path is { Length: > 1 } path ? path[(path.StartsWith("$.", StringComparison.Ordinal) ? 2 : 1)..] : "body";
        return ProblemCatalogue.BodyInvalid.At(
            place,
            $"第 {line} 行的 JSON 无法读取，或其值的类型不对、缺少必需的成员；请按 /docs 中此路径的格式改正。",
            $"The JSON cannot be read at line {line}: it is cut off, a value is of another type, or a required member is missing. Mend it as /docs shows it for this path.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed: {Route} {Code} {Fault}")]
    private partial void LogFault(string route, string code, string fault);
}
