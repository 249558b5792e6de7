namespace Qingce.Storage.Importing;

/// <summary>A row of a delivery that could not be used.</summary>
public sealed class DeliveryReject
{
    /// <summary>The delivery.</summary>
    public long DeliveryId { get; init; }

    /// <summary>1-based row of the file.</summary>
    public long Row { get; init; }

    /// <summary>The column at fault; empty for the whole row.</summary>
    public required string Column { get; init; }

    /// <summary>Stable code of the reason.</summary>
    public required string Code { get; init; }

    /// <summary>The reason and what to do, in English, without values of the row.</summary>
    public required string English { get; init; }

    /// <summary>The same in Chinese.</summary>
    public required string Chinese { get; init; }

    /// <summary>Envelope of the row as delivered, or null.</summary>
    public byte[]? Sealed { get; set; }
}
