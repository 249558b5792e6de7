using System.Text.Json;
using Qingce.Checks.Results;
using Qingce.Checks.Verification;
using Qingce.Cli.Importing;
using Qingce.Cli.Screens;
using Qingce.Exchange.Inputs;
using Qingce.Server.Findings;
using Qingce.Storage;
using Qingce.Storage.Reading;
using Qingce.Storage.Verifications;

namespace Qingce.Cli.Verifying;

/// <summary>A verification straight from the register of record: read as it stands at one moment, and its findings written back.</summary>
internal static class VerifyStore
{
    /// <summary>Verifies the register of a store, writes the result to the folder and the findings to the store, and tells what came of it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ExecuteAsync(
        Screen screen, VerificationRequest request, VerifyOutput output, string folder, string? database, CancellationToken cancellation)
    {
        DateTimeOffset started = TimeProvider.System.GetUtcNow();
        await using Store store = await StoreOpening.OpenExistingAsync(folder, database, cancellation);
        await using RegisterReading reading = await RegisterReading.BeginAsync(store, request.Threads, cancellation);
        if (!reading.Inputs.Any(input => input.Role == InputRole.Register))
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                "登记库中还没有登记，请先用 qingce import 导入。", "The register of record is empty. Take files into it first: qingce import."));
        }

        // A run is synchronous from end to end, and this thread is its own: nobody else waits for it.
        return VerifyRun.Execute(
            screen, request with { Tables = reading.Inputs, KeptApart = reading.KeptApart }, output, cancellation,
            result => KeepAsync(store, result, started, cancellation).GetAwaiter().GetResult());
    }

    // Findings and verification in one transaction: a verification that was cut off leaves nothing.
    private static async Task KeepAsync(Store store, VerificationResult result, DateTimeOffset started, CancellationToken cancellation)
    {
        Guid id = Guid.CreateVersion7(started);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await using StoreWrite write = await store.WriteAsync(cancellation);
        await VerificationFindings.InsertAsync(store, write, result.Findings().Select(finding => FindingTexts.Row(finding, id, store.Keys, now)), cancellation);
        write.Context.Add(new StoredVerification
        {
            VerificationId = id,
            StartedAt = started,
            FinishedAt = now,
            AsOf = result.Metrics!.AsOf,
            StartedBy = Environment.UserName,
            Findings = result.FindingCount,
            Metrics = JsonSerializer.Serialize(result.Metrics, MetricsJson.Default.Metrics),
        });
        await write.CommitAsync(cancellation);
    }
}
