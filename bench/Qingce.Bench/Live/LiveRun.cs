using System.Diagnostics;
using Qingce.Bench.People;
using Qingce.Linkage;
using Qingce.Tables;

namespace Qingce.Bench.Live;

/// <summary>A persistent index of invented people: making it, opening it, finding one record, putting one.</summary>
internal static class LiveRun
{
    private const int Probes = 100_000;
    private const int Writers = 64;
    private const int UnderWay = 1024;
    private const double Seconds = 5;
    private static double s_cpu;

    public static ResultTable Measure(BenchArguments arguments)
    {
        string data = Path.Combine(MeasuredProcess.RepositoryRoot, "artifacts", "bench");
        string people = arguments.File.Length > 0 ? arguments.File : Path.Combine(data, $"people-{arguments.Rows}-{arguments.Seed}{(arguments.Skew ? "-skew" : "")}.csv");
        string folder = $"{people}.index";
        Directory.CreateDirectory(data);
        if (!File.Exists(people))
        {
            PeopleRun.Write(arguments.Rows, arguments.Seed, people, arguments.Skew, parquet: false);
        }

        ResultTable result = new($"live index of {arguments.Rows:N0} people{(arguments.Skew ? ", skewed" : "")}", "what", "figure", "");
        Create(arguments, people, folder, result);
        Open(folder, result, "open");
        string?[][] probes = ProbeRecords.Of(arguments.Seed, (int)(arguments.Rows * 0.8), Probes, arguments.Skew);
        using (LinkIndex index = LinkIndex.Open(folder, LinkageVocabulary.General))
        {
            Find(index, probes, arguments.Threads, result, "find");
            Put(index, probes, result);
            Find(index, probes, arguments.Threads, result, $"find after puts, {index.Segments} segments");
        }

        Open(folder, result, "open after puts");
        return result;
    }

    private static void Create(BenchArguments arguments, string people, string folder, ResultTable result)
    {
        LinkageModel start = PeopleModel.Untrained;
        LinkTable table = LinkTableReader.Read([("people", TableFiles.Of(people))], "unique_id", start.Columns!, LinkageVocabulary.General, arguments.Threads);
        LinkageModel model = new Linker(table, LinkageVocabulary.General, new SearchOptions { Threads = arguments.Threads }).Train(start).Model;
        double made = Timed(() => LinkIndex.Create(folder, table, model, LinkageVocabulary.General, new LinkIndexOptions { Threads = arguments.Threads }).Dispose());
        long bytes = Directory.EnumerateFiles(folder).Sum(f => new FileInfo(f).Length);
        result.Add("create from a table in memory", $"{made:0.0} s", $"{s_cpu:0.0} s of processor time; {bytes / (double)table.Rows:0} bytes a row, {bytes >> 20:N0} MiB");
    }

    private static void Open(string folder, ResultTable result, string what)
    {
        double[] times = new double[5];
        double cpu = 0;
        for (int i = 0; i < times.Length; i++)
        {
            times[i] = Timed(() => LinkIndex.Open(folder, LinkageVocabulary.General).Dispose()) * 1000;
            cpu += s_cpu * 1000 / times.Length;
        }

        Array.Sort(times);
        result.Add($"{what}, median of five", $"{times[2]:0.0} ms", $"worst {times[^1]:0.0} ms; {cpu:0} ms of processor time");
    }

