namespace Qingce.Checks.Indicators.Households;

/// <summary>What can be wrong within a household (I09). The values are positions among the causes of the check.</summary>
internal enum HouseholdCause : byte
{
    NoHead,
    TwoHeads,
    TwoSpouses,
    SpouseSex,
    RelationSex,
    ChildOlder,
    AdoptedWithoutRecord,
    JoinedNoRelative,
}
