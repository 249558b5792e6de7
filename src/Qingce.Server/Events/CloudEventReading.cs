using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Qingce.Exchange.Files;
using Qingce.Exchange.Values;
using Qingce.Server.Languages;
using Qingce.Server.Problems;
using Qingce.Storage.Events;

namespace Qingce.Server.Events;

/// <summary>An event as it was read: the event, or what is wrong with it.</summary>
/// <param name="Event">The event; null when there are faults.</param>
/// <param name="Faults">What is wrong, with its places.</param>
internal sealed record CloudEventReading(LiveEvent? Event, IReadOnlyList<Fault> Faults);

/// <summary>Reads CloudEvents 1.0 whose data are the 23 exchange fields, against the catalogue.</summary>
internal sealed class CloudEventReader
{
    private const int LongestAttribute = 256;
    private const int LongestValue = 1000;

    private static readonly FieldShape[] Shapes = [.. FileShapes.Source];
    private static readonly string[] AlwaysMust = ["event_kind", "event_date", "recorded_at", "source_record_id"];

    private readonly List<Fault> _faults = [];
    private readonly string _place;

    private CloudEventReader(string place) => _place = place;

    /// <summary>Reads one event in structured mode.</summary>
    /// <param name="json">The event.</param>
    /// <param name="place">Its place in the request, empty or as <c>events[3].</c>, for faults.</param>
    public static CloudEventReading Read(JsonElement json, string place)
    {
        CloudEventReader reader = new(place);
        if (json.ValueKind != JsonValueKind.Object)
        {
            reader.Add("", "不是 JSON 对象", "it is no JSON object");
            return new CloudEventReading(null, reader._faults);
        }

        LiveEvent? read = reader.Read(name => Text(json, name), json.TryGetProperty("data", out JsonElement data) ? data : default);
        return new CloudEventReading(read, reader._faults);
    }

    /// <summary>Reads one event in binary mode: attributes in <c>ce-</c> headers, the data as the body.</summary>
    public static CloudEventReading Read(IHeaderDictionary headers, JsonElement data)
    {
        CloudEventReader reader = new("");
        LiveEvent? read = reader.Read(name => headers[$"ce-{name}"].ToString() is { Length: > 0 } text ? Uri.UnescapeDataString(text) : null, data);
        return new CloudEventReading(read, reader._faults);
    }

    private LiveEvent? Read(Func<string, string?> attribute, JsonElement data)
    {
        if (attribute("specversion") is var version and not "1.0")
        {
            Add("specversion", $"应为 1.0，现为“{version}”", $"it must be 1.0 and is '{version}'");
        }

        string id = Attribute("id", attribute);
        string source = Attribute("source", attribute);
        string type = Attribute("type", attribute);
        LiveFeed? feed = LiveFeed.Of(type);
        if (feed is null && type.Length > 0)
        {
            string types = string.Join(", ", LiveFeed.All.Select(one => one.Type));
            Add("type", $"没有这种事件，应为：{types}", $"there is no such feed; the types are {types}");
        }

        DateTimeOffset? time = null;
        if (attribute("time") is { } written)
        {
            if (DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant) && written.Contains('T', StringComparison.Ordinal))
            {
                time = instant.ToUniversalTime();
            }
            else
            {
                Add("time", "不是 RFC 3339 时间，如 2026-01-31T08:30:00+08:00", "no RFC 3339 time, as 2026-01-31T08:30:00+08:00");
            }
        }

        string? order = attribute("sequence");
        if (order is { Length: 0 or > 64 } || order?.Any(char.IsControl) == true)
        {
            Add("sequence", "应为 1 至 64 个字符，不含控制字符", "it has 1 to 64 characters and no control characters");
        }

        string[] fields = new string[Shapes.Length];
        Array.Fill(fields, "");
        if (data.ValueKind != JsonValueKind.Object)
        {
            Add("data", "应为对象，键为 23 个交换字段的名称", "it must be an object whose members are exchange fields");
        }
        else if (feed is not null)
        {
            ReadFields(data, feed, fields);
        }

        return _faults.Count > 0 || feed is null ? null : new LiveEvent(source, id, feed, time, order, ImmutableCollectionsMarshal(fields));
    }

    private void ReadFields(JsonElement data, LiveFeed feed, string[] fields)
    {
        foreach (JsonProperty member in data.EnumerateObject())
        {
            int at = Array.FindIndex(Shapes, shape => shape.Name == member.Name || shape.Chinese == member.Name);
            if (at < 0)
            {
                Add($"data.{Shown(member.Name)}", "不是交换字段", "it is no exchange field");
            }
            else if (member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            {
                Add($"data.{Shapes[at].Name}", "值应为字符串", "the value must be a string");
            }
            else if (member.Value.GetString() is { Length: > 0 } text)
            {
                ReadField(at, text, feed, fields);
            }
        }

        foreach (string must in feed.Category.Must.Concat(AlwaysMust))
        {
            int at = Array.FindIndex(Shapes, shape => shape.Name == must);
            if (fields[at].Length == 0 && !_faults.Any(fault => fault.Place.EndsWith($"data.{must}", StringComparison.Ordinal)))
            {
                Add($"data.{must}", "此类数据必须提供该字段", "this feed must carry the field");
            }
        }
    }

    private void ReadField(int at, string text, LiveFeed feed, string[] fields)
    {
        FieldShape shape = Shapes[at];
        if (text.Length > LongestValue)
        {
            Add($"data.{shape.Name}", $"不得超过 {LongestValue} 个字符", $"it must not exceed {LongestValue} characters");
            return;
        }

        if (!feed.Category.Must.Contains(shape.Name) && !feed.Category.May.Contains(shape.Name) && !AlwaysMust.Contains(shape.Name) && shape.Name != "source")
        {
            Add($"data.{shape.Name}", "此类数据不得携带该字段", "this feed must not carry the field");
            return;
        }

        FieldReading reading = FieldReading.Of(shape, text);
        if (reading.Fault != FieldFault.None)
        {
            Add($"data.{shape.Name}", reading.Fault.Chinese, reading.Fault.English);
            return;
        }

        if (shape.Name == "event_kind" && !feed.Category.EventKinds.Contains(reading.Text))
        {
            string kinds = string.Join(", ", feed.Category.EventKinds);
            Add("data.event_kind", $"此类数据的事件类型应为：{kinds}", $"the kinds of this feed are {kinds}");
            return;
        }

        fields[at] = reading.Text;
    }

    private string Attribute(string name, Func<string, string?> attribute)
    {
        string text = attribute(name) ?? "";
        if (text.Length is 0 or > LongestAttribute || text.Any(char.IsControl))
        {
            Add(name, $"必须有，1 至 {LongestAttribute} 个字符，不含控制字符", $"it must be there, with 1 to {LongestAttribute} characters and no control characters");
        }

        return text;
    }

    private void Add(string member, string chinese, string english) =>
        _faults.Add(new Fault(Whole(member), new Phrase($"{Whole(member)}：{chinese}。", $"{Whole(member)}: {english}.")));

    // An event that is no object has no member to name.
    private string Whole(string member) => _place.Length + member.Length == 0 ? "body" : (_place + member).TrimEnd('.');

    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out JsonElement value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    // A member's name that is none of ours is somebody's text: enough to find it, not all of it.
    private static string Shown(string name) => name.Length <= 32 ? name : name[..32] + "…";

    private static ImmutableArray<string> ImmutableCollectionsMarshal(string[] fields) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(fields);
}
