using System.Diagnostics.CodeAnalysis;

namespace Qingce.Standards;

/// <summary>
/// The division codes of GB/T 2260 from 1981 on with their successors, and today's townships. Loaded at first use; safe for
/// many threads. Questions about a code that is on the path of every row (<see cref="EverExisted"/>,
/// <see cref="ExistedInYear"/>, <see cref="CurrentOf"/>) allocate nothing.
/// </summary>
public static class Divisions
{
    /// <summary>The year where the table begins. Nothing is known about codes abolished before it.</summary>
    public const int FirstYear = 1981;

    private static readonly Lazy<CountyTable> Table = new(CountyTable.Load);

    private static readonly Lazy<TownshipTable> TownshipsLoaded = new(TownshipTable.Load);

    /// <summary>Finds the spell in force today or, failing that, the latest one of a six-digit code of any level.</summary>
    public static bool TryFind(int code, [NotNullWhen(true)] out Division? division)
    {
        var spells = Table.Value.Spells(code);
        division = spells.IsEmpty ? null : spells[^1];
        return division is not null;
    }

    /// <summary>Finds the spell of a six-digit code that was in force in a year. In a year of change, the later one.</summary>
    public static bool TryFind(int code, int year, [NotNullWhen(true)] out Division? division)
    {
        var spells = Table.Value.Spells(code);
        for (var i = spells.Length - 1; i >= 0; i--)
        {
            if (spells[i].ExistedIn(year))
            {
                division = spells[i];
                return true;
            }
        }

        division = null;
        return false;
    }

    /// <summary>All spells of a six-digit code in the order of time; empty when it never existed.</summary>
    public static ReadOnlySpan<Division> History(int code) => Table.Value.Spells(code);

    /// <summary>True when the six-digit code was in force in any year since 1981.</summary>
    public static bool EverExisted(int code) => !Table.Value.Spells(code).IsEmpty;

    /// <summary>True when the six-digit code was in force during the year; in a year of change the old and the new code both are.</summary>
    public static bool ExistedInYear(int code, int year)
    {
        foreach (var spell in Table.Value.Spells(code))
        {
            if (spell.ExistedIn(year))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the six-digit code is in force today.</summary>
    public static bool IsCurrent(int code) => Table.Value.Spells(code) is [.., { To: null }];

    /// <summary>The codes that took over from the one that was in force in a year; empty when it goes on or is unknown.</summary>
    public static IReadOnlyList<DivisionSuccessor> Successors(int code, int year) => TryFind(code, year, out var division) ? division.Successors : [];

    /// <summary>
    /// Today's codes of the area that the code meant: itself while in force, else its successors' successors to the end.
    /// Empty when the code is unknown or the source names no successor. A code that was split gives several, in ascending order.
    /// </summary>
    public static ReadOnlySpan<int> CurrentOf(int code) => Table.Value.CurrentOf(code);

    /// <summary>True when two county codes can mean one place: equal, or with a code of today in common.</summary>
    public static bool MayBeOnePlace(int left, int right) =>
        left == right || CurrentOf(left).ContainsAny(CurrentOf(right));

    /// <summary>Every spell of every code, in the order of codes and years.</summary>
    public static IReadOnlyList<Division> All => Table.Value.Rows;

    /// <summary>Every township of today, in the order of codes.</summary>
    public static IEnumerable<Township> AllTownships => TownshipsLoaded.Value.All;

    /// <summary>The provinces of today in the order of their codes.</summary>
    public static IReadOnlyList<Division> Provinces => Table.Value.Provinces;

    /// <summary>The counties of today in a province.</summary>
    /// <param name="province">The two digits of the province.</param>
    public static IReadOnlyList<Division> CountiesOfProvince(int province) => Table.Value.CountiesByProvince.GetValueOrDefault(province, []);

    /// <summary>The townships of today in a county, in the order of their codes; empty when none are known.</summary>
    /// <param name="county">The six digits of the county. Statistical areas that are no GB/T 2260 county have some too.</param>
    public static IReadOnlyList<Township> TownshipsOf(int county) => TownshipsLoaded.Value.Of(county);

    /// <summary>The name of a township by its nine digits.</summary>
    public static bool TryFindTownship(int code, out Township township) => TownshipsLoaded.Value.TryFind(code, out township);

    /// <summary>
    /// The name of the division that a code of any level means, from the province down to the township (a village has none in
    /// the table and takes that of its township). Unknown levels are left out; empty when nothing is known.
    /// </summary>
    public static string FullName(DivisionCode code)
    {
        if (code.IsNone)
        {
            return string.Empty;
        }

        var name = TryFind(code.County, out var county) ? county.FullName
            : TryFind(code.City * 100, out var city) ? city.FullName
            : TryFind(code.Province * 10_000, out var province) ? province.FullName : string.Empty;
        return code.Level >= DivisionLevel.Township && TryFindTownship(code.Township, out var township) ? name + township.Name : name;
    }

    /// <summary>The own name of the division, without those it lies in; empty when unknown.</summary>
    public static string Name(DivisionCode code) =>
        code.Level >= DivisionLevel.Township ? (TryFindTownship(code.Township, out var township) ? township.Name : string.Empty)
        : TryFind(code.County, out var division) ? division.Name : string.Empty;
}
