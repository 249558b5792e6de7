using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingce.Register;
using Qingce.Storage.Changes;
using Qingce.Storage.Persons;
using Qingce.Storage.Registrations;
using Qingce.Testing;

namespace Qingce.Storage.Tests.Changes;

/// <summary>Merges, undos, births and other changes by a process that is killed at points drawn from a seed, and begun again until all is done.</summary>
public sealed class KilledChangesTests : EveryStore
{
    private const int SeedsOfTheTest = 2;
    private const int SeedsOfTheLongRun = 50;
    private const int MostKillsOfOne = 3;
    private const string Variable = "QINGCE_KILLED_CHANGES";

    [Theory, MemberData(nameof(Kinds))]
    public Task Changes_KilledAtSeededPoints_AreThereOnceOrNotAtAll(StoreKind kind) => KillAsync(kind, 1, SeedsOfTheTest);

    [Theory, MemberData(nameof(Kinds)), Trait("Category", "Long")]
    public Task Changes_KilledAtManyPoints_AreThereOnceOrNotAtAll(StoreKind kind) => KillAsync(kind, 1001, SeedsOfTheLongRun);

    /// <summary>What the killed process does; run by the other tests alone.</summary>
    [Fact(Explicit = true)]
    public async Task Changes_UntilKilled()
    {
        string[] arguments = Environment.GetEnvironmentVariable(Variable)!.Split('|');
        KillPoint point = new(int.Parse(arguments[0], CultureInfo.InvariantCulture));
        await using Store store = await TestStore.OpenAsync(new StoreOptions { DataFolder = arguments[2], Database = arguments[3] is { Length: > 0 } database ? database : null });
        using IDisposable watching = DiagnosticListener.AllListeners.Subscribe(point);
        await ChangeWork.RunAsync(store, int.Parse(arguments[1], CultureInfo.InvariantCulture), _ => { });
        await File.WriteAllTextAsync(Path.Combine(arguments[2], "points"), point.Count.ToString(CultureInfo.InvariantCulture), Cancellation);
    }

    private static async Task KillAsync(StoreKind kind, int firstSeed, int seeds)
    {
        (int points, Dictionary<string, RegistrationContent> expected) = await UndisturbedAsync(kind);
        int kills = 0;
        for (int seed = firstSeed; seed < firstSeed + seeds; seed++)
        {
            await using TestStore test = await BeginAsync(kind);
            Random random = new(seed);
            int killed = 0;
            while (!await RunAsync(test.Store, seed, killed < MostKillsOfOne ? random.Next(1, points + 1) : int.MaxValue))
            {
                killed++;
            }

            kills += killed;
            await AuditAsync(test.Store, expected, $"{kind}, seed {seed}, {killed} kills");
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"Faults: {kind}: {seeds} seeds from {firstSeed}, {kills} kills among {points} points: every change there once.");
        Assert.True(kills >= seeds / 2, $"Only {kills} of {seeds} were killed at all.");
    }

    private static async Task<(int Points, Dictionary<string, RegistrationContent> Contents)> UndisturbedAsync(StoreKind kind)
    {
        await using TestStore test = await BeginAsync(kind);
        Assert.True(await RunAsync(test.Store, 0, int.MaxValue));
        Dictionary<string, RegistrationContent> contents = await ContentsAsync(test.Store);
        await AuditAsync(test.Store, contents, $"{kind}, undisturbed");
        return (int.Parse(await File.ReadAllTextAsync(Path.Combine(test.Folder, "points"), Cancellation), CultureInfo.InvariantCulture), contents);
    }

    private static async Task<TestStore> BeginAsync(StoreKind kind)
    {
        TestStore test = await TestStore.NewAsync(kind);
        await using StoreWrite write = await test.Store.WriteAsync(Cancellation);
        foreach (RegistrationContent content in ChangeWork.Registrations())
        {
            Registration row = new() { RegistrationId = content.RegistrationId, KnownFrom = Village.Known };
            row.Take(content, test.Store.Keys);
            write.Context.Add(row);
        }

        await write.CommitAsync(Cancellation);
        return test;
    }

    /// <returns>Whether it came to its end.</returns>
    private static async Task<bool> RunAsync(Store store, int seed, int killAt)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, ["-method", $"{typeof(KilledChangesTests).FullName}.{nameof(Changes_UntilKilled)}", "-explicit", "only"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Variable] = $"{killAt}|{seed}|{store.Options.DataFolder}|{store.Options.Database}";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancellation);
        string said = await process.StandardOutput.ReadToEndAsync(Cancellation) + await errors;
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode is 0 or 137, $"seed {seed}, point {killAt}: exit code {process.ExitCode}: {said}");
        return process.ExitCode == 0;
    }

    private static async Task AuditAsync(Store store, Dictionary<string, RegistrationContent> expected, string place)
    {
        await using RegisterContext context = store.Read();
        Guid[] recorded = [.. (await context.Changes.Select(change => change.ChangeId).ToArrayAsync(Cancellation)).Order()];
        IEnumerable<Guid> wanted = Enumerable.Range(0, ChangeWork.Pairs).SelectMany(pair => Enumerable.Range(0, ChangeWork.Steps).Select(step => ChangeWork.Id(pair, step)));
        Assert.True(wanted.Order().SequenceEqual(recorded), $"{place}: {recorded.Length} changes");
        Assert.Equal(recorded.Length, await context.Outbox.CountAsync(Cancellation));
        Assert.Equal(expected, await ContentsAsync(store));
        foreach (Registration row in await context.Registrations.AsNoTracking().ToListAsync(Cancellation))
        {
            ShownHistory shown = (await ShowHistory.OfAsync(store, row.RegistrationId, Cancellation))!;
            Assert.True(shown.History.Present.Equals(row.Content(store.Keys)), $"{place}: {row.RegistrationId} is not what its history comes to");
            Assert.Equal(1 + shown.History.Entries.Length, row.Version);
        }

        // The merge was undone and the undo undone: each pair is one person by the last word.
        Assert.Equal(ChangeWork.Pairs, (await StandingWords.AllAsync(context, Cancellation)).Count(word => word.Verdict == PersonVerdict.Same));
    }

    private static async Task<Dictionary<string, RegistrationContent>> ContentsAsync(Store store)
    {
        await using RegisterContext context = store.Read();
        return (await context.Registrations.AsNoTracking().ToListAsync(Cancellation)).ToDictionary(row => row.RegistrationId, row => row.Content(store.Keys));
    }
}
