using Qingce.Checks.Verification;
using Qingce.Cli.Report;
using Qingce.Cli.Results;
using Qingce.Cli.Screens;
using Qingce.Cli.Workbooks;
using Qingce.Exchange.Inputs;
using Qingce.Tables;

namespace Qingce.Cli.Verifying;

/// <summary>Where the result of a verification goes and what belongs to it.</summary>
/// <param name="Folder">The folder; an earlier result in it is replaced whole.</param>
/// <param name="Workbooks">Whether each county gets a workbook.</param>
/// <param name="Unmasked">Whether the report shows people as they are.</param>
/// <param name="Timings">Whether timings are shown and written.</param>
internal readonly record struct VerifyOutput(string Folder, bool Workbooks, bool Unmasked, bool Timings);

/// <summary>A verification from the files to the folder of results.</summary>
internal static class VerifyRun
{
    private const int MostFaultsShown = 20;

    /// <summary>Verifies, writes the result and tells what came of it.</summary>
    /// <param name="screen">Where it is told.</param>
    /// <param name="request">What to verify.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="keep">Takes a result that went through, before its folder appears.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(
        Screen screen, VerificationRequest request, VerifyOutput output, CancellationToken cancellation, Action<VerificationResult>? keep = null)
    {
        // Begun first: a place that cannot be written should be known before minutes of work.
        using AtomicFolder folder = AtomicFolder.Begin(output.Folder, ResultFolder.MetricsFile);
        VerificationResult result;
        using (ProgressLine line = new(screen, TimeProvider.System))
        {
            StageProgress progress = new(screen, line);
            result = RegisterVerification.Run(request, progress, cancellation);
            if (result.Outcome == VerificationOutcome.Done)
            {
                Write(screen.Language, result, folder.TemporaryPath, output, progress, cancellation);
                cancellation.ThrowIfCancellationRequested();
                keep?.Invoke(result);
                folder.Commit();
            }
        }

        if (result.Outcome != VerificationOutcome.Done)
        {
            return Refuse(screen, result);
        }

        ResultFolder written = ResultFolder.Open(folder.Path);
        if (screen.Json)
        {
            screen.Write(SummaryJson.Write(written.ReadMetrics(), folder.Path));
        }
        else
        {
            Summary.Print(screen, written.ReadMetrics(), folder.Path, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime));
            if (output.Timings)
            {
                Timings.Print(screen, result.Timings);
            }
        }

        return ExitCode.Done;
    }

    private static void Write(
        Language language, VerificationResult result, string path, VerifyOutput output, StageProgress progress, CancellationToken cancellation)
    {
        result.Write(path, progress, cancellation);
        ResultFolder folder = ResultFolder.Open(path);
        File.WriteAllText(folder.PathOf(ResultFolder.ReportFile), ReportWriter.Make(folder, !output.Unmasked, language, result.CountyOf));
        if (output.Workbooks)
        {
            CountyWorkbooks.Write(folder, result.CountyOf, cancellation);
        }

        if (output.Timings)
        {
            Timings.Write(folder.PathOf(Timings.FileName), result.Timings);
        }
    }

    private static int Refuse(Screen screen, VerificationResult result)
    {
        foreach (InputFault fault in result.Faults.Take(MostFaultsShown))
        {
            screen.Fail(Tell(fault));
        }

        if (result.Faults.Count > MostFaultsShown)
        {
            int more = result.Faults.Count - MostFaultsShown;
            screen.Fail(new Phrase($"另有 {more} 处。", $"And {more} more."));
        }

        return result.Outcome == VerificationOutcome.TooManyRejects ? ExitCode.TooManyRejects : ExitCode.InputUnreadable;
    }

    private static Phrase Tell(InputFault fault)
    {
        string place = fault.File.Length == 0 || fault.English.StartsWith(fault.File, StringComparison.Ordinal) ? "" : fault.File;
        string row = fault.Row > 0 ? FormattableString.Invariant($", row {fault.Row}") : "";
        string rowInChinese = fault.Row > 0 ? FormattableString.Invariant($"，第 {fault.Row} 行") : "";
        string column = fault.Column.Length > 0 ? $", column {fault.Column}" : "";
        string columnInChinese = fault.Column.Length > 0 ? $"，“{fault.Column}”列" : "";
        return place.Length == 0
            ? new Phrase(fault.Chinese, fault.English)
            : new Phrase($"{place}{rowInChinese}{columnInChinese}：{fault.Chinese}", $"{place}{row}{column}: {fault.English}");
    }

    private sealed class StageProgress(Screen screen, ProgressLine line) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) => line.Report(
            value.Stage switch
            {
                VerificationStage.Opening => screen.Say("打开文件", "opening the files"),
                VerificationStage.ReadingRegister => screen.Say("读取登记", "reading the register"),
                VerificationStage.ReadingChanges => screen.Say("读取变更", "reading the changes"),
                VerificationStage.ReadingSources => screen.Say("读取数据源", "reading the sources"),
                VerificationStage.Deciding => screen.Say("核验", "checking"),
                VerificationStage.Linking => screen.Say("比对重复登记", "looking for duplicates"),
                VerificationStage.FetchingEvidence => screen.Say("收集证据", "fetching the evidence"),
                _ => screen.Say("写出结果", "writing the results"),
            },
            value.Share);
    }
}
