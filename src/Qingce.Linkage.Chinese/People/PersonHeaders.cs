namespace Qingce.Linkage.Chinese;

/// <summary>Which columns of a table hold what is known of a person; null for what it has not.</summary>
public sealed record PersonHeaders
{
    /// <summary>Name of the person, surname first.</summary>
    public string? Name { get; init; }

    /// <summary>Former name; used beside <see cref="Name"/> only.</summary>
    public string? FormerName { get; init; }

    /// <summary>Citizen number.</summary>
    public string? Number { get; init; }

    /// <summary>Birth date.</summary>
    public string? Birth { get; init; }

    /// <summary>Sex.</summary>
    public string? Sex { get; init; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Address in one column.</summary>
    public string? Address { get; init; }
}
