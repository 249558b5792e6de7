using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Qingce.Bench;

/// <summary>
/// How right the findings are on invented provinces: precision and recall of each indicator over several seeds, the error rate
/// of counties, and what a clean province raises. Writes docs/accuracy.md.
/// </summary>
internal static class AccuracyRun
{
    private const string Introduction = """
        # Accuracy

        Made by `dotnet run -c Release --project bench/Qingce.Bench -- accuracy --record`, with the size and the seeds below: provinces are invented with the seeds named, verified, and held against
        what was planted. Nobody tuned a check on these seeds. A pair of (registration, indicator) counts once; for I01 an
        unordered pair of registrations. Over all seeds together:

        """;

    public static string Measure(BenchArguments arguments)
    {
        SortedDictionary<string, Counts> indicators = new(StringComparer.Ordinal);
        StringBuilder text = new(Introduction);
        StringBuilder counties = new();
        List<int> seeds = [.. Enumerable.Range(arguments.Seed, arguments.Runs)];
        foreach (int seed in seeds)
        {
            using JsonDocument evaluation = Evaluate(arguments with { Seed = seed }, "0.083");
            foreach (JsonProperty indicator in evaluation.RootElement.EnumerateObject().Where(p => IsIndicator(p.Name)))
            {
                indicators[indicator.Name] = indicators.GetValueOrDefault(indicator.Name) + Counts.Read(indicator.Value);
            }

            counties.AppendLine(CultureInfo.InvariantCulture, $"| {seed} | {LargestCountyDifference(evaluation):0.0000} |");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{arguments.People:N0} people each, seeds {string.Join(", ", seeds)}.").AppendLine();
        text.AppendLine("| indicator | right | wrong | missed | precision | recall |").AppendLine("| --- | --- | --- | --- | --- | --- |");
        foreach ((string indicator, Counts counts) in indicators)
        {
            text.AppendLine(counts.Row(indicator));
        }

        text.AppendLine().AppendLine("Largest difference between a county's suspected error rate and the planted one (both between 0 and 1):").AppendLine();
        text.AppendLine("| seed | difference |").AppendLine("| --- | --- |").Append(counties).AppendLine();
        AppendClean(text, arguments with { Seed = seeds[^1] + 1 });
        string path = Path.Combine(MeasuredProcess.RepositoryRoot, "docs", "accuracy.md");
        if (arguments.Record)
        {
            File.WriteAllText(path, text.ToString());
        }

        return text.ToString();
    }

    private static void AppendClean(StringBuilder text, BenchArguments arguments)
    {
        using JsonDocument evaluation = Evaluate(arguments, "0");
        text.AppendLine(CultureInfo.InvariantCulture, $"A province without planted errors (seed {arguments.Seed}, `--error-rate 0`); the bound is 0.1% of registrations for all but I07 and I08:").AppendLine();
        text.AppendLine("| indicator | registrations or pairs raised | share of registrations |").AppendLine("| --- | --- | --- |");
        foreach (JsonProperty indicator in evaluation.RootElement.EnumerateObject().Where(p => IsIndicator(p.Name)))
        {
            long raised = Counts.Read(indicator.Value).Wrong;
            if (indicator.Name is not ("I07" or "I08"))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"| {indicator.Name} | {raised} | {100.0 * raised / arguments.People:0.0000}% |");
            }
        }
    }

    private static JsonDocument Evaluate(BenchArguments arguments, string errorRate)
    {
        string data = $"{MeasuredProcess.DataFolder(arguments)}-rate-{errorRate}";
        string result = $"{data}-result";
        MeasuredProcess.Qingce("simulate", "--people", $"{arguments.People}", "--seed", $"{arguments.Seed}", "--error-rate", errorRate, "--out", data);
        MeasuredProcess.Qingce("verify", data, "--out", result);
        return JsonDocument.Parse(MeasuredProcess.Qingce("evaluate", "--truth", data, "--result", result, "--json").Output);
    }

    private static bool IsIndicator(string name) => name.Length == 3 && name[0] == 'I' && char.IsAsciiDigit(name[1]);

    private static double LargestCountyDifference(JsonDocument evaluation) =>
        evaluation.RootElement.TryGetProperty("counties", out JsonElement counties)
            ? counties.EnumerateArray().Max(county => Math.Abs(county.GetProperty("difference").GetDouble()))
            : 0;

    private readonly record struct Counts(long Right, long Wrong, long Missed)
    {
        public static Counts Read(JsonElement json) =>
            new(json.GetProperty("tp").GetInt64(), json.GetProperty("fp").GetInt64(), json.GetProperty("fn").GetInt64());

        public static Counts operator +(Counts a, Counts b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed);

        public string Row(string indicator) => string.Create(
            CultureInfo.InvariantCulture,
            $"| {indicator} | {Right} | {Wrong} | {Missed} | {Share(Right, Right + Wrong):0.0000} | {Share(Right, Right + Missed):0.0000} |");

        private static double Share(long part, long whole) => whole == 0 ? 1 : (double)part / whole;
    }
}
