namespace Qingce.Standards;

/// <summary>One spell in the life of a division code of province, city or county level: a code given anew has several.</summary>
/// <param name="Code">Six digits.</param>
/// <param name="Level">Province, city or county.</param>
/// <param name="From">First year in force. 1981, where the table begins, may stand for earlier.</param>
/// <param name="To">First year no longer in force; null while it is in force.</param>
/// <param name="ProvinceName">Name of the province.</param>
/// <param name="CityName">Name of the prefecture-level city, empty for provinces and for counties directly under a province.</param>
/// <param name="Name">Its own name.</param>
public sealed record Division(int Code, DivisionLevel Level, int From, int? To, string ProvinceName, string CityName, string Name)
{
    /// <summary>True while the code is in force under this name.</summary>
    public bool IsCurrent => To is null;

    /// <summary>Province, city and own name in one, as addresses begin; a name is not repeated.</summary>
    public string FullName { get; } =
        ProvinceName + (CityName == ProvinceName ? string.Empty : CityName) + (Name == CityName || Name == ProvinceName ? string.Empty : Name);

    /// <summary>
    /// The codes that took over, with the year where it is known and differs from <see cref="To"/>. Empty while in force and
    /// where the source names none.
    /// </summary>
    public IReadOnlyList<DivisionSuccessor> Successors { get; init; } = [];

    /// <summary>True when the code was in force during the year under this name. The year of a change belongs to both.</summary>
    public bool ExistedIn(int year) => From <= year && (To is null || year <= To);
}

/// <summary>A code that took over all or part of another.</summary>
/// <param name="Code">Six digits.</param>
/// <param name="Year">The year it did, or null when it is the year the old code ended.</param>
public readonly record struct DivisionSuccessor(int Code, int? Year);

/// <summary>A township, town or street in force today.</summary>
/// <param name="Code">Nine digits.</param>
/// <param name="Name">Its name.</param>
public readonly record struct Township(int Code, string Name)
{
    /// <summary>The six digits of its county.</summary>
    public int County => Code / 1000;
}
