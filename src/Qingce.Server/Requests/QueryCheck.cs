using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Metadata;
using Qingce.Server.Languages;
using Qingce.Server.Problems;

namespace Qingce.Server.Requests;

/// <summary>
/// Refuses a query that an endpoint of the API would misunderstand in silence: a parameter that it does not take, one given twice, a required one that is missing, and a
/// value that cannot be read. Which parameters there are and what they hold is what the handler of the endpoint takes.
/// </summary>
internal sealed class QueryCheck(RequestDelegate next)
{
    private const int MostShown = 40;

    private static readonly Dictionary<Type, Form> Forms = new()
    {
        [typeof(string)] = new(text => !text.Any(char.IsControl), new Phrase("不含控制字符的文字", "a text without control characters")),
        [typeof(bool)] = new(text => bool.TryParse(text, out _), new Phrase("true 或 false", "true or false")),
        [typeof(int)] = new(text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), new Phrase("整数", "a whole number")),
        [typeof(long)] = new(text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), new Phrase("整数", "a whole number")),
        [typeof(Guid)] = new(text => Guid.TryParse(text, out _), new Phrase("标识，如 019a2b3c-4d5e-7f60-8192-a3b4c5d6e7f8", "an id such as 019a2b3c-4d5e-7f60-8192-a3b4c5d6e7f8")),
        [typeof(DateOnly)] = new(
            text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), new Phrase("日期，如 2026-03-14", "a date such as 2026-03-14")),
        [typeof(DateTimeOffset)] = new(IsInstant, new Phrase(
            "带时区的时刻，如 2026-03-14T01:30:00Z（+ 写作 %2B）", "an instant with its offset such as 2026-03-14T01:30:00Z (write + as %2B)")),
        [typeof(DateBeginning)] = new(
            text => DateBeginning.TryParse(text, out _), new Phrase("日期或其开头，如 1980-05-06、1980-05、1980", "a date or its beginning such as 1980-05-06, 1980-05 or 1980")),
        [typeof(DivisionBeginning)] = new(
            text => DivisionBeginning.TryParse(text, out _), new Phrase("行政区划代码或其开头，2 至 12 位数字", "a division code or its beginning, 2 to 12 digits")),
        [typeof(ProposalKind)] = new(
            text => ProposalKind.TryParse(text, out _), new Phrase($"{string.Join(", ", ProposalKind.All)} 之一", $"one of {string.Join(", ", ProposalKind.All)}")),
        [typeof(IndicatorNumber)] = new(text => IndicatorNumber.TryParse(text, out _), new Phrase("I01 至 I12 之一", "one of I01 to I12")),
    };

    private readonly ConditionalWeakTable<Endpoint, Parameter[]> _parameters = [];

    public Task InvokeAsync(HttpContext http)
    {
        // What has a name is of the API; the hub, the page and the metrics are not asked in its words.
        if (http.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is null)
        {
            return next(http);
        }

        Parameter[] parameters = _parameters.GetValue(endpoint, _ => Parameters(endpoint));
        Fault[] faults = [.. FaultsOf(http.Request.RouteValues, parameters), .. FaultsOf(http.Request.Query, [.. parameters.Where(one => !one.IsOfPath)])];
        return faults.Length == 0
            ? next(http)
            : (ProblemCatalogue.ParameterInvalid.Here() with { Detail = Together(faults), Faults = faults }).Answer().ExecuteAsync(http);
    }

    private static IEnumerable<Fault> FaultsOf(RouteValueDictionary values, Parameter[] parameters) =>
        from known in parameters
        where known.IsOfPath && values[known.Name] is string text && !known.Form.Reads(text)
        let value = Shown((string)values[known.Name]!)
        select new Fault(known.Name, new Phrase(
            $"路径中 {known.Name} 的值“{value}”无法读取，应为{known.Form.Expected.Chinese}。", $"The value '{value}' of {known.Name} in the path cannot be read; it should be {known.Form.Expected.English}."));

    private static IEnumerable<Fault> FaultsOf(IQueryCollection query, Parameter[] parameters)
    {
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in query)
        {
            string shown = Shown(name);
            if (Array.Find(parameters, one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } known)
            {
                string all = string.Join(", ", parameters.Select(one => one.Name));
                yield return new Fault(shown, all.Length == 0
                    ? new Phrase($"没有参数 {shown}；此路径不接受任何查询参数。", $"There is no parameter {shown}; the path takes none in its query.")
                    : new Phrase($"没有参数 {shown}；此路径的参数有：{all}。", $"There is no parameter {shown}; the path takes {all}."));
            }
            else if (values.Count > 1)
            {
                yield return new Fault(shown, new Phrase($"参数 {shown} 写了不止一次。", $"The parameter {shown} is given more than once."));
            }
            else if (!known.Form.Reads(values.ToString()))
            {
                string value = Shown(values.ToString());
                yield return new Fault(known.Name, new Phrase(
                    $"{known.Name} 的值“{value}”无法读取，应为{known.Form.Expected.Chinese}。", $"The value '{value}' of {known.Name} cannot be read; it should be {known.Form.Expected.English}."));
            }
        }

        foreach (Parameter missing in parameters.Where(one => one.IsRequired && !query.ContainsKey(one.Name)))
        {
            yield return new Fault(missing.Name, new Phrase($"缺少必需的参数 {missing.Name}。", $"The parameter {missing.Name} is required and missing."));
        }
    }

    private static Phrase Together(Fault[] faults) =>
        new(string.Concat(faults.Select(fault => fault.Text.Chinese)), string.Join(' ', faults.Select(fault => fault.Text.English)));

    private static string Shown(string text) =>
        new([.. text.Take(MostShown).Select(c => char.IsControl(c) ? '\uFFFD' : c), .. text.Length > MostShown ? "…" : ""]);

    private static Parameter[] Parameters(RouteEndpoint endpoint)
    {
        NullabilityInfoContext nullability = new();
        IEnumerable<Parameter> own =
            from parameter in endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []
            let name = parameter.GetCustomAttributes().OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? parameter.Name
            where Forms.ContainsKey(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
            select new Parameter(
                name, Forms[Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType],
                !parameter.HasDefaultValue && nullability.Create(parameter).WriteState != NullabilityState.Nullable, endpoint.RoutePattern.GetParameter(name) is not null);

        // The page that is asked for reads its two itself.
        return endpoint.Metadata.GetMetadata<Paged>() is null ? [.. own]
            : [.. own, new Parameter("after", Forms[typeof(string)], false, false), new Parameter("limit", Forms[typeof(string)], false, false)];
    }

    private static bool IsInstant(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && (text[^1] == 'Z' || text[^6] is '+' or '-');

    /// <summary>How a value is written.</summary>
    /// <param name="Reads">Whether a text is one.</param>
    /// <param name="Expected">What it should be.</param>
    private sealed record Form(Func<string, bool> Reads, Phrase Expected);

    private sealed record Parameter(string Name, Form Form, bool IsRequired, bool IsOfPath);
}
