namespace Qingce.Linkage;

/// <summary>Numbers the names of entities in a reference.</summary>
public static class ReferenceEntities
{
    /// <summary>A number for each row, the same for rows of the same name, from 0 in order of first mention; -1 for a row without a name.</summary>
    /// <param name="names">The entity of each row; null or empty when it is not known.</param>
    public static int[] Number(IEnumerable<string?> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(name => string.IsNullOrEmpty(name) ? -1 : numbers.TryGetValue(name, out var number) ? number : numbers[name] = numbers.Count)];
    }
}
