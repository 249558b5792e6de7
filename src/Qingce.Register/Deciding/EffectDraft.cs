using System.Collections.Immutable;
using System.Globalization;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Values;
using Qingce.Standards;

namespace Qingce.Register;

/// <summary>
/// Collects what a request makes of registrations. Where it makes anything different of one, it is recorded with all that it states, so that a change that comes late, or
/// is taken back, beneath it does not show through.
/// </summary>
internal sealed class EffectDraft(Deliberation deliberation)
{
    private static readonly RegisterField[] Place = [RegisterField.Division, RegisterField.Address, RegisterField.HouseholdType];

    private readonly Dictionary<string, RegistrationContent> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<RegisterField>> _stated = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<ReviewersWord> _decisions = [];

    /// <summary>What a registration would say on the day of the request, by what is drafted so far.</summary>
    public RegistrationContent this[string id] => _contents.GetValueOrDefault(id) ?? deliberation.On(id);

    /// <summary>Says that the request concerns a registration.</summary>
    public void Touch(string id)
    {
        if (_contents.TryAdd(id, deliberation.On(id)))
        {
            _stated.Add(id, []);
            _order.Add(id);
        }
    }

    /// <summary>Sets a field from the day of the request on.</summary>
    public void Set(string id, RegisterField field, string text)
    {
        Touch(id);
        _contents[id] = _contents[id].With(field, text);
        _stated[id].Add(field);
    }

    /// <summary>Sets a field unless nothing is given for it.</summary>
    public void SetIfGiven(string id, RegisterField field, string text)
    {
        if (text.Length > 0)
        {
            Set(id, field, text);
        }
    }

    /// <summary>Sets what members are to the head.</summary>
    public void Set(IEnumerable<MemberRelation> relations)
    {
        foreach ((string id, Relation relation) in relations)
        {
            Set(id, RegisterField.Relation, relation.CodeDigits);
        }
    }

    /// <summary>Makes a registration of what is given; the way it began only where it is not.</summary>
    public void Create(RegistrationContent content, DateOnly registeredOn, RegistrationReason reason)
    {
        string id = content.RegistrationId;
        foreach (RegisterField field in RegisterFields.All())
        {
            SetIfGiven(id, field, content[field]);
        }

        Set(id, RegisterField.RegisteredOn, Text(registeredOn));
        Set(id, RegisterField.RegisteredFor, CodeLists.RegistrationReasons.Token(reason));
    }

    /// <summary>Gives a registration the division, address and kind of its household, but for what is given.</summary>
    public void PlaceLikeHousehold(string id, RegistrationContent given)
    {
        RegistrationContent? like = deliberation.MembersBefore(this[id].HouseholdId, deliberation.Request.ValidFrom)
            .Where(member => member.RegistrationId != id).OrderBy(member => !member.Relation.IsHead).FirstOrDefault();
        if (like is null)
        {
            StayInPlace(id);
            return;
        }

        foreach (RegisterField field in Place.Where(field => given[field].Length == 0))
        {
            Set(id, field, like[field]);
        }
    }

    /// <summary>States that the division, address and kind of household are what they are.</summary>
    public void StayInPlace(string id)
    {
        foreach (RegisterField field in Place)
        {
            SetIfGiven(id, field, this[id][field]);
        }
    }

    /// <summary>Cancels a registration.</summary>
    public void Cancel(string id, DateOnly day, CancellationReason reason)
    {
        Set(id, RegisterField.CancelledOn, Text(day));
        Set(id, RegisterField.CancelledFor, CodeLists.CancellationReasons.Token(reason));
    }

    /// <summary>Takes the cancellation away.</summary>
    public void Revive(string id)
    {
        Set(id, RegisterField.CancelledOn, "");
        Set(id, RegisterField.CancelledFor, "");
        Set(id, RegisterField.MovedOutTo, "");
    }

    /// <summary>Keeps a number that gave way, unless it is there already.</summary>
    public void AddFormerNumber(string id, string number)
    {
        string former = this[id][RegisterField.FormerNumbers];
        if (number.Length > 0 && number != this[id][RegisterField.CitizenNumber] && !former.Contains(number, StringComparison.Ordinal))
        {
            Set(id, RegisterField.FormerNumbers, former.Length == 0 ? number : former + " " + number);
        }
    }

    /// <inheritdoc cref="Deliberation.OfOnePersonWith"/>
    public IEnumerable<string> OfOnePersonWith(string id) => deliberation.OfOnePersonWith(id);

    /// <summary>A day in kept form.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A marital status in kept form.</summary>
    public static string Text(MaritalStatus status) => ((int)status).ToString(CultureInfo.InvariantCulture);

    /// <summary>A text as written, in kept form.</summary>
    public static string Kept(KeyValuePair<RegisterField, string> value) => FieldReading.Of(value.Key.Shape, value.Value).Text;

    /// <summary>Says what was decided of two registrations.</summary>
    public void Decide(ReviewersWord decision) => _decisions.Add(decision);

    /// <summary>The effects in the order in which the registrations were first named.</summary>
    public ImmutableArray<ChangeEffect> Effects() => [.. _order.Select(id => new ChangeEffect(id, Fields(id)))];

    /// <summary>The decisions on persons.</summary>
    public ImmutableArray<ReviewersWord> Words() => [.. _decisions];

    private ImmutableArray<FieldChange> Fields(string id)
    {
        RegistrationContent before = deliberation.On(id);
        RegistrationContent after = _contents[id];
        return before.Equals(after) ? [] : [.. _stated[id].Select(field => new FieldChange(field, before[field], after[field]))];
    }
}
