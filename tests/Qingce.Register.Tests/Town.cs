using System.Globalization;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Register.Tests;

/// <summary>A small register in memory: two families and a lodger, recorded against as a store would.</summary>
internal sealed class Town
{
    public static readonly Actor Officer = new("李警官");
    public static readonly Actor Second = new("赵所长");
    public static readonly DateTimeOffset Start = new(2020, 1, 1, 8, 0, 0, TimeSpan.FromHours(8));

    private readonly Dictionary<string, RegistrationHistory> _histories = [];
    private readonly List<(Change Change, ChangeDraft Draft)> _changes = [];

    public Town()
    {
        // H1: father (head), mother, daughter. H2: another couple. H3: a single woman.
        Add("R1", "H1", "02", "王建国", 1, "1980-03-02", "110105198003020019", "21");
        Add("R2", "H1", "10", "刘芳", 2, "1982-07-11", "110105198207110026", "21");
        Add("R3", "H1", "30", "王小雨", 2, "2010-05-05", "110105201005050023", "10");
        Add("R4", "H2", "02", "陈刚", 1, "1975-01-20", "110105197501200013", "21");
        Add("R5", "H2", "10", "孙丽", 2, "1978-09-09", "11010519780909002", "21");
        Add("R6", "H3", "02", "周敏", 2, "1990-12-01", "110105199012010022", "10");
    }

    public DateOnly Today { get; set; } = new(2026, 6, 1);

    public ProvinceRules Province { get; set; } = ProvinceRules.Common;

    public List<ReviewersWord> Decisions { get; } = [];

    public IReadOnlyDictionary<string, RegistrationHistory> Histories => _histories;

    public RegistrationHistory this[string id] => _histories[id];

    public Change Last => _changes[^1].Change;

    public static Evidence[] Paper => [new(DocumentKind.HouseholdBooklet, "A-1")];

    public static RegistrationContent Row(string id, string household, string relation, string name, int sex, string birth, string number, string marital, params (RegisterField, string)[] more)
    {
        RegistrationContent row = RegistrationContent.FromFields(
        [
            new(RegisterField.RegistrationId, id), new(RegisterField.HouseholdId, household), new(RegisterField.Relation, relation),
            new(RegisterField.Name, name), new(RegisterField.Sex, sex.ToString(CultureInfo.InvariantCulture)), new(RegisterField.BirthDate, birth),
            new(RegisterField.CitizenNumber, Checked(number)), new(RegisterField.MaritalStatus, marital), new(RegisterField.HouseholdType, "family"),
            new(RegisterField.Division, "110105001001"), new(RegisterField.Address, "幸福街1号"),
        ]);
        return more.Aggregate(row, (content, one) => content.With(one.Item1, one.Item2));
    }

    /// <summary>A number with the check character that its first 17 digits ask for.</summary>
    public static string Checked(string number) =>
        number.Length < 17 ? number : CitizenNumber.Read(number[..17] + "0").Number.Rechecked().ToString();

    public void Add(string id, string household, string relation, string name, int sex, string birth, string number, string marital, params (RegisterField, string)[] more) =>
        _histories[id] = new RegistrationHistory(id, Row(id, household, relation, name, sex, birth, number, marital, more), Start, []);

    public ChangeDecision Decide(ChangeRequest request)
    {
        RegistrationHistory[] named = [.. request.LookedAt.Distinct().Where(_histories.ContainsKey).Select(id => _histories[id])];
        Surroundings needed = request.Surroundings(named);
        IEnumerable<RegistrationHistory> around = _histories.Values.Where(history => needed.HouseholdIds.Any(history.EverIn)
            || needed.Marriages.Overlaps(history.Entries.Select(entry => entry.Change.Sequence))
            || needed.CitizenNumbers.Contains(history.Present[RegisterField.CitizenNumber]) || needed.PersonIds.Contains(history.Present.PersonId));
        return ChangeDecision.Of(request, new RegisterExtract([.. named.Union(around)], Decisions, Today, Province));
    }

    /// <summary>Decides and records; fails the test when the request is refused.</summary>
    public Change Accept(ChangeRequest request)
    {
        ChangeDecision decision = Decide(request);
        Assert.True(decision.Draft is not null, string.Join(' ', decision.BrokenRules.Select(rule => rule.Code + ": " + rule.English)));
        int sequence = _changes.Count + 1;
        Change change = decision.Draft.Record(new Guid(sequence, 0, 0, new byte[8]), sequence, Start.AddHours(sequence));
        foreach (ChangeEffect effect in decision.Draft.Effects)
        {
            RegistrationHistory history = _histories.GetValueOrDefault(effect.RegistrationId)
                ?? new RegistrationHistory(effect.RegistrationId, RegistrationContent.Empty, change.RecordedAt, []);
            _histories[effect.RegistrationId] = history.With(new HistoryEntry(change, effect.Fields));
        }

        Decisions.AddRange(decision.Draft.Words);
        _changes.Add((change, decision.Draft));
        return change;
    }

    public string[] Refuse(ChangeRequest request)
    {
        ChangeDecision decision = Decide(request);
        Assert.Null(decision.Draft);
        Assert.All(decision.BrokenRules, rule => Assert.True(rule.Chinese.Length > 4 && rule.English.Length > 4));
        return [.. decision.BrokenRules.Select(rule => rule.Code)];
    }

    public UndoChange Undo(Change change) => new(change, Touched(change)) { ActedBy = Officer, ConfirmedBy = Second, Reason = "录入有误" };

    public System.Collections.Immutable.ImmutableArray<string> Touched(Change change) =>
        [.. _histories.Values.Where(history => history.Find(change.Id) is not null).Select(history => history.RegistrationId)];

    public Dictionary<string, RegistrationContent> States() => _histories.ToDictionary(pair => pair.Key, pair => pair.Value.Present);
}
