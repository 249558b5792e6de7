using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Qingce.Register;
using Qingce.Server.Languages;

namespace Qingce.Server.Hosting;

/// <summary>
/// A province's own rules as a JSON object: <c>trueRegistration</c>, by what the true one of several registrations is told, in the order asked; and
/// <c>secondGenerationFrom</c>, a date. What it does not name is the common rule.
/// </summary>
internal static class RulesFile
{
    private static readonly ImmutableSortedDictionary<string, KeepCriterion> Criteria = Enum.GetValues<KeepCriterion>().Where(one => one != KeepCriterion.None)
        .ToImmutableSortedDictionary(one => JsonNamingPolicy.KebabCaseLower.ConvertName(one.ToString()), one => one, StringComparer.Ordinal);

    private static readonly JsonDocumentOptions Reading = new() { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file, or null for the common rules.</param>
    /// <exception cref="ServerStartException">It cannot be read, or says something that is no rule.</exception>
    public static ProvinceRules Read(string? path)
    {
        if (path is null)
        {
            return ProvinceRules.Common;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path), Reading);
            ProvinceRules rules = ProvinceRules.Common;
            foreach (JsonProperty rule in Object(document.RootElement).EnumerateObject())
            {
                rules = rule.Name switch
                {
                    "trueRegistration" => rules with { TrueRegistration = Order(rule.Value) },
                    "secondGenerationFrom" => rules with { SecondGenerationFrom = Date(rule.Value) },
                    _ => throw new FormatException($"\"{rule.Name}\" is no rule; there are trueRegistration and secondGenerationFrom"),
                };
            }

            return rules;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new ServerStartException(
                new Phrase($"--rules：无法使用 {path}：{fault.Message}。请改正该文件，或去掉该选项以采用通用规则。",
                    $"--rules: {path} cannot be used: {fault.Message.TrimEnd('.')}. Mend the file, or leave the option out for the common rules."),
                fault,
                StartFault.Input);
        }
    }

    private static JsonElement Object(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object ? root : throw new FormatException("it is no JSON object");

    private static ImmutableArray<KeepCriterion> Order(JsonElement value)
    {
        ImmutableArray<KeepCriterion> order = value.ValueKind != JsonValueKind.Array ? [] : [.. value.EnumerateArray().Select(one =>
            one.ValueKind == JsonValueKind.String && Criteria.TryGetValue(one.GetString()!, out KeepCriterion known) ? known : KeepCriterion.None)];
        return order.IsEmpty || order.Contains(KeepCriterion.None) || order.Distinct().Count() != order.Length
            ? throw new FormatException($"trueRegistration is an array of {string.Join(", ", Criteria.Keys)}, each once and at least one")
            : order;
    }

    private static DateOnly Date(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day : throw new FormatException("secondGenerationFrom is a date such as 2004-01-01");
}
