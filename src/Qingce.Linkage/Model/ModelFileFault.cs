using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Qingce.Linkage;

/// <summary>Tells what is wrong in the text of a model by its own members: what .NET says of them names types, and is English alone.</summary>
internal static partial class ModelFileFault
{
    /// <summary>The exception for a text that is no model.</summary>
    /// <param name="fault">What the reader found.</param>
    /// <param name="root">The type of the whole file.</param>
    public static LinkageModelException Of(JsonException fault, JsonTypeInfo root)
    {
        var line = fault.LineNumber + 1;
        var reason = fault.Message.Split(" Path: ")[0];
        if (fault.InnerException is JsonException)
        {
            return new LinkageModelException(
                $"it is not readable as JSON, line {line}: {reason}",
                $"不能作为 JSON 读取：第 {line} 行{string.Concat(reason.Split('\'').Skip(1).Take(1).Select(word => $"“{word}”处"))}不合写法。",
                fault);
        }

        var said = Said(fault.Path ?? "$", reason, root, out var member);
        var place = member.Length == 0 ? new Wording($"line {line}", $"第 {line} 行") : new Wording($"line {line}, {member}", $"第 {line} 行，{member}");
        return new LinkageModelException($"{place.English}: {said.English}", $"{place.Chinese}：{said.Chinese}", fault);
    }

    /// <summary>Refuses <c>null</c> as an item of a list, which the reader takes for one.</summary>
    /// <param name="json">A text that could be read.</param>
    /// <exception cref="LinkageModelException">There is one.</exception>
    public static void RequireNoNullItem(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var lists = new Stack<bool>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                lists.Push(reader.TokenType == JsonTokenType.StartArray);
            }
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                lists.Pop();
            }
            else if (reader.TokenType == JsonTokenType.Null && lists.TryPeek(out var isList) && isList)
            {
                var line = json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
                throw new LinkageModelException($"line {line}: a list holds null where something must stand.", $"第 {line} 行：列表中有 null，此处须有内容。");
            }
        }
    }

    private static Wording Said(string path, string reason, JsonTypeInfo root, out string member)
    {
        var at = root;
        var end = 1;
        foreach (Match step in Steps().Matches(path))
        {
            if (step.Groups["item"].Success)
            {
                at = at.Options.GetTypeInfo(at.ElementType ?? at.Type);
            }
            else
            {
                var name = step.Groups["name"].Success ? step.Groups["name"].Value : step.Groups["quoted"].Value;
                if (at.Properties.FirstOrDefault(p => p.Name == name) is not { } property)
                {
                    member = path[1..end].TrimStart('.');
                    var allowed = at.Properties.Where(p => p.Get is not null).Select(p => p.Name).ToList();
                    return new Wording(
                        $"there is no '{name}' here; what there may be: {string.Join(", ", allowed)}.", $"此处没有“{name}”，可用的有：{string.Join("、", allowed)}。");
                }

                at = at.Options.GetTypeInfo(property.PropertyType);
            }

            end = step.Index + step.Length;
        }

        member = path[1..end].TrimStart('.');
        var lacking = at.Properties.Where(p => p.IsRequired && reason.Contains($"'{p.Name}'", StringComparison.Ordinal)).Select(p => p.Name).ToList();
        if (lacking.Count > 0)
        {
            return new Wording($"it lacks {string.Join(" and ", lacking.Select(name => $"'{name}'"))}.", $"缺少{string.Concat(lacking.Select(name => $"“{name}”"))}。");
        }

        var expected = Expected(at);
        return new Wording($"it must be {expected.English}.", $"应为{expected.Chinese}。");
    }

    private static Wording Expected(JsonTypeInfo type) => (type.Kind, Nullable.GetUnderlyingType(type.Type) ?? type.Type) switch
    {
        (JsonTypeInfoKind.Object, _) => new Wording("an object, in { }", "对象，写在 { } 中"),
        (JsonTypeInfoKind.Enumerable, _) => new Wording("a list, in [ ]", "列表，写在 [ ] 中"),
        (_, var plain) when plain == typeof(string) => new Wording("a text, in quotes", "文字，写在引号中"),
        (_, var plain) when plain == typeof(bool) => new Wording("true or false", " true 或 false"),
        (_, var plain) when plain == typeof(int) => new Wording("a whole number", "整数"),
        _ => new Wording("a number", "数"),
    };

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\['(?<quoted>[^']*)'\]|\[(?<item>\d+)\]")]
    private static partial Regex Steps();
}
