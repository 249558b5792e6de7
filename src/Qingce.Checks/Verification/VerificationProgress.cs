namespace Qingce.Checks.Verification;

/// <summary>What a verification is at. Stages come in the order of the enumeration.</summary>
public enum VerificationStage
{
    /// <summary>Looking at the files.</summary>
    Opening,

    /// <summary>Reading the register.</summary>
    ReadingRegister,

    /// <summary>Reading the past changes.</summary>
    ReadingChanges,

    /// <summary>Reading the source records.</summary>
    ReadingSources,

    /// <summary>Deciding on registrations and households.</summary>
    Deciding,

    /// <summary>Looking for duplicate registrations.</summary>
    Linking,

    /// <summary>Fetching the records that findings rest on.</summary>
    FetchingEvidence,

    /// <summary>Writing the results.</summary>
    Writing,
}

/// <summary>How far a verification is.</summary>
/// <param name="Stage">What it is at.</param>
/// <param name="Share">How much of the stage is done, 0 to 1.</param>
public readonly record struct VerificationProgress(VerificationStage Stage, double Share);
