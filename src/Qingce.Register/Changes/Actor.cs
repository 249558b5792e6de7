using Qingce.Standards;

namespace Qingce.Register;

/// <summary>Who acts: a named person, a staff number, or the feed of an issuing authority.</summary>
/// <param name="Name">As given, without the white space around it; empty for nobody.</param>
public readonly record struct Actor(string Name)
{
    /// <summary>Nobody.</summary>
    public static Actor Nobody => new("");

    /// <summary>True when nobody is named.</summary>
    public bool IsNobody => string.IsNullOrWhiteSpace(Name);

    /// <summary>Whether both names are of one person: script forms, letter case, width and spaces make no second person.</summary>
    public bool IsSameAs(Actor other) =>
        string.Equals(PersonName.Normalize(Name ?? ""), PersonName.Normalize(other.Name ?? ""), StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
