namespace Qingce.Storage.Importing;

/// <summary>Where and from when a source category is complete, as delivered.</summary>
public sealed class CoveredArea
{
    /// <summary>Category, 1 to 23.</summary>
    public int Category { get; init; }

    /// <summary>Division; zeros at the end stand for everything below.</summary>
    public required string Division { get; init; }

    /// <summary>First event day.</summary>
    public required string From { get; init; }

    /// <summary>Last event day; empty while it goes on.</summary>
    public required string To { get; init; }

    /// <summary>The delivery that brought it.</summary>
    public long? DeliveryId { get; set; }
}
