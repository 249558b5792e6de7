using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Qingce.Cli.Masking;

namespace Qingce.Cli.Results;

/// <summary>What a finding rests on, as in the column evidence.</summary>
internal sealed record Evidence(IReadOnlyList<EvidenceCause> Causes)
{
    /// <summary>Reads the column.</summary>
    /// <exception cref="JsonException">It is not evidence.</exception>
    public static Evidence Read(string json) => JsonSerializer.Deserialize(json, EvidenceJson.Default.Evidence)!;

    /// <summary>The same with personal values hidden.</summary>
    public Evidence Masked() => new([.. Causes.Select(cause => cause with
    {
        Values = [.. cause.Values.Select(value => value with { Value = FindingMask.Value(value) })],
    })]);

    /// <summary>The text of the column.</summary>
    public string Write() => JsonSerializer.Serialize(this, EvidenceJson.Readable.Evidence);
}

/// <summary>One cause, its strength and the values that speak for it; Level names how far a comparison agreed.</summary>
internal sealed record EvidenceCause(
    string Cause, double Weight, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Level, IReadOnlyList<EvidenceValue> Values);

/// <summary>A value of a registration (Of is "registration"), a past change ("changes") or a source row (the name of its file).</summary>
internal sealed record EvidenceValue(string Of, string Id, string Field, string? Value);

[JsonSerializable(typeof(Evidence))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class EvidenceJson : JsonSerializerContext
{
    /// <summary>Leaves Chinese readable.</summary>
    public static EvidenceJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
