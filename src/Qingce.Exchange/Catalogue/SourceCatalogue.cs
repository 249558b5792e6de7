using System.Text.Json;
using System.Text.Json.Serialization;

namespace Qingce.Exchange.Catalogue;

/// <summary>The catalogue of departments and categories: data, read from the resource <c>sources.json</c>.</summary>
public sealed class SourceCatalogue
{
    private static readonly Lazy<SourceCatalogue> NationalCatalogue = new(ReadNational);

    private SourceCatalogue(CatalogueDocument document)
    {
        Departments = document.Departments;
        Categories = document.Categories;
    }

    /// <summary>The national catalogue: 8 departments, 23 categories.</summary>
    public static SourceCatalogue National => NationalCatalogue.Value;

    /// <summary>The departments, in the order of the catalogue.</summary>
    public IReadOnlyList<Department> Departments { get; }

    /// <summary>The categories; the one with number n is at n - 1.</summary>
    public IReadOnlyList<SourceCategory> Categories { get; }

    /// <summary>The category with that number.</summary>
    /// <param name="number">1 to 23.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such category.</exception>
    public SourceCategory this[int number] =>
        number >= 1 && number <= Categories.Count
            ? Categories[number - 1]
            : throw new ArgumentOutOfRangeException(nameof(number), number, "Categories have the numbers 1 to 23.");

    /// <summary>Which category a file is by the two digits its name begins with, as in <c>05-marriage.csv</c>.</summary>
    /// <param name="fileName">The name without its folder.</param>
    /// <returns>1 to 23, or null when the name begins otherwise.</returns>
    public static int? CategoryOf(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return fileName.Length > 2 && char.IsAsciiDigit(fileName[0]) && char.IsAsciiDigit(fileName[1]) && !char.IsAsciiDigit(fileName[2])
            && (fileName[0] - '0') * 10 + fileName[1] - '0' is >= 1 and <= 23 and int category
                ? category : null;
    }

    private static SourceCatalogue ReadNational()
    {
        using Stream stream = typeof(SourceCatalogue).Assembly.GetManifestResourceStream("Qingce.Exchange.sources.json")!;
        return new SourceCatalogue(JsonSerializer.Deserialize(stream, CatalogueJson.Default.CatalogueDocument)!);
    }
}

internal sealed record CatalogueDocument(IReadOnlyList<Department> Departments, IReadOnlyList<SourceCategory> Categories);

[JsonSerializable(typeof(CatalogueDocument))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
internal sealed partial class CatalogueJson : JsonSerializerContext;
