using System.Text.RegularExpressions;
using Qingce.Checks.Findings;
using Qingce.Checks.Verification;
using Qingce.Exchange.Deliveries;
using Qingce.Simulation;
using Qingce.Storage.Importing;
using Qingce.Storage.Reading;
using Qingce.Testing;

namespace Qingce.Storage.Tests;

public sealed partial class VerificationFromStoreTests : EveryStore
{
    [Theory, MemberData(nameof(Kinds))]
    public async Task Verification_OfARegisterInTheStore_FindsWhatThatOfItsFilesFinds(StoreKind kind)
    {
        await using TestStore test = await TestStore.NewAsync(kind);
        string folder = Path.Combine(test.Folder, "province");
        Simulator.Run(new SimulationOptions { People = 3_000, Seed = 20250301 }, folder, null, Cancellation);
        ImportDelivery import = new(test.Store, TimeProvider.System);
        foreach ((string path, DeliveryKind delivered) in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (path, DeliveryKind.OfFile(path))).Where(file => file.Item2 is not null).Select(file => (file.path, file.Item2!.Value))
            .OrderBy(file => file.Value.Role))
        {
            await import.ExecuteAsync(new DeliveryRequest(path, delivered, "省厅"), null, Cancellation);
        }

        await using RegisterReading reading = await RegisterReading.BeginAsync(test.Store, 2, Cancellation);
        VerificationResult fromStore = RegisterVerification.Run(new VerificationRequest { Tables = reading.Inputs, Threads = 2 }, null, Cancellation);
        VerificationResult fromFiles = RegisterVerification.Run(new VerificationRequest { Folder = folder, Threads = 2 }, null, Cancellation);

        Assert.Equal(VerificationOutcome.Done, fromFiles.Outcome);
        Assert.Empty(fromStore.Faults);
        Assert.True(fromFiles.FindingCount > 100);
        Assert.Equal(InOrder(fromFiles, kind), InOrder(fromStore, kind));
        Assert.Equal(fromFiles.Metrics!.AsOf, fromStore.Metrics!.AsOf);
    }

    // The store keeps divisions with all their digits, and quotes them so. Partitions of PostgreSQL bring the registrations in another order, and of two
    // registrations the one that comes first is quoted first.
    private static IEnumerable<RenderedFinding> InOrder(VerificationResult result, StoreKind kind) => result.Findings()
        .Select(finding => kind == StoreKind.Postgres ? finding with { Evidence = "", TextChinese = "", TextEnglish = "" } : finding with { Evidence = Division().Replace(finding.Evidence, match => match.Groups[1].Value + match.Groups[2].Value.PadRight(12, '0')) })
        .OrderBy(finding => finding.FindingId, StringComparer.Ordinal);

    [GeneratedRegex("(\"field\":\"division\",\"value\":\")([0-9]{6,12})")]
    private static partial Regex Division();
}
