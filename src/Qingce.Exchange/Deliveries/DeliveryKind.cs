using System.Globalization;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;

namespace Qingce.Exchange.Deliveries;

/// <summary>What a delivered file is: the register, the past changes, the coverage, or one of the 23 source categories. The default is the register.</summary>
/// <param name="Role">Which of the four.</param>
/// <param name="Category">1 to 23 for a source, else 0.</param>
public readonly record struct DeliveryKind(InputRole Role, int Category)
{
    private static readonly IReadOnlyList<FieldShape>[] SourceShapes =
        [.. SourceCatalogue.National.Categories.Select(category => (IReadOnlyList<FieldShape>)[.. FileShapes.Source.Select(field => OfCategory(field, category))])];

    /// <summary>The register.</summary>
    public static DeliveryKind Register => new(InputRole.Register, 0);

    /// <summary>Past changes.</summary>
    public static DeliveryKind Changes => new(InputRole.Changes, 0);

    /// <summary>Where the categories are complete.</summary>
    public static DeliveryKind Coverage => new(InputRole.Coverage, 0);

    /// <summary>A source category.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such category.</exception>
    public static DeliveryKind Source(int category) => new(InputRole.Source, SourceCatalogue.National[category].Number);

    /// <summary>Stable name: <c>register</c>, <c>changes</c>, <c>coverage</c> or the two digits of the category.</summary>
    public string Name => Role switch
    {
        InputRole.Register => "register",
        InputRole.Changes => "changes",
        InputRole.Coverage => "coverage",
        _ => Category.ToString("00", CultureInfo.InvariantCulture),
    };

    /// <summary>Name on a screen in Chinese.</summary>
    public string Chinese => Role switch
    {
        InputRole.Register => "户口登记",
        InputRole.Changes => "历史变更",
        InputRole.Coverage => "覆盖范围",
        _ => SourceCatalogue.National[Category].Chinese,
    };

    /// <summary>Name on a screen in English.</summary>
    public string English => Role switch
    {
        InputRole.Register => "register",
        InputRole.Changes => "past changes",
        InputRole.Coverage => "coverage",
        _ => SourceCatalogue.National[Category].English,
    };

    /// <summary>The columns of its files, in order. In a source category those its rows must carry are required.</summary>
    public IReadOnlyList<FieldShape> Shape => Role switch
    {
        InputRole.Register => FileShapes.Register,
        InputRole.Changes => FileShapes.Changes,
        InputRole.Coverage => FileShapes.Coverage,
        _ => SourceShapes[Category - 1],
    };

    /// <summary>Position in <see cref="Shape"/> of what identifies a row; -1 where nothing does.</summary>
    public int IdField => Role switch { InputRole.Register => 0, InputRole.Source => 1, _ => -1 };

    /// <summary>Reads a name as a person writes it: <c>register</c>, <c>changes</c>, <c>coverage</c>, <c>5</c>, <c>05</c>, <c>05-marriage</c> or <c>marriage</c>.</summary>
    /// <param name="text">The name, in any letter case.</param>
    /// <param name="kind">The kind, or the default.</param>
    /// <returns>Whether there is such a kind.</returns>
    public static bool TryParse(string text, out DeliveryKind kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        string name = text.Trim();
        foreach (DeliveryKind one in All)
        {
            if (name.Equals(one.Name, StringComparison.OrdinalIgnoreCase) || name == one.Chinese
                || (one.Role == InputRole.Source && IsCategory(name, SourceCatalogue.National[one.Category])))
            {
                kind = one;
                return true;
            }
        }

        kind = default;
        return false;
    }

    /// <summary>Which kind a file is by its name, as in <c>register.csv</c> or <c>05-marriage.parquet</c>; null when the name does not say it.</summary>
    /// <param name="path">A file, with or without its folder.</param>
    public static DeliveryKind? OfFile(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        return SourceCatalogue.CategoryOf(Path.GetFileName(path)) is { } category ? Source(category)
            : TryParse(name, out DeliveryKind kind) && kind.Role != InputRole.Source ? kind
            : null;
    }

    /// <summary>All kinds, in the order in which a folder of them is taken: the register, the changes to it, the sources, the coverage.</summary>
    public static IReadOnlyList<DeliveryKind> All { get; } =
        [Register, Changes, .. Enumerable.Range(1, 23).Select(category => new DeliveryKind(InputRole.Source, category)), Coverage];

    private static bool IsCategory(string name, SourceCategory category) =>
        name.Equals(category.FileName, StringComparison.OrdinalIgnoreCase) || name.Equals(category.Slug, StringComparison.OrdinalIgnoreCase)
        || (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number == category.Number);

    private static FieldShape OfCategory(FieldShape field, SourceCategory category) =>
        field.IsRequired || !category.Must.Contains(field.Name) ? field : field with { IsRequired = true };
}
