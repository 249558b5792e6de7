namespace Qingce.Exchange.Codes;

/// <summary>How a source record stands (exchange field status). See docs/guide/sources.md.</summary>
public enum SourceStatus : byte
{
    /// <summary>Not given, or not on the list.</summary>
    None = 0,

    /// <summary>In force or running, confirmed on recorded_at.</summary>
    Active,

    /// <summary>Came to its end.</summary>
    Ended,

    /// <summary>Not in force for the time being.</summary>
    Suspended,

    /// <summary>Without effect from the start: annulled, or entered by mistake.</summary>
    Void,

    /// <summary>Ended because the person died.</summary>
    StoppedForDeath,

    /// <summary>A migration permit that was taken in.</summary>
    Used,

    /// <summary>A move within the province that needs no paper and closes itself.</summary>
    Paperless,

    /// <summary>A building that was pulled down.</summary>
    Demolished,

    /// <summary>A building that is not for living in.</summary>
    NonResidential,
}
