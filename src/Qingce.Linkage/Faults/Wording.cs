namespace Qingce.Linkage;

/// <summary>A sentence for a person, in both languages.</summary>
/// <param name="English">In English.</param>
/// <param name="Chinese">The same in simplified Chinese.</param>
public readonly record struct Wording(string English, string Chinese)
{
    /// <summary>Names in quotes, as both languages list them.</summary>
    internal static Wording Names(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return new Wording(string.Join(", ", all.Select(n => $"'{n}'")), string.Join("、", all.Select(n => $"“{n}”")));
    }
}
