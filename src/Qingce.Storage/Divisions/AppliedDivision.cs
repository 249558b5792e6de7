namespace Qingce.Storage.Divisions;

/// <summary>A change of a division's code as this register applied it.</summary>
public sealed class AppliedDivision
{
    /// <summary>The code that ended or began, 6 to 12 digits.</summary>
    public required string Code { get; init; }

    /// <summary>First day of the code's life.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day of its life, or null.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Its name, or null for that of the national table.</summary>
    public string? Name { get; set; }

    /// <summary>The codes that follow it, joined by semicolons; null when none does.</summary>
    public string? Successors { get; set; }

    /// <summary>The change by which registrations were brought over, or null.</summary>
    public Guid? ChangeId { get; set; }
}
