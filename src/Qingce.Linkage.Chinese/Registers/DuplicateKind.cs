namespace Qingce.Linkage.Chinese;

/// <summary>What a pair of registrations is suspected of.</summary>
public enum DuplicateKind : byte
{
    /// <summary>One person with two living registrations.</summary>
    SamePerson = 0,

    /// <summary>One citizen number on the registrations of two people.</summary>
    OneNumberTwoPeople = 1,
}
