using Qingce.Storage;
using Qingce.Testing;

namespace Qingce.Faults.Tests;

/// <summary>
/// Work that is killed with SIGKILL at points drawn from a seed, sometimes again while it goes on from there, until it comes to its end: then the store holds what
/// an undisturbed run leaves, all of it once, and what had been answered before a kill is known after it.
/// </summary>
public abstract class KilledWork(StoreKind kind, FaultTally tally)
{
    private const int MostKillsOfOne = 3;

    // Each store is killed at points of its own.
    private const int SeedsOfAStore = 50;

    [Theory]
    [InlineData("first filling", 1, 101)]
    [InlineData("import", 2, 201)]
    [InlineData("second delivery", 2, 301)]
    [InlineData("events", 2, 401)]
    [InlineData("merge and undo", 2, 501)]
    [InlineData("key rotation", 1, 601)]
    public Task Work_KilledAtSeededPoints_LosesNothingAndDoesNothingTwice(string work, int kills, int firstSeed) => KillAsync(work, kills, firstSeed);

    [Theory, Trait("Category", "Long")]
    [InlineData("first filling", 12, 1001)]
    [InlineData("import", 20, 2001)]
    [InlineData("second delivery", 20, 3001)]
    [InlineData("events", 20, 4001)]
    [InlineData("merge and undo", 20, 5001)]
    [InlineData("key rotation", 12, 6001)]
    public Task Work_KilledAtManyPoints_LosesNothingAndDoesNothingTwice(string work, int kills, int firstSeed) => KillAsync(work, kills, firstSeed);

    private async Task KillAsync(string work, int kills, int firstSeed)
    {
        using DeliveredFiles files = new();
        await using Workload workload = await Workload.PrepareAsync(work, kind, files);
        (VictimRun undisturbed, IReadOnlyList<string> expected) = await UndisturbedAsync(workload, work);
        int late = 0;
        int seed = firstSeed + (SeedsOfAStore * (int)kind);
        for (int killed = 0; killed < kills; seed++)
        {
            Trail trail = new($"{kind}, {work}, seed {seed}", workload.Receipts);
            try
            {
                await KillUntilDoneAsync(workload, undisturbed, expected, trail, new Random(seed), seed, Math.Min(MostKillsOfOne, kills - killed));
            }
            catch
            {
                tally.AddUnsound();
                TestContext.Current.TestOutputHelper!.WriteLine($"{trail}: not in order");
                throw;
            }

            tally.AddSound(work, kind, trail.Kills, trail.Late);
            TestContext.Current.TestOutputHelper!.WriteLine($"{trail}: in order");
            killed += trail.Kills;
            late += trail.Late;
            Assert.True(late <= 10 + kills, $"{kind}, {work}: {late} points fell after the end of the work, {killed} within it.");
        }
    }

    private async Task<(VictimRun Run, IReadOnlyList<string> State)> UndisturbedAsync(Workload workload, string work)
    {
        await using StoreCopy copy = await workload.Template.CopyAsync();
        Trail trail = new($"{kind}, {work}, undisturbed", workload.Receipts);
        VictimRun run = await Victim.RunAsync(copy.Options, KillPoint.Never, workload.Arguments(0));
        trail.Add(KillPoint.Never, run);
        await using Store store = await TestStore.OpenAsync(copy.Options);
        await RegisterAudit.AssertReconciledAsync(store, $"{trail}");
        return (run, await RegisterState.ReadAsync(store, workload.Template.IsNothing));
    }

    private static async Task KillUntilDoneAsync(
        Workload workload, VictimRun undisturbed, IReadOnlyList<string> expected, Trail trail, Random random, int seed, int mostKills)
    {
        await using StoreCopy copy = await workload.Template.CopyAsync();
        int wanted = random.Next(1, mostKills + 1);
        do
        {
            KillPoint point = trail.Kills < wanted ? KillPoint.Draw(random, undisturbed) : KillPoint.Never;
            trail.Add(point, await Victim.RunAsync(copy.Options, point, workload.Arguments(seed)));
        }
        while (!trail.IsDone);

        await using Store store = await TestStore.OpenAsync(copy.Options);
        await RegisterAudit.AssertReconciledAsync(store, $"{trail}");
        string difference = RegisterState.Difference(expected, await RegisterState.ReadAsync(store, workload.Template.IsNothing));
        Assert.True(difference.Length == 0, $"{trail}: more (+) or fewer (-) than after an undisturbed run:\n{difference}");
    }
}

public sealed class KilledOnSqliteTests(FaultTally tally) : KilledWork(StoreKind.Sqlite, tally);

public sealed class KilledOnPostgresTests(FaultTally tally) : KilledWork(StoreKind.Postgres, tally);
