namespace Qingce.Storage.Sealing;

/// <summary>What is in an envelope. The numbers are permanent, since they are authenticated with it.</summary>
public enum EnvelopePurpose : byte
{
    /// <summary>Sealed fields of a registration; subject: its identifier.</summary>
    Registration = 1,

    /// <summary>A photo; subject: the registration.</summary>
    Photo = 2,

    /// <summary>Sealed fields of an effect; subject: the registration.</summary>
    Effect = 3,

    /// <summary>Evidence of a change; subject: the change's identifier.</summary>
    Evidence = 4,

    /// <summary>Values of a past change; subject: the registration.</summary>
    PastChange = 5,

    /// <summary>A row that was refused; subject: the digest of its file.</summary>
    Reject = 6,

    /// <summary>Sealed fields of a source record, whatever its version; subject: its identifier.</summary>
    SourceRecord = 7,

    /// <summary>Evidence and sentences of a finding; subject: its identifier.</summary>
    Finding = 8,

    /// <summary>A proposal; subject: its identifier.</summary>
    Proposal = 9,

    /// <summary>An event; subject: its identifier.</summary>
    Event = 10,

    /// <summary>An answer kept for a repeated request; subject: its key.</summary>
    Answer = 11,
}
