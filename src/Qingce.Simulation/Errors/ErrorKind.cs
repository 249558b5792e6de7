namespace Qingce.Simulation.Errors;

/// <summary>The errors that are planted. Each is met in real registers; the truth file names it in snake case.</summary>
internal enum ErrorKind : byte
{
    None,

    // Duplicate registrations.
    DuplicateOtherNumber,
    DuplicateSameNumber,
    SharedNumber,

    // Changes that never reached the register.
    DeadNotCancelled,
    StoppedForDeath,
    DeclaredDead,
    SilentAtGreatAge,
    CancelledAlive,
    MarriedNotUpdated,
    MarriedOneSide,
    DivorcedNotUpdated,
    TwoCurrentSpouses,
    BirthNotRegistered,
    MovedOutNeverIn,
    PermitExpired,
    InWithoutOut,
    InAtTwoPlaces,

    // False declarations.
    AgeMovedForPension,
    AgeMovedYoung,
    NamesTooOften,
    NumbersTooOften,
    ChangedBeforeSettlement,
    ChangedBeforeExam,
    ForgedPapers,
    ReusedPapers,
    PapersAfterUse,
    JoinedNoRelative,
    AdoptedWithoutRecord,
    ChildWithoutCertificate,
    CertificateUsedTwice,
    FalseTwin,

    // Wrong entries.
    BirthSlip,
    LunarBirthday,
    NumberSlip,
    NumberSwap,
    ShortNumber,
    PlaceholderNumber,
    RoundedNumber,
    SexSlip,
    WrongDecade,
    OverOldest,
    BirthAfterRegistration,
    MinorHead,
    WorkedAsChild,
    RelationAgainstSex,
    NoHead,
    TwoHeads,
    ChildOlderThanParent,

    // Kept beside the errors: people away and households hung.
    LivesElsewhere,
    NobodyAtHome,
    SharedAddress,
    DemolishedBuilding,
    NonResidentialBuilding,
}

/// <summary>Names of the kinds in the truth file.</summary>
internal static class ErrorKindText
{
    public static readonly string[] All = [.. Enum.GetNames<ErrorKind>().Select(Snake)];

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && (char.IsUpper(c) || (char.IsDigit(c) && !char.IsDigit(name[i - 1]))) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}

/// <summary>One row of the truth file: a registration on which an indicator is rightly reported.</summary>
/// <param name="County">County of the registration.</param>
/// <param name="Registration">Its place in the county: a person, or a guest after all people.</param>
/// <param name="Indicator">1 to 12.</param>
/// <param name="Kind">The error.</param>
/// <param name="OtherCounty">County of the other registration of a pair, or -1.</param>
/// <param name="Other">Place of the other registration.</param>
/// <param name="PersonCounty">County of the person.</param>
/// <param name="Person">The person.</param>
internal readonly record struct Truth(
    int County, int Registration, byte Indicator, ErrorKind Kind, int OtherCounty, int Other, int PersonCounty, int Person);
