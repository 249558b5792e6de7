namespace Qingce.Standards;

/// <summary>Divisions by name, for reading addresses. A name can stand for several.</summary>
internal sealed class DivisionNames
{
    private static readonly Lazy<DivisionNames> Instance = new(() => new DivisionNames());

    private readonly Dictionary<string, Division[]> _byName;
    private readonly Dictionary<string, Division[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<string, int> _shortProvinces;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _shortBySpan;
    private readonly Dictionary<ulong, int> _townships = new(42_000);

    private DivisionNames()
    {
        _byName = Divisions.All.GroupBy(d => d.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(d => d.IsCurrent).ThenByDescending(d => d.From).ToArray(), StringComparer.Ordinal);
        _bySpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        _shortProvinces = Divisions.Provinces.ToDictionary(p => ShortName(p.Name), p => p.Code, StringComparer.Ordinal);
        _shortBySpan = _shortProvinces.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var township in Divisions.AllTownships)
        {
            _townships[Hash(township.County, township.Name)] = township.Code;
        }
    }

    public static DivisionNames Loaded => Instance.Value;

    /// <summary>
    /// Finds a name below a level. The code is that of the one division of this name inside <paramref name="within"/> or else
    /// inside the hint or else of today; 0 when several remain.
    /// </summary>
    public bool TryFind(ReadOnlySpan<char> name, DivisionLevel above, int within, DivisionCode hint, out int code, out DivisionLevel level)
    {
        code = 0;
        level = DivisionLevel.None;
        if (!_bySpan.TryGetValue(name, out var candidates))
        {
            return false;
        }

        var best = 0;
        var ties = 0;
        foreach (var candidate in candidates)
        {
            if (candidate.Level <= above || (within != 0 && candidate.Code / 10_000 != within / 10_000))
            {
                continue;
            }

            var rank = 1 + (candidate.IsCurrent ? 1 : 0) + (!hint.IsNone && candidate.Code / 10_000 == hint.Province ? 2 : 0)
                + (within % 10_000 != 0 && candidate.Code / 100 == within / 100 ? 8 : 0)
                + (!hint.IsNone && candidate.Code / 100 == hint.City ? 4 : 0)
                + (!hint.IsNone && candidate.Code == hint.County ? 16 : 0);
            if (rank > best)
            {
                (best, ties, code, level) = (rank, 0, candidate.Code, candidate.Level);
            }
            else if (rank == best && candidate.Code != code)
            {
                ties++;
            }
        }

        code = ties > 0 ? 0 : code;
        return best > 0;
    }

    public bool TryFindShortProvince(ReadOnlySpan<char> name, out int code) => _shortBySpan.TryGetValue(name, out code);

    public bool TryFindTownship(ReadOnlySpan<char> name, int county, out int code) => _townships.TryGetValue(Hash(county, name), out code);

    // Two characters but for two provinces.
    private static string ShortName(string name) =>
        name.StartsWith("内蒙古", StringComparison.Ordinal) || name.StartsWith("黑龙江", StringComparison.Ordinal) ? name[..3] : name[..2];

    private static ulong Hash(int county, ReadOnlySpan<char> name)
    {
        unchecked
        {
            var hash = 14695981039346656037UL ^ (uint)county;
            foreach (var c in name)
            {
                hash = (hash ^ c) * 1099511628211UL;
                hash ^= hash >> 31;
            }

            return hash;
        }
    }
}
