namespace Qingce.Register;

/// <summary>The rules that no request escapes.</summary>
internal static class StandingRules
{
    /// <summary>Asked first: without names nothing can be looked up.</summary>
    public static IReadOnlyList<RegisterRule> OfItsNames { get; } = [new ARegistrationHasAnId()];

    /// <summary>Asked of the grounds of a request. What it would make can be drafted and judged also where they are wanting.</summary>
    public static IReadOnlyList<RegisterRule> OfItsGrounds { get; } =
    [
        new AChangeHasANamedActor(),
        new AChangeRestsOnEvidence(),
        new AChangeHasAReason(),
    ];

    /// <summary>Asked of a request before anything is drafted.</summary>
    public static IReadOnlyList<RegisterRule> OfEveryRequest { get; } =
    [
        new NothingIsRecordedAhead(),
        new NewRelationsAreOfMembers(),
    ];

    /// <summary>Asked of what would come about.</summary>
    public static IReadOnlyList<RegisterRule> OfEveryOutcome { get; } =
    [
        new AChangeChangesSomething(),
        new NothingHappensBeforeBirth(),
        new NoDayIsToCome(),
        new CancellationNeedsASecondPerson(),
        new AReviewersWordStands(),
        new OnePersonHasOnePlace(),
        new AHouseholdIsOfOneKind(),
        new HouseholdHasOneHead(),
        new HouseholdKeepsItsHead(),
        new NumberFitsThePerson(),
        new LaterChangesStillHold(),
    ];
}