    private static void Find(LinkIndex index, string?[][] probes, int threads, ResultTable result, string what)
    {
        double threshold = MatchWeight.FromProbability(0.5).Bits;
        long matches = 0, compared = 0;
        double cold = Timed(() => Array.ForEach(probes[..(Probes / 10)], p => index.Find(p, threshold)));
        result.Add($"{what}, first {Probes / 10:N0}, pages not touched before", $"{Probes / 10 / cold:N0} a second", "one thread");
        double[] times = new double[Probes], own = new double[Probes];
        (long switchesBefore, long faultsBefore) = ThreadTime.Interruptions();
        double all = Timed(() =>
        {
            for (int i = 0; i < Probes; i++)
            {
                double processor = ThreadTime.Microseconds();
                long start = Stopwatch.GetTimestamp();
                IndexFinding found = index.Find(probes[i], threshold);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                own[i] = ThreadTime.Microseconds() - processor;
                matches += found.Matches.Count;
                compared += found.Compared;
            }
        });
        (long switches, long faults) = ThreadTime.Interruptions();
        Array.Sort(times);
        Array.Sort(own);
        result.Add(
            $"{what}, one record",
            $"p50 {times[Probes / 2]:0} µs, p99 {times[Probes * 99 / 100]:0} µs, p99.9 {times[Probes / 1000 * 999]:0} µs",
            $"worst {times[^1]:0} µs; {compared / (double)Probes:0.0} compared, {matches / (double)Probes:0.00} matches; {switches - switchesBefore:N0} times put off by other work, {faults - faultsBefore:N0} pages read from disk");
        result.Add(
            $"{what}, one record, processor time of its thread", $"p50 {own[Probes / 2]:0} µs, p99 {own[Probes * 99 / 100]:0} µs, p99.9 {own[Probes / 1000 * 999]:0} µs",
            "what it takes when nothing else wants the processor");
        result.Add($"{what}, one thread", $"{Probes / all:N0} a second", $"{s_cpu / Probes * 1e6:0.0} µs of processor time each");
        double together = Timed(() => Parallel.For(0, Probes, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => index.Find(probes[i], threshold)));
        result.Add($"{what}, {threads} threads", $"{Probes / together:N0} a second", $"{s_cpu / Probes * 1e6:0.0} µs of processor time each");
    }

    private static void Put(LinkIndex index, string?[][] probes, ResultTable result)
    {
        int next = 0;
        void PutOne()
        {
            int i = Interlocked.Increment(ref next);
            index.Put($"new{i}", probes[i % probes.Length]);
        }

        double alone = Timed(() => During(PutOne));
        result.Add("put, one thread, one a call", $"{next / alone:N0} a second", $"{alone / next * 1e6:N0} µs each: a wait for the disk");
        int alonePuts = next;
        Queue<Task> underWay = new();
        double pipelined = Timed(() => During(() =>
        {
            int i = ++next;
            underWay.Enqueue(index.PutAsync($"new{i}", probes[i % probes.Length]));
            if (underWay.Count == UnderWay)
            {
                underWay.Dequeue().GetAwaiter().GetResult();
            }
        }));
        Task.WhenAll(underWay).GetAwaiter().GetResult();
        result.Add(
            $"put, one thread, up to {UnderWay:N0} under way", $"{(next - alonePuts) / pipelined:N0} a second",
            $"PutAsync: each acknowledged when it is on disk; {s_cpu / (next - alonePuts) * 1e6:0.0} µs of processor time each");
        next = 1_000_000;
        double together = Timed(() =>
        {
            Thread[] writers = [.. Enumerable.Range(0, Writers).Select(_ => new Thread(() => During(PutOne)))];
            Array.ForEach(writers, w => w.Start());
            Array.ForEach(writers, w => w.Join());
        });
        result.Add($"put, {Writers} threads, one a call", $"{(next - 1_000_000) / together:N0} a second", $"threads share waits; {s_cpu / (next - 1_000_000) * 1e6:0.0} µs of processor time each");
        foreach (int size in (int[])[100, 1000])
        {
            next = 2_000_000 * size;
            int first = next;
            double batches = Timed(() => During(() =>
            {
                index.Put(Enumerable.Range(next, size).Select(i => new IndexRecord($"new{i}", probes[i % probes.Length])));
                next += size;
            }));
            result.Add($"put, {size} a call", $"{(next - first) / batches:N0} a second", $"one wait a call; {s_cpu / (next - first) * 1e6:0.0} µs of processor time each");
        }
    }

    private static void During(Action action)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < Seconds)
        {
            action();
        }
    }

    private static double ProcessorTime() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static double Timed(Action action)
    {
        double before = ProcessorTime();
        Stopwatch clock = Stopwatch.StartNew();
        action();
        s_cpu = ProcessorTime() - before;
        return clock.Elapsed.TotalSeconds;
    }
}
