using System.Collections.Immutable;
using Qingce.Exchange.Codes;
using Qingce.Register;
using Qingce.Standards;
using Qingce.Storage.Changes;
using Qingce.Storage.Registrations;
using Qingce.Testing;

namespace Qingce.Storage.Tests.Changes;

/// <summary>A store with two families, as an import would leave it, and the requests that officers make of it.</summary>
internal sealed class Village : IAsyncDisposable
{
    public static readonly Actor Officer = new("李警官");
    public static readonly Actor Second = new("赵所长");
    public static readonly DateTimeOffset Known = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TestStore _test;
    private int _changes;

    private Village(TestStore test) => _test = test;

    public Store Store => _test.Store;

    public TestStore Test => _test;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ImmutableArray<Evidence> Paper { get; } = [new(DocumentKind.HouseholdBooklet, "户-77", "城关派出所")];

    public static async Task<Village> NewAsync(StoreKind kind)
    {
        Village village = new(await TestStore.NewAsync(kind));
        await village.AddAsync(
            Row("R1", "H1", "02", "王建国", "1", "1980-03-02", 19, "21", (RegisterField.CardIssuedOn, "2012-05-01")),
            Row("R2", "H1", "10", "刘芳", "2", "1982-07-11", 26, "21"),
            Row("R3", "H1", "30", "王小雨", "2", "2010-05-05", 22, "10"),
            Row("R4", "H2", "02", "陈刚", "1", "1975-01-20", 13, "21"),
            Row("D1", "H8", "02", "王建国", "1", "1980-03-02", 97, "10"));
        return village;
    }

    public static RegistrationContent Row(
        string id, string household, string relation, string name, string sex, string birth, int sequence, string marital, params (RegisterField Field, string Text)[] more)
    {
        string number = "110105" + birth.Replace("-", "", StringComparison.Ordinal) + $"{sequence:D3}0";
        RegistrationContent row = RegistrationContent.FromFields(
        [
            new(RegisterField.RegistrationId, id), new(RegisterField.HouseholdId, household), new(RegisterField.Relation, relation),
            new(RegisterField.Name, name), new(RegisterField.Sex, sex), new(RegisterField.BirthDate, birth),
            new(RegisterField.CitizenNumber, CitizenNumber.Read(number).Number.Rechecked().ToString()), new(RegisterField.MaritalStatus, marital),
            new(RegisterField.HouseholdType, "family"), new(RegisterField.Division, "110105001001"), new(RegisterField.Address, "幸福街1号"),
        ]);
        return more.Aggregate(row, (content, one) => content.With(one.Field, one.Text));
    }

    public async Task AddAsync(params RegistrationContent[] contents)
    {
        await using StoreWrite write = await Store.WriteAsync(Cancellation);
        foreach (RegistrationContent content in contents)
        {
            Registration row = new() { RegistrationId = content.RegistrationId, KnownFrom = Known };
            row.Take(content, Store.Keys);
            write.Context.Add(row);
        }

        await write.CommitAsync(Cancellation);
    }

    /// <summary>Does something in a turn, committed unless a rule says no.</summary>
    public async Task<BrokenRule?> WriteAsync(Func<StoreWrite, Task<BrokenRule?>> work)
    {
        await using StoreWrite write = await Store.WriteAsync(Cancellation);
        BrokenRule? broken = await work(write);
        if (broken is null)
        {
            await write.CommitAsync(Cancellation);
        }

        return broken;
    }

    public ChangeTerms Terms(params (string Id, int Version)[] versions) => new(NextId())
    {
        Versions = versions.ToDictionary(one => one.Id, one => one.Version),
    };

    public Guid NextId() => new(Interlocked.Increment(ref _changes), 0, 0, new byte[8]);

    public Task<ChangeOutcome> TryAsync(ChangeRequest request, ChangeTerms? terms = null) =>
        AcceptChange.RunAsync(Store, request, terms ?? Terms(), Cancellation);

    public async Task<ChangeOutcome.Accepted> AcceptAsync(ChangeRequest request, ChangeTerms? terms = null) => Accepted(await TryAsync(request, terms));

    public async Task<ChangeOutcome.Accepted> UndoAsync(Change change) =>
        Accepted(await TakeBackChange.UndoAsync(Store, change.Id, Grounds, Terms(), Cancellation));

    public static ReviewGrounds Grounds { get; } = new(Officer, "录入有误") { ConfirmedBy = Second, Evidence = Paper };

    public static ChangeOutcome.Accepted Accepted(ChangeOutcome outcome) => Assert.IsType<ChangeOutcome.Accepted>(
        outcome is ChangeOutcome.Refused refused ? string.Join(' ', refused.Rules.Select(rule => rule.English)) : outcome);

    public static string[] Codes(ChangeOutcome outcome) => [.. Assert.IsType<ChangeOutcome.Refused>(outcome).Rules.Select(rule => rule.Code)];

    public async Task<RegistrationContent?> ContentAsync(string id)
    {
        await using RegisterContext context = Store.Read();
        return (await context.Registrations.FindAsync([id], Cancellation))?.Content(Store.Keys);
    }

    public async Task<Dictionary<string, RegistrationContent>> ContentsAsync()
    {
        await using RegisterContext context = Store.Read();
        return context.Registrations.AsEnumerable().ToDictionary(row => row.RegistrationId, row => row.Content(Store.Keys));
    }

    public async Task<RegistrationHistory> HistoryAsync(string id) => (await ShowHistory.OfAsync(Store, id, Cancellation))!.History;

    public static MergeRegistrations Merge(string kept = "R1", string other = "D1") => new(kept, [other], new DateOnly(2025, 5, 15))
    {
        ActedBy = Officer,
        ConfirmedBy = Second,
        Reason = "同一人",
        Evidence = Paper,
    };

    public static RegisterDeath Death(string id, string spouse = "") => new(id, new DateOnly(2025, 3, 1), spouse)
    {
        ActedBy = Officer,
        ConfirmedBy = Second,
        Evidence = [new Evidence(DocumentKind.DeathCertificate, "死-1", "市医院")],
    };

    public static AlterFields Alter(string id, RegisterField field, string text, int month = 6) =>
        new(id, new Dictionary<RegisterField, string> { [field] = text }, new DateOnly(2025, month, 1)) { ActedBy = Officer, Evidence = Paper };

    public static RegisterBirth Birth(string id = "R9") => new(
        RegistrationContent.FromFields(
        [
            new(RegisterField.RegistrationId, id), new(RegisterField.HouseholdId, "H1"), new(RegisterField.Relation, "20"), new(RegisterField.Name, "王小雷"),
            new(RegisterField.Sex, "1"), new(RegisterField.BirthDate, "2025-05-02"),
        ]),
        new DateOnly(2025, 5, 10))
    {
        ActedBy = Officer,
        Evidence = [new Evidence(DocumentKind.BirthCertificate, "B-1")],
    };

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}
