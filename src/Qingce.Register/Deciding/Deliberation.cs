using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>A request under decision: the registrations as they are and, once drafted, as they would be.</summary>
internal sealed class Deliberation
{
    private readonly Dictionary<string, RegistrationHistory> _before;
    private readonly Dictionary<string, RegistrationHistory> _after;

    public Deliberation(ChangeRequest request, RegisterExtract extract)
    {
        Request = request;
        Extract = extract;
        _before = extract.Registrations.ToDictionary(history => history.RegistrationId, StringComparer.Ordinal);
        _after = new Dictionary<string, RegistrationHistory>(_before, StringComparer.Ordinal);
        Draft = new EffectDraft(this);
    }

    public ChangeRequest Request { get; }

    public RegisterExtract Extract { get; }

    /// <summary>Collects the effects of the request.</summary>
    public EffectDraft Draft { get; }

    /// <summary>The registrations that the draft touches, as they are and as they would be.</summary>
    public ImmutableArray<(RegistrationHistory Before, RegistrationHistory After)> Touched { get; private set; } = [];

    /// <summary>Every registration at hand as it would be.</summary>
    public IEnumerable<RegistrationHistory> All => _after.Values;

    /// <summary>A registration as it is; one that was never heard of has an empty history.</summary>
    public RegistrationHistory Before(string id) => _before.GetValueOrDefault(id) ?? new(id, RegistrationContent.Empty, DateTimeOffset.MinValue, []);

    /// <summary>What a registration says on the day of the request, as it is.</summary>
    public RegistrationContent On(string id) => Before(id).StateOn(Request.ValidFrom);

    /// <summary>A registration and those that are of one person with it, now or on the day of the request.</summary>
    public IEnumerable<string> OfOnePersonWith(string id)
    {
        string[] persons = [.. new[] { Before(id).Present.PersonId, On(id).PersonId }.Where(person => person.Length > 0)];
        return _before.Values
            .Where(other => persons.Contains(other.Present.PersonId) || persons.Contains(other.StateOn(Request.ValidFrom).PersonId))
            .Select(other => other.RegistrationId).Append(id).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The living members of a household on a day, as it is.</summary>
    public IEnumerable<RegistrationContent> MembersBefore(string householdId, DateOnly day) => Members(_before.Values, householdId, day);

    /// <summary>The living members of a household on a day, as it would be.</summary>
    public IEnumerable<RegistrationContent> MembersAfter(string householdId, DateOnly day) => Members(_after.Values, householdId, day);

    /// <summary>Applies the draft.</summary>
    public void Conclude()
    {
        Change pending = Request.Pending();
        foreach (ChangeEffect effect in Draft.Effects())
        {
            _after[effect.RegistrationId] = Before(effect.RegistrationId).With(new HistoryEntry(pending, effect.Fields));
        }

        Touched = [.. Draft.Effects().Select(effect => (Before(effect.RegistrationId), _after[effect.RegistrationId]))];
    }

    /// <summary>The days from that of the request on when anything about a household may become different, and the last of all.</summary>
    public IEnumerable<DateOnly> DaysToLookAt(string householdId) => _after.Values
        .Where(history => history.EverIn(householdId))
        .SelectMany(history => history.Standing.Select(entry => entry.Change.ValidFrom))
        .Where(day => day > Request.ValidFrom)
        .Append(Request.ValidFrom).Append(DateOnly.MaxValue).Distinct().Order();

    /// <inheritdoc cref="ChangeRequest.DaysOf"/>
    public IEnumerable<DateOnly> DaysOf(RegistrationHistory history) => Request.DaysOf(history);

    private static IEnumerable<RegistrationContent> Members(IEnumerable<RegistrationHistory> histories, string householdId, DateOnly day) => histories
        .Where(history => history.EverIn(householdId))
        .Select(history => history.StateOn(day))
        .Where(content => content.IsLiving && content.HouseholdId == householdId);
}
