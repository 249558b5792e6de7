using System.Globalization;
using Qingce.Standards.Tables;

namespace Qingce.Standards;

/// <summary>The loaded table of townships.</summary>
internal sealed class TownshipTable
{
    private readonly Dictionary<int, Township[]> _byCounty;

    private TownshipTable(Dictionary<int, Township[]> byCounty) => _byCounty = byCounty;

    public static TownshipTable Load()
    {
        var groups = new Dictionary<int, Township[]>();
        var group = new List<Township>();
        var code = 0;
        foreach (var line in TableResource.Read("townships").AsSpan().EnumerateLines())
        {
            if (line.IsEmpty)
            {
                continue;
            }

            var tab = line.IndexOf('\t');
            code += tab < 0 ? 1 : int.Parse(line[..tab], CultureInfo.InvariantCulture);
            if (group.Count > 0 && group[^1].County != code / 1000)
            {
                groups[group[^1].County] = [.. group];
                group.Clear();
            }

            group.Add(new(code, line[(tab + 1)..].ToString()));
        }

        groups[group[^1].County] = [.. group];
        return new(groups);
    }

    public IEnumerable<Township> All => _byCounty.Values.SelectMany(group => group).OrderBy(township => township.Code);

    public Township[] Of(int county) => _byCounty.GetValueOrDefault(county, []);

    public bool TryFind(int code, out Township township)
    {
        var group = Of(code / 1000);
        var low = 0;
        var high = group.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (group[middle].Code == code)
            {
                township = group[middle];
                return true;
            }

            (low, high) = group[middle].Code < code ? (middle + 1, high) : (low, middle - 1);
        }

        township = default;
        return false;
    }
}
