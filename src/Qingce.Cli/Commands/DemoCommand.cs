using Qingce.Checks.Verification;
using Qingce.Cli.Screens;
using Qingce.Cli.Verifying;
using Qingce.Simulation;

namespace Qingce.Cli.Commands;

/// <summary>Without a command: 100,000 invented people of two counties, their register made, verified and reported.</summary>
internal static class DemoCommand
{
    private const string SolutionFile = "Qingce.slnx";

    public static Task<int> RunAsync(Screen screen, CancellationToken cancellation)
    {
        string folder = Folder();
        string data = Path.Combine(folder, "data");
        screen.Note(new Phrase("虚构两个县（市、区）共十万人的户籍并核验……（用法见 qingce --help）", "Inventing two counties with 100,000 people and verifying their register ... (see qingce --help for everything else)"));
        SimulationTotals totals = SimulateCommand.Simulate(screen, data, new SimulationOptions(), cancellation);
        screen.Note(new Phrase(
            FormattableString.Invariant($"{data}：{totals.Registrations:N0} 条登记，{totals.SourceRows:N0} 条数据源。"),
            FormattableString.Invariant($"{data}: {totals.Registrations:N0} registrations, {totals.SourceRows:N0} source rows.")));
        return Task.FromResult(VerifyRun.Execute(
            screen, new VerificationRequest { Folder = data }, new VerifyOutput(Path.Combine(folder, "result"), Workbooks: false, Unmasked: false, Timings: false), cancellation));
    }

    /// <summary>artifacts/demo in a tree of the sources, otherwise a folder for temporary files.</summary>
    private static string Folder()
    {
        for (DirectoryInfo? place = new(AppContext.BaseDirectory); place is not null; place = place.Parent)
        {
            if (File.Exists(Path.Combine(place.FullName, SolutionFile)))
            {
                return Path.Combine(place.FullName, "artifacts", "demo");
            }
        }

        return Path.Combine(Path.GetTempPath(), $"qingce-demo-{Environment.UserName}");
    }
}
