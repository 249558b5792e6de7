namespace Qingce.Checks.Verification;

/// <summary>How a verification ended.</summary>
public enum VerificationOutcome
{
    /// <summary>It went through, with findings or without.</summary>
    Done,

    /// <summary>The input could not be read; the faults say why.</summary>
    InputUnreadable,

    /// <summary>More rows were rejected than allowed; the faults say in which files.</summary>
    TooManyRejects,
}
