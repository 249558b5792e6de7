using System.CommandLine;
using System.Globalization;
using Qingce.Cli.Screens;
using Qingce.Simulation;
using Qingce.Tables;

namespace Qingce.Cli.Commands;

/// <summary><c>simulate</c>: an invented province with known errors.</summary>
internal static class SimulateCommand
{
    public static Command Create(Screen screen)
    {
        SimulationOptions defaults = new();
        Option<int> people = new("--people")
        {
            HelpName = "N",
            DefaultValueFactory = _ => defaults.People,
            Description = screen.Say("总人数。", "Number of people in all."),
        };
        Option<long> seed = new("--seed")
        {
            HelpName = "S",
            DefaultValueFactory = _ => defaults.Seed,
            Description = screen.Say("种子；相同的种子得到相同的文件。", "The seed; the same seed gives the same bytes."),
        };
        Option<string> format = new("--format") { DefaultValueFactory = _ => "parquet", Description = screen.Say("文件格式。", "Format of the files.") };
        format.AcceptOnlyFromAmong("parquet", "csv");
        Option<string> encoding = new("--encoding") { DefaultValueFactory = _ => "utf-8", Description = screen.Say("CSV 的编码。", "Encoding of CSV files.") };
        encoding.AcceptOnlyFromAmong("utf-8", "gb18030");
        Option<int> provinces = new("--provinces")
        {
            HelpName = "K",
            DefaultValueFactory = _ => defaults.Provinces,
            Description = screen.Say("省份数。", "Number of provinces."),
        };
        Option<double> rate = new("--error-rate")
        {
            HelpName = "R",
            DefaultValueFactory = _ => defaults.ErrorRate,
            Description = screen.Say("出错登记所占比例，0 为没有错误。", "Share of registrations made wrong; 0 gives a clean province."),
            CustomParser = argument => NumberOption.Share(screen, argument),
        };
        Option<DateOnly> until = new("--until")
        {
            HelpName = "DATE",
            // Told here: the help would write a default date as the culture of the machine has it.
            Description = screen.Say("模拟的最后一天，如 2025-12-31。", "The last simulated day, as 2025-12-31.")
                + string.Create(CultureInfo.InvariantCulture, $" [{screen.Say("默认：", "default: ")}{defaults.Until:yyyy-MM-dd}]"),
            CustomParser = argument => DateOption.Parse(screen, argument),
        };
        Option<string> output = CommonOptions.Out(screen);
        Option<int> threads = CommonOptions.Threads(screen);
        Command command = new("simulate", screen.Say(
            "虚构一个省：人口、户籍、23 类数据源，以及已知的错误。", "Invent a province: people, register, 23 kinds of source records, and known errors."))
        {
            people, seed, output, format, encoding, provinces, rate, until, threads, CommonOptions.Json(screen),
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(screen, parsed.GetValue(output)!, new SimulationOptions
        {
            People = parsed.GetValue(people),
            Seed = parsed.GetValue(seed),
            Format = parsed.GetValue(format) == "csv" ? TableFormat.Csv : TableFormat.Parquet,
            Encoding = parsed.GetValue(encoding) == "gb18030" ? TextEncoding.Gb18030 : TextEncoding.Utf8,
            Provinces = parsed.GetValue(provinces),
            ErrorRate = parsed.GetValue(rate),
            Until = parsed.GetResult(until) is null ? defaults.Until : parsed.GetValue(until),
            Threads = parsed.GetValue(threads),
        }, cancellation)));
        return command;
    }

    /// <summary>Runs a simulation with a progress line.</summary>
    public static SimulationTotals Simulate(Screen screen, string folder, SimulationOptions options, CancellationToken cancellation)
    {
        using ProgressLine line = new(screen, TimeProvider.System);
        try
        {
            return Simulator.Run(options, folder, new StepProgress(screen, line), cancellation);
        }
        catch (ArgumentOutOfRangeException error) when (error.ParamName is nameof(SimulationOptions.People) or nameof(SimulationOptions.Provinces)
            or nameof(SimulationOptions.ErrorRate) or nameof(SimulationOptions.Until))
        {
            throw new CommandFault(ExitCode.Usage, new Phrase(
                FormattableString.Invariant($"参数超出范围：--people 至少 {SimulationOptions.FewestPeople}，--provinces 为 1 至 {SimulationOptions.MostProvinces}，--error-rate 为 0 至 {SimulationOptions.MostErrorRate}，--until 为 {SimulationOptions.EarliestUntil:yyyy-MM-dd} 至 {SimulationOptions.LatestUntil:yyyy-MM-dd}。"),
                FormattableString.Invariant($"An option is out of bounds: --people is at least {SimulationOptions.FewestPeople}, --provinces 1 to {SimulationOptions.MostProvinces}, --error-rate 0 to {SimulationOptions.MostErrorRate}, --until from {SimulationOptions.EarliestUntil:yyyy-MM-dd} to {SimulationOptions.LatestUntil:yyyy-MM-dd}.")));
        }
    }

    private static int Run(Screen screen, string folder, SimulationOptions options, CancellationToken cancellation)
    {
        SimulationTotals totals = Simulate(screen, folder, options, cancellation);
        screen.Write(screen.Json
            ? FormattableString.Invariant($"{{\"people\": {totals.People}, \"registrations\": {totals.Registrations}, \"sourceRows\": {totals.SourceRows}, \"truthRows\": {totals.TruthRows}}}")
            : screen.Say(
                FormattableString.Invariant($"{folder}：{totals.People:N0} 人，{totals.Registrations:N0} 条登记，{totals.SourceRows:N0} 条数据源，{totals.TruthRows:N0} 条真值。"),
                FormattableString.Invariant($"{folder}: {totals.People:N0} people, {totals.Registrations:N0} registrations, {totals.SourceRows:N0} source rows, {totals.TruthRows:N0} rows of truth.")));
        return ExitCode.Done;
    }

    private sealed class StepProgress(Screen screen, ProgressLine line) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => line.Report(
            value.Step switch
            {
                SimulationStep.People => screen.Say("虚构人口", "inventing people"),
                SimulationStep.Errors => screen.Say("植入错误", "choosing errors"),
                _ => screen.Say("写出文件", "writing files"),
            },
            value.Total == 0 ? double.NaN : (double)value.Done / value.Total);
    }
}
