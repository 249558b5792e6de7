using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>Something that is asked of the register. <see cref="ChangeDecision.Of"/> decides it.</summary>
public abstract record ChangeRequest
{
    /// <summary>What kind of change it would be.</summary>
    public abstract ChangeKind Kind { get; }

    /// <summary>The day from which it is true in the world.</summary>
    public abstract DateOnly ValidFrom { get; }

    /// <summary>Code of the article or rule under which it is accepted.</summary>
    public abstract string Article { get; }

    /// <summary>The registrations that it names, also those that it would make.</summary>
    public abstract IEnumerable<string> Registrations { get; }

    /// <summary>The registrations whose whole history the decision looks at: those that it names, and the members that get a new relation.</summary>
    public IEnumerable<string> LookedAt => Registrations.Concat(NewRelations.Select(member => member.RegistrationId));

    /// <summary>Who asks.</summary>
    public required Actor ActedBy { get; init; }

    /// <summary>The second person, where the rules want one.</summary>
    public Actor ConfirmedBy { get; init; } = Actor.Nobody;

    /// <summary>Why, in words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What it rests on.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>What members of the households concerned are to the head from then on; names the new head where the old one goes.</summary>
    public ImmutableArray<MemberRelation> NewRelations { get; init; } = [];

    /// <summary>Whether it is entered by an issuing authority and waits for a person.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>The change that it takes back or confirms.</summary>
    public virtual Guid? RefersTo => null;

    /// <summary>What else of the register the decision has to see: whatever is around the registrations on any day from that of the request on.</summary>
    /// <param name="named">The registrations of <see cref="LookedAt"/>, as far as they exist.</param>
    public virtual Surroundings Surroundings(IEnumerable<RegistrationHistory> named)
    {
        List<RegistrationContent> contents = [];
        List<long> marriages = [];
        foreach (RegistrationHistory history in named)
        {
            marriages.AddRange(Kind is ChangeKind.Divorce or ChangeKind.Death
                ? history.Standing.Where(entry => entry.Change.Kind == ChangeKind.Marriage).Select(entry => entry.Change.Sequence) : []);
            contents.AddRange(States(history));
            contents.AddRange(Kind.TakesBack ? States(history.With(new HistoryEntry(Pending(), []))) : []);
        }

        // Where lodgers are, and go back to, nobody is anything to a head. Where somebody comes in, those who are there tell what kind of household it is.
        return new Surroundings(
            [.. contents.Where(content => !content.IsCollective).Concat(NewContents).Select(content => content.HouseholdId).Concat(Households).Where(IsGiven)],
            [.. contents.Concat(NewContents).Select(content => content[RegisterField.CitizenNumber]).Concat(Numbers).Where(IsGiven)],
            [.. contents.Concat(NewContents).Select(content => content.PersonId).Where(IsGiven)])
        { Marriages = [.. marriages] };

        static bool IsGiven(string id) => id.Length > 0;
    }

    /// <summary>The change to be: its id and place are those of no recorded one, and it comes last in the order of recording.</summary>
    internal Change Pending() => new ChangeDraft(this, "", [], []).Record(Guid.Empty, long.MaxValue, DateTimeOffset.MaxValue);

    /// <summary>The day of the request, the later days when a registration may become different, and the last of all.</summary>
    internal IEnumerable<DateOnly> DaysOf(RegistrationHistory history) => history.Standing.Select(entry => entry.Change.ValidFrom)
        .Where(day => day > ValidFrom).Append(ValidFrom).Append(DateOnly.MaxValue).Distinct();

    /// <summary>The contents that it would make.</summary>
    private protected virtual IEnumerable<RegistrationContent> NewContents => [];

    /// <summary>The households that it names.</summary>
    internal virtual IEnumerable<string> Households => [];

    /// <summary>The citizen numbers that it would give.</summary>
    private protected virtual IEnumerable<string> Numbers => [];

    /// <summary>The rules of its kind, beside those of every request.</summary>
    internal abstract IReadOnlyList<RegisterRule> Conditions { get; }

    /// <summary>Says what it makes of each registration. Asked only when its conditions hold.</summary>
    internal abstract void Draft(EffectDraft draft);

    private IEnumerable<RegistrationContent> States(RegistrationHistory history) => DaysOf(history).Select(history.StateOn);
}
