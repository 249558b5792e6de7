using System.Diagnostics;
using System.Globalization;
using Qingce.Linkage;
using Qingce.Linkage.Chinese;
using Qingce.Tables;

namespace Qingce.Bench.People;

/// <summary>Links a file of invented people in this process, stage by stage, with its truth beside it.</summary>
internal static class LinkRun
{
    public static ResultTable Measure(BenchArguments arguments)
    {
        ResultTable result = new($"link {Path.GetFileName(arguments.File)}, {arguments.Threads} threads", "stage", "wall s", "cpu s", "peak MiB");
        for (int run = 0; run < arguments.Runs; run++)
        {
            LinkageModel start = PersonModel.Of(new PersonHeaders { Name = "name", Number = "id_no", Birth = "dob", Sex = "sex", Phone = "phone", Address = "addr" });
            LinkTable table = Stage(result, "read", () => LinkTableReader.Read(
                [("people", TableFiles.Of(arguments.File))], "unique_id", start.Columns!, ChineseWords.Vocabulary, arguments.Threads));
            Linker linker = new(table, ChineseWords.Vocabulary, new SearchOptions { Threads = arguments.Threads });
            TrainingResult trained = Stage(result, "train", () => linker.Train(start));
            PairSearchResult found = Stage(result, "find", () => linker.Find(trained.Model, 0));
            foreach (BlockingReport pass in found.Passes)
            {
                result.Add($"- {pass.Pass}", $"{pass.Compared:N0} compared", $"{pass.Oversized:N0} oversized", $"{pass.NotCompared:N0} not compared");
            }

            result.Add("pairs", $"{found.Pairs.Count:N0}", Accuracy(arguments.File, table.Rows, found), $"{trained.Model.MatchesPerRow:0.0000} per row");
        }

        return result;
    }

    private static T Stage<T>(ResultTable result, string name, Func<T> stage)
    {
        Process process = Process.GetCurrentProcess();
        double before = process.TotalProcessorTime.TotalSeconds;
        Stopwatch clock = Stopwatch.StartNew();
        T made = stage();
        process.Refresh();
        result.Add(name, clock.Elapsed.TotalSeconds, process.TotalProcessorTime.TotalSeconds - before, $"{process.PeakWorkingSet64 >> 20}");
        return made;
    }

    private static string Accuracy(string file, int rows, PairSearchResult found)
    {
        if (!File.Exists($"{file}.truth.csv"))
        {
            return "";
        }

        int[] persons = new int[rows];
        int row = 0;
        foreach (string line in File.ReadLines($"{file}.truth.csv").Skip(1))
        {
            persons[row++] = int.Parse(line.AsSpan(line.IndexOf(',', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        }

        int[] counts = new int[rows];
        long pairs = 0;
        foreach (int person in persons)
        {
            pairs += counts[person]++;
        }

        long right = found.Pairs.LongCount(p => persons[p.Left] == persons[p.Right]);
        return $"precision {right / (double)found.Pairs.Count:0.0000}, recall {right / (double)pairs:0.0000}";
    }
}
