namespace Qingce.Register;

/// <summary>What a reviewer says of two registrations. The numbers are permanent, since they are stored.</summary>
public enum PersonVerdict
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>They are one person.</summary>
    Same = 1,

    /// <summary>They are two persons.</summary>
    Different = 2,

    /// <summary>The earlier word no longer stands.</summary>
    Void = 3,

    /// <summary>They were merged, and the merge was taken back: no machine run brings them together again, though a person may.</summary>
    Parted = 4,
}

/// <summary>A reviewer's word on two registrations. It stands until it is voided; a machine run never overrides it.</summary>
/// <param name="Left">The registration that comes first in ordinal order.</param>
/// <param name="Right">The other one.</param>
/// <param name="Verdict">What was said.</param>
public readonly record struct ReviewersWord(string Left, string Right, PersonVerdict Verdict)
{
    /// <summary>A decision on two registrations, whichever is named first.</summary>
    /// <exception cref="ArgumentException">One registration named twice, or one without an id.</exception>
    public static ReviewersWord Of(string one, string other, PersonVerdict verdict)
    {
        ArgumentException.ThrowIfNullOrEmpty(one);
        ArgumentException.ThrowIfNullOrEmpty(other);
        return string.CompareOrdinal(one, other) switch
        {
            0 => throw new ArgumentException("A registration is always one person with itself.", nameof(other)),
            < 0 => new ReviewersWord(one, other, verdict),
            _ => new ReviewersWord(other, one, verdict),
        };
    }

    /// <summary>Whether machine runs leave the two apart.</summary>
    public bool KeepsApart => Verdict is PersonVerdict.Different or PersonVerdict.Parted;

    /// <summary>Whether the decision is on these two, whichever is named first.</summary>
    public bool IsOn(string one, string other) => (Left == one && Right == other) || (Left == other && Right == one);
}
