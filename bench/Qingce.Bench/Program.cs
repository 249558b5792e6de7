using Qingce.Bench;
using Qingce.Bench.Accuracy;
using Qingce.Bench.Kernels;
using Qingce.Bench.Live;
using Qingce.Bench.People;
using Qingce.Bench.Stores;

const string usage = """
    qingce-bench kernels [BenchmarkDotNet arguments]     the innermost functions, time and allocated bytes
    qingce-bench simulate [--people N] [--runs R]        an invented province, whole process
    qingce-bench verify [--people N] [--runs R]          a verification without linkage, whole process, beside DuckDB reading the same files
    qingce-bench people --rows N --out FILE [--seed S] [--skew] [--format csv|parquet]   Chinese person rows, a fifth of them corrupted second ones
    qingce-bench link --rows N [--seed S] [--runs R] [--skew] [--format csv|parquet] [--alone]   the whole command link over those rows, beside
                                                         DuckDB doing the same in SQL (--alone: without it)
    qingce-bench link --file FILE [--runs R] [--threads T]   those rows linked in this process, stage by stage
    qingce-bench live --rows N [--file FILE] [--skew]    a persistent index of those rows: make, open, find one, put one
    qingce-bench events [--rows N] [--people P]          live events over HTTP, one a request: a server with a register, events a second and time to the finding
    qingce-bench link-accuracy [--data DIR] [--seed S]   precision and recall without set-up on the sets of a folder and on invented ones
    qingce-bench accuracy [--people N] [--seed S] [--runs R]   precision and recall on R provinces from seed S on
    qingce-bench store [--rows N] [--seed S]             a register on PostgreSQL: import, reading out, start-up, fifty clients searching over HTTP
    qingce-bench import [--rows N] [--seed S]            a register file into SQLite and PostgreSQL, beside a bare COPY
    Whole-process runs need ./run to have been built; data is kept in artifacts/bench. --record writes the table to bench/results, or docs/accuracy.md.
    """;

if (args is [] or ["--help" or "-h"] or [not "kernels", .., "--help" or "-h"])
{
    (args.Length == 0 ? Console.Error : Console.Out).WriteLine(usage);
    return args.Length == 0 ? 2 : 0;
}

if (args[0] == "kernels")
{
    string[] chosen = [.. args[1..].Where(arg => arg != "--record")];
    ResultTable kernels = KernelsRun.Measure(chosen);
    Console.WriteLine(kernels.ToMarkdown());
    if (args.Contains("--record") && chosen.Length == 0 && kernels.Rows > 0)
    {
        Console.WriteLine($"Written to {kernels.Save("kernels")}");
    }

    return kernels.Rows > 0 ? 0 : 1;
}

BenchArguments arguments = BenchArguments.Read(args[1..]);
if (args[0] == "accuracy")
{
    Console.WriteLine(AccuracyRun.Measure(arguments));
    return 0;
}

if (args[0] == "link-accuracy")
{
    (ResultTable sets, ResultTable ablation, ResultTable kin) = LinkAccuracyRun.Measure(arguments.Data, arguments.Seed);
    Console.WriteLine(sets.ToMarkdown());
    Console.WriteLine(ablation.ToMarkdown());
    Console.WriteLine(kin.ToMarkdown());
    return 0;
}

if (args[0] == "link-duckdb")
{
    DuckDbLinkage.Run(arguments.File, arguments.Model, arguments.Into);
    return 0;
}

if (args[0] == "people")
{
    PeopleRun.Write(arguments.Rows, arguments.Seed, arguments.File, arguments.Skew, arguments.Parquet);
    return 0;
}

ResultTable table = args[0] switch
{
    "simulate" => SimulateRun.Measure(arguments),
    "link" when arguments.File.Length == 0 => LinkProcessRun.Measure(arguments),
    "link" => LinkRun.Measure(arguments),
    "live" => LiveRun.Measure(arguments),
    "store" => StoreRun.Measure(arguments),
    "import" => ImportRun.Measure(arguments),
    "verify" => VerifyRun.Measure(arguments),
    "events" => EventsRun.Measure(arguments),
    _ => throw new ArgumentException($"Unknown benchmark '{args[0]}'.\n{usage}"),
};
Console.WriteLine(table.ToMarkdown());
if (arguments.Record)
{
    Console.WriteLine($"Written to {table.Save(args[0])}");
}

return 0;
