using System.Text.RegularExpressions;
using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Verification;
using Qingce.Exchange.Deliveries;
using Qingce.Register;
using Qingce.Simulation;
using Qingce.Storage.Importing;
using Qingce.Storage.Persons;
using Qingce.Storage.Reading;
using Qingce.Testing;

namespace Qingce.Storage.Tests;

public sealed partial class VerificationFromStoreTests : EveryStore
{
    [Theory, MemberData(nameof(Kinds))]
    public async Task Verification_OfARegisterInTheStore_FindsWhatThatOfItsFilesFinds(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        string folder = await FillAsync(test);

        VerificationResult fromStore = await VerifyAsync(test);
        VerificationResult fromFiles = RegisterVerification.Run(new VerificationRequest { Folder = folder, Threads = 2 }, null, Cancellation);

        Assert.Equal(VerificationOutcome.Done, fromFiles.Outcome);
        Assert.Empty(fromStore.Faults);
        Assert.True(fromFiles.FindingCount > 100);
        Assert.Equal(InOrder(fromFiles, kind), InOrder(fromStore, kind));
        Assert.Equal(fromFiles.Metrics!.AsOf, fromStore.Metrics!.AsOf);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Verification_AfterAReviewerSaidTwoPeople_FindsOneNumberOnThemAndNoDuplicate(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        await FillAsync(test);
        RenderedFinding[] duplicates = [.. (await VerifyAsync(test, Indicator.I01)).Findings()];
        RenderedFinding oneNumber = duplicates.First(finding => SaysOfNumbers(finding, "equal")), otherNumbers = duplicates.First(finding => SaysOfNumbers(finding, "slip"));
        await DecideAsync(test, oneNumber, SayDifferent.RunAsync);
        await DecideAsync(test, otherNumbers, SayDifferent.RunAsync);

        RenderedFinding[] decided = [.. (await VerifyAsync(test, Indicator.I01)).Findings()];

        Assert.Equal(duplicates.Length - 1, decided.Length);
        Assert.DoesNotContain(decided, finding => finding.RegistrationIds == otherNumbers.RegistrationIds);
        Assert.Contains("同一公民身份号码", Assert.Single(decided, finding => finding.RegistrationIds == oneNumber.RegistrationIds).TextChinese);

        await DecideAsync(test, otherNumbers, SayDifferent.TakeBackAsync);

        Assert.Contains((await VerifyAsync(test, Indicator.I01)).Findings(), finding => finding.FindingId == otherNumbers.FindingId);
    }

    private static async Task<string> FillAsync(TestStore test)
    {
        string folder = Path.Combine(test.Folder, "province");
        Simulator.Run(new SimulationOptions { People = 3_000, Seed = 20250301 }, folder, null, Cancellation);
        ImportDelivery import = new(test.Store, TimeProvider.System);
        foreach ((string path, DeliveryKind delivered) in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (path, DeliveryKind.OfFile(path))).Where(file => file.Item2 is not null).Select(file => (file.path, file.Item2!.Value))
            .OrderBy(file => file.Value.Role))
        {
            await import.ExecuteAsync(new DeliveryRequest(path, delivered, "省厅"), null, Cancellation);
        }

        return folder;
    }

    private static async Task<VerificationResult> VerifyAsync(TestStore test, Indicator? only = null)
    {
        await using RegisterReading reading = await RegisterReading.BeginAsync(test.Store, 2, Cancellation);
        return RegisterVerification.Run(
            new VerificationRequest { Tables = reading.Inputs, KeptApart = reading.KeptApart, Only = only is { } one ? new HashSet<Indicator> { one } : null, Threads = 2 }, null, Cancellation);
    }

    private static bool SaysOfNumbers(RenderedFinding finding, string level) =>
        finding.TextChinese.StartsWith("两条在册登记", StringComparison.Ordinal) && finding.TextEnglish.Contains(level == "equal" ? "citizen number is the same" : "one slip apart", StringComparison.Ordinal);

    private static async Task DecideAsync(
        TestStore test, RenderedFinding pair, Func<Store, StoreWrite, string, string, Actor, string, CancellationToken, Task<BrokenRule?>> say)
    {
        string[] ids = pair.RegistrationIds.Split(';');
        await using StoreWrite write = await test.Store.WriteAsync(Cancellation);
        Assert.Null(await say(test.Store, write, ids[0], ids[1], new Actor("李警官"), "two people", Cancellation));
        await write.CommitAsync(Cancellation);
    }

    // The store keeps divisions with all their digits, and quotes them so. Partitions of PostgreSQL bring the registrations in another order, and of two
    // registrations the one that comes first is quoted first.
    private static IEnumerable<RenderedFinding> InOrder(VerificationResult result, StoreKind kind) => result.Findings()
        .Select(finding => kind == StoreKind.Postgres ? finding with { Evidence = "", TextChinese = "", TextEnglish = "" } : finding with { Evidence = Division().Replace(finding.Evidence, match => match.Groups[1].Value + match.Groups[2].Value.PadRight(12, '0')) })
        .OrderBy(finding => finding.FindingId, StringComparer.Ordinal);

    [GeneratedRegex("(\"field\":\"division\",\"value\":\")([0-9]{6,12})")]
    private static partial Regex Division();
}
