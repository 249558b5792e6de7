namespace Qingce.Linkage.Chinese;

/// <summary>What a <see cref="NameKey"/> takes of a name.</summary>
internal enum NamePart : byte
{
    /// <summary>The surname, those written for one another being one.</summary>
    Surname,

    /// <summary>The reading of the surname's first character; the first letters of a Latin name.</summary>
    SurnameSound,

    /// <summary>The given name, variant characters being one.</summary>
    Given,

    /// <summary>The readings of the given name.</summary>
    GivenSound,

    /// <summary>All readings, in any order.</summary>
    Sound,
}
