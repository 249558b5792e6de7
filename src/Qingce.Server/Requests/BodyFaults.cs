using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Qingce.Server.Languages;
using Qingce.Server.Problems;

namespace Qingce.Server.Requests;

/// <summary>Says what of a body keeps it from being read: members that are missing, members that there are not, values of another kind, and a kind of change that there is not.</summary>
internal static class BodyFaults
{
    private const int MostTold = 20;

    private static readonly JsonDocumentOptions Reading = new() { AllowDuplicateProperties = false };

    /// <summary>The problem of a body that was not read.</summary>
    /// <param name="body">The body.</param>
    /// <param name="form">What it was to be read as.</param>
    /// <returns>Null where it is no JSON, or where nothing can be named.</returns>
    public static Problem? Of(byte[] body, JsonTypeInfo form)
    {
        List<Fault> faults = [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, Reading);
            Look(document.RootElement, form, "", faults);
        }
        catch (JsonException)
        {
            return null;
        }

        Fault[] told = [.. faults.Take(MostTold)];
        Phrase together = new(string.Concat(told.Select(fault => fault.Text.Chinese)), string.Join(' ', told.Select(fault => fault.Text.English)));
        return told.Length == 0 ? null : new Problem(ProblemCatalogue.BodyInvalid, together) { Faults = told };
    }

    private static void Look(JsonElement value, JsonTypeInfo form, string place, List<Fault> faults)
    {
        switch (form.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                LookInside(value, form, place, faults);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                foreach ((int at, JsonElement element) in value.EnumerateArray().Index())
                {
                    Look(element, form.Options.GetTypeInfo(form.ElementType!), $"{place}[{at}]", faults);
                }

                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    Look(member.Value, form.Options.GetTypeInfo(form.ElementType!), At(place, Shown(member.Name)), faults);
                }

                break;
            default:
                if (!Reads(value, form))
                {
                    Phrase expected = Expected(form);
                    faults.Add(new Fault(place.Length == 0 ? "body" : place, place.Length == 0
                        ? new Phrase($"正文应为{expected.Chinese}。", $"The body should be {expected.English}.")
                        : new Phrase($"{place} 无法读取，应为{expected.Chinese}。", $"{place} cannot be read; it should be {expected.English}.")));
                }

                break;
        }
    }

    private static void LookInside(JsonElement value, JsonTypeInfo form, string place, List<Fault> faults)
    {
        string? discriminator = null;
        if (form.PolymorphismOptions is { } kinds)
        {
            string name = discriminator = kinds.TypeDiscriminatorPropertyName;
            string? kind = Member(value, name) is { ValueKind: JsonValueKind.String } given ? given.GetString() : null;
            Type? chosen = kinds.DerivedTypes.FirstOrDefault(one => one.TypeDiscriminator is string word && word == kind).DerivedType;
            if (chosen is null)
            {
                string words = string.Join(", ", kinds.DerivedTypes.Select(one => one.TypeDiscriminator));
                faults.Add(new Fault(At(place, name), kind is null
                    ? new Phrase($"缺少 {At(place, name)}，应为 {words} 之一。", $"{At(place, name)} is missing; it is one of {words}.")
                    : new Phrase($"{At(place, name)} 没有这一种，应为 {words} 之一。", $"There is no such {At(place, name)}; it is one of {words}.")));
                return;
            }

            form = form.Options.GetTypeInfo(chosen);
        }

        foreach (string name in value.EnumerateObject().Select(member => member.Name).Where(name => name != discriminator && !form.Properties.Any(one => Is(one.Name, name))))
        {
            string at = At(place, Shown(name));
            string all = string.Join(", ", form.Properties.Select(one => one.Name));
            faults.Add(new Fault(at, new Phrase($"没有 {at} 这一项；可以写的有：{all}。", $"There is no {at}; the members there are {all}.")));
        }

        foreach (JsonPropertyInfo property in form.Properties)
        {
            string at = At(place, property.Name);
            bool isRequired = property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };
            JsonElement? member = Member(value, property.Name);
            if (member is null or { ValueKind: JsonValueKind.Null })
            {
                if (isRequired && (member is null || !property.IsSetNullable))
                {
                    Phrase expected = Expected(form.Options.GetTypeInfo(property.PropertyType));
                    faults.Add(new Fault(at, new Phrase($"缺少 {at}（{expected.Chinese}）。", $"{at} is missing: {expected.English}.")));
                }
            }
            else
            {
                Look(member.Value, form.Options.GetTypeInfo(property.PropertyType), at, faults);
            }
        }
    }

    // Names are read in any letter case, as the bodies themselves are.
    private static JsonElement? Member(JsonElement value, string name)
    {
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (Is(member.Name, name))
            {
                return member.Value;
            }
        }

        return null;
    }

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    // A name that is none of ours is somebody's text: enough to find it, not all of it.
    private static string Shown(string name) => name.Length <= 32 ? name : name[..32] + "…";

    private static string At(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    private static bool Reads(JsonElement value, JsonTypeInfo form)
    {
        try
        {
            return form.Kind == JsonTypeInfoKind.None && value.Deserialize(form) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The default of an enumeration is that nothing was said.
    private static string Words(Type type) => string.Join(", ", Enum.GetNames(type).Where(name => !Enum.Parse(type, name).Equals(Enum.ToObject(type, 0))));

    private static Phrase Expected(JsonTypeInfo form)
    {
        Type type = Nullable.GetUnderlyingType(form.Type) ?? form.Type;
        return form.Kind switch
        {
            JsonTypeInfoKind.Object => new Phrase("对象", "an object"),
            JsonTypeInfoKind.Enumerable => new Phrase("数组", "an array"),
            JsonTypeInfoKind.Dictionary => new Phrase("列名与文字的对象", "an object of column names and texts"),
            _ when type == typeof(DateOnly) => new Phrase("日期，如 2026-03-14", "a date such as 2026-03-14"),
            _ when type == typeof(bool) => new Phrase("true 或 false", "true or false"),
            _ when type == typeof(string) => new Phrase("文字", "a text"),
            _ when type == typeof(Guid) => new Phrase("标识", "an id"),
            _ when type.IsEnum => new Phrase($"{Words(type)} 之一", $"one of {Words(type)}"),
            _ => new Phrase("数字", "a number"),
        };
    }
}
