using System.Globalization;

namespace Qingce.Tables;

/// <summary>What every header must obey, whatever the format.</summary>
internal static class HeaderRules
{
    /// <exception cref="TableFormatException">No columns, or two with one name that is not empty.</exception>
    public static void Check(string path, IReadOnlyList<string> names)
    {
        if (names.All(string.IsNullOrWhiteSpace))
        {
            throw new TableFormatException(TableFault.NoHeader, path);
        }

        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i].Length > 0 && !seen.TryAdd(names[i], i))
            {
                throw new TableFormatException(
                    TableFault.DuplicateHeader, path, "", null, names[i],
                    (seen[names[i]] + 1).ToString(CultureInfo.InvariantCulture), (i + 1).ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
