namespace Qingce.Storage.Searching;

/// <summary>What registrations are looked for by. Everything given has to hold; at least one of name, pinyin, number, phone, address or division has to be given.</summary>
public sealed record RegistrationQuery
{
    /// <summary>Most registrations of one page.</summary>
    public const int MostRows = 200;

    /// <summary>The name, in simplified, traditional or variant characters.</summary>
    public string? Name { get; init; }

    /// <summary>Whether <see cref="Name"/> or <see cref="Pinyin"/> is only the beginning.</summary>
    public bool IsBeginning { get; init; }

    /// <summary>The reading of the name, as it is typed: with or without spaces and tone marks, in letters of either case, ü or v.</summary>
    public string? Pinyin { get; init; }

    /// <summary>The citizen number, of 18 or 15 characters.</summary>
    public string? Number { get; init; }

    /// <summary>The phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The address down to the house at least; building, unit and room narrow it where they are given.</summary>
    public string? Address { get; init; }

    /// <summary>The birth date yyyy-MM-dd, or its beginning.</summary>
    public string? BirthDate { get; init; }

    /// <summary>The beginning of the division, 2 to 12 digits; zeros at the end of six or more stand for everything below.</summary>
    public string? Division { get; init; }

    /// <summary>The household.</summary>
    public string? HouseholdId { get; init; }

    /// <summary>Whether cancelled registrations are left out.</summary>
    public bool LivingOnly { get; init; }

    /// <summary>Rows wanted, 1 to <see cref="MostRows"/>.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The last registration of the page before, or null for the first page.</summary>
    public string? After { get; init; }
}
