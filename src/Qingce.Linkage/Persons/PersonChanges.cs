namespace Qingce.Linkage;

/// <summary>Persons of the run before whose records are one person now.</summary>
/// <param name="Previous">Their ids, two or more, in ordinal order.</param>
/// <param name="Person">The id of the person now.</param>
public sealed record MergedPersons(IReadOnlyList<string> Previous, string Person);

/// <summary>A person of the run before whose records are several persons now.</summary>
/// <param name="Previous">The id.</param>
/// <param name="Persons">The ids now, two or more, in ordinal order.</param>
public sealed record SplitPerson(string Previous, IReadOnlyList<string> Persons);

/// <summary>
/// How the persons differ from those of the run before. A person whose records were partly taken over by another stands in both
/// lists, merged and split.
/// </summary>
public sealed record PersonChanges
{
    /// <summary>Persons that came together, by the id they have now.</summary>
    public required IReadOnlyList<MergedPersons> Merged { get; init; }

    /// <summary>Persons that were parted, by the id they had.</summary>
    public required IReadOnlyList<SplitPerson> Split { get; init; }

    /// <summary>Ids of persons none of whose records was there before, in the order of rows; made when read.</summary>
    public required IReadOnlyList<string> New { get; init; }

    /// <summary>Ids of persons none of whose records is there any more, in the order they were added; made when read.</summary>
    public required IReadOnlyList<string> Gone { get; init; }
}
