namespace Qingce.Storage.Sealing;

/// <summary>How far a rotation of data keys is in one table, so that it goes on where it was stopped.</summary>
public sealed class Resealing
{
    /// <summary>The table.</summary>
    public required string Table { get; init; }

    /// <summary>The key to which envelopes are brought.</summary>
    public int ToKey { get; init; }

    /// <summary>Where the next batch begins, in the table's own form; null at the beginning.</summary>
    public string? Position { get; set; }

    /// <summary>Whether nothing of the table is left under an older key.</summary>
    public bool IsDone { get; set; }
}
