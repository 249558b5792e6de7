using Qingce.Storage;
using Qingce.Testing;

namespace Qingce.Faults.Tests;

/// <summary>
/// Imports that are ended as kill -9 does at points drawn from a seed, some of them by themselves in the midst of what the store does, some from
/// outside at a line of their output, and begun again until they come to their end.
/// </summary>
public sealed class KilledImportTests
{
    private const int SeedsOfTheTest = 10;
    private const int SeedsOfTheLongRun = 100;
    private const int MostKillsOfOne = 4;

    public static TheoryData<StoreKind> Kinds => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory, MemberData(nameof(Kinds))]
    public Task Import_KilledAtSeededPoints_LosesNothingAndTakesNothingTwice(StoreKind kind) => KillAsync(kind, 1, SeedsOfTheTest);

    [Theory, MemberData(nameof(Kinds)), Trait("Category", "Long")]
    public Task Import_KilledAtManyPoints_LosesNothingAndTakesNothingTwice(StoreKind kind) => KillAsync(kind, 1001, SeedsOfTheLongRun);

    private static async Task KillAsync(StoreKind kind, int firstSeed, int seeds)
    {
        using DeliveredFiles files = new();
        (int points, int lines) = await UndisturbedAsync(kind, files);
        int kills = 0;
        for (int seed = firstSeed; seed < firstSeed + seeds; seed++)
        {
            await using TestStore test = await TestStore.NewAsync(kind);
            int killed = await KillUntilDoneAsync(test.Store.Options, files, points, lines, new Random(seed), seed);
            kills += killed;
            await RegisterAudit.AssertCompleteAsync(test.Store, $"{kind}, seed {seed}, {killed} kills");
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"Faults: {kind}: {seeds} seeds from {firstSeed}, {kills} kills among {points} points: nothing lost, nothing twice, every count adds up.");
        Assert.True(kills >= seeds / 2, $"Only {kills} of {seeds} were killed at all.");
    }

    private static async Task<(int Points, int Lines)> UndisturbedAsync(StoreKind kind, DeliveredFiles files)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        (bool wasKilled, IReadOnlyList<string> lines) = await Victim.RunAsync(test.Store.Options, Victim.Never, Victim.Never, files.All);
        Assert.False(wasKilled);
        Assert.Equal(DeliveredFiles.Receipts, Receipts(lines));
        await RegisterAudit.AssertCompleteAsync(test.Store, $"{kind}, undisturbed");
        return (Victim.Points(lines), lines.Count);
    }

    private static async Task<int> KillUntilDoneAsync(StoreOptions store, DeliveredFiles files, int points, int lines, Random random, int seed)
    {
        for (int killed = 0; ; killed++)
        {
            bool fromOutside = random.Next(3) == 0;
            int at = killed == MostKillsOfOne ? Victim.Never : fromOutside ? Victim.Never : random.Next(1, points + 1);
            int atLine = killed < MostKillsOfOne && fromOutside ? random.Next(1, lines + 1) : Victim.Never;
            (bool wasKilled, IReadOnlyList<string> said) = await Victim.RunAsync(store, at, atLine, files.All);
            if (!wasKilled)
            {
                Assert.True(DeliveredFiles.Receipts.SequenceEqual(Receipts(said)), $"seed {seed}: {string.Join("; ", said)}");
                return killed;
            }
        }
    }

    private static IEnumerable<string> Receipts(IReadOnlyList<string> lines) =>
        lines.Where(line => line.StartsWith("receipt ", StringComparison.Ordinal)).Select(line => line["receipt ".Length..]);
}
