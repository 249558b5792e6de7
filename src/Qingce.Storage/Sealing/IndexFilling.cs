namespace Qingce.Storage.Sealing;

/// <summary>A table whose rows of before a blind index are still to be brought into it, and how far that is; gone when all are.</summary>
public sealed class IndexFilling
{
    /// <summary>The table.</summary>
    public required string Table { get; init; }

    /// <summary>The key of the last row that was brought in, as a JSON list; null at the beginning.</summary>
    public string? Position { get; set; }
}
