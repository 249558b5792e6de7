namespace Qingce.Checks.Sources;

/// <summary>The fields of source rows that a check may ask for; event kind and date are always there. source_record_id is never asked for: it is looked up by a SourceRef.</summary>
[Flags]
internal enum SourceFields
{
    None = 0,
    EventKind = 1 << 0,
    EventDate = 1 << 1,

    /// <summary>The number, its faults, and the register row it leads to.</summary>
    CitizenNumber = 1 << 2,
    Name = 1 << 3,
    Sex = 1 << 4,
    BirthDate = 1 << 5,

    /// <summary>The counterpart's number, its faults, and the register row it leads to.</summary>
    CounterpartNumber = 1 << 6,
    CounterpartName = 1 << 7,
    Division = 1 << 8,
    Address = 1 << 9,
    DocumentKind = 1 << 10,
    DocumentNumber = 1 << 11,
    IssuedOn = 1 << 12,
    ValidUntil = 1 << 13,
    Status = 1 << 14,

    RecordedAt = 1 << 15,
    Handler = 1 << 16,
}

/// <summary>What a check reads of one category of source records.</summary>
/// <param name="Category">1 to 23.</param>
/// <param name="Fields">The fields it looks at.</param>
internal readonly record struct SourceNeed(int Category, SourceFields Fields);
