using System.Text;
using Qingce.Exchange.Catalogue;

namespace Qingce.Checks.Sources;

/// <summary>The names of the categories' files as UTF-8.</summary>
internal static class SourceFileNames
{
    private static readonly byte[][] Names = [[], .. SourceCatalogue.National.Categories.Select(category => Encoding.UTF8.GetBytes(category.FileName))];

    /// <summary>The name of a category's file without an extension, as in <c>05-marriage</c>.</summary>
    public static ReadOnlySpan<byte> Of(int category) => Names[category];
}
