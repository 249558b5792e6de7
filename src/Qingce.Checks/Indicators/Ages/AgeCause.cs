namespace Qingce.Checks.Indicators.Ages;

/// <summary>What can be wrong with an age (I03). The values are positions among the causes of the check.</summary>
internal enum AgeCause : byte
{
    OverAge,
    BirthImpossible,
    BornAfterRegistration,
    BornInFuture,
    StatusUnderAge,
    MarriedUnderAge,
    ParentTooYoung,
    ParentTooOld,
    MinorSpouse,
    MinorHead,
    EducationTooEarly,
    SchoolTooEarly,
    WorkTooEarly,
    PermitBeforeBirth,
}
