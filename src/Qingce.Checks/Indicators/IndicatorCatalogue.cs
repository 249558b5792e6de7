using System.Text.Json;
using System.Text.Json.Serialization;

namespace Qingce.Checks.Indicators;

/// <summary>The catalogue of the twelve indicators: data, read from the resource <c>indicators.json</c>.</summary>
/// <remarks>Immutable, hence safe for use by several threads.</remarks>
public sealed class IndicatorCatalogue
{
    private static readonly Lazy<IndicatorCatalogue> NationalCatalogue = new(ReadNational);

    private readonly Dictionary<string, IndicatorDefinition> _byId;

    private IndicatorCatalogue(IndicatorDocument document)
    {
        Version = document.Version;
        Indicators = document.Indicators;
        _byId = document.Indicators.ToDictionary(indicator => indicator.Id, StringComparer.Ordinal);
    }

    /// <summary>The national catalogue.</summary>
    public static IndicatorCatalogue National => NationalCatalogue.Value;

    /// <summary>The version of the catalogue, which goes into every result.</summary>
    public int Version { get; }

    /// <summary>The indicators in the order of their ids.</summary>
    public IReadOnlyList<IndicatorDefinition> Indicators { get; }

    /// <summary>The indicator of that id.</summary>
    /// <param name="id">I01 to I12.</param>
    /// <exception cref="ArgumentException">There is no such indicator.</exception>
    public IndicatorDefinition this[string id] =>
        TryFind(id, out IndicatorDefinition? indicator)
            ? indicator
            : throw new ArgumentException($"There is no indicator {id}; they are I01 to I12.", nameof(id));

    /// <summary>Looks an indicator up.</summary>
    /// <param name="id">The id as written by a person; letter case counts.</param>
    /// <param name="indicator">The indicator, when there is one.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IndicatorDefinition? indicator) =>
        _byId.TryGetValue(id, out indicator);

    private static IndicatorCatalogue ReadNational()
    {
        using Stream stream = typeof(IndicatorCatalogue).Assembly.GetManifestResourceStream("Qingce.Checks.indicators.json")!;
        return new IndicatorCatalogue(JsonSerializer.Deserialize(stream, IndicatorJson.Default.IndicatorDocument)!);
    }
}

internal sealed record IndicatorDocument(int Version, IReadOnlyList<IndicatorDefinition> Indicators);

[JsonSerializable(typeof(IndicatorDocument))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
internal sealed partial class IndicatorJson : JsonSerializerContext;
