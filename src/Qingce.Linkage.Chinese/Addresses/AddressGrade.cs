namespace Qingce.Linkage.Chinese;

/// <summary>
/// How far two addresses agree, as the measure <c>chinese-address</c> tells it: the bounds that levels of a model name. Addresses of
/// one spelling have 1.
/// </summary>
public static class AddressGrade
{
    /// <summary>The same place and the same numbers, otherwise written: with or without divisions, 3-2-501 for 3栋2单元501室.</summary>
    public const double Door = 0.95;

    /// <summary>The same place and numbers as far as the shorter one goes.</summary>
    public const double Shortened = 0.85;

    /// <summary>All numbers, three or more, and a place that is nearly the same.</summary>
    public const double NearlyDoor = 0.8;

    /// <summary>The same place and the first two of three numbers or more: one building or staircase.</summary>
    public const double Building = 0.7;

    /// <summary>The same place: road, estate or village.</summary>
    public const double Community = 0.5;

    /// <summary>Both begin with the same division.</summary>
    public const double Township = 0.3;
}
