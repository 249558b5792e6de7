namespace Qingce.Cli.Evaluation;

/// <summary>How right a result is.</summary>
/// <param name="Indicators">By indicator: over (registration, indicator), for I01 over unordered pairs of registrations.</param>
/// <param name="Classes">By the leading problem class of the indicators: over (registration, class).</param>
/// <param name="Counties">The error rates of the counties, by code.</param>
internal sealed record EvaluationResult(
    IReadOnlyDictionary<string, Score> Indicators, IReadOnlyDictionary<string, Score> Classes, IReadOnlyList<CountyRate> Counties);

/// <summary>The error rate of a county by the planted truth and by the result, both 0 to 1.</summary>
internal readonly record struct CountyRate(string Code, string Name, double Truth, double Result)
{
    /// <summary>By how much the result is above the truth.</summary>
    public double Difference => Result - Truth;
}

/// <summary>A row of the truth file.</summary>
internal readonly record struct TruthRow(string Registration, string Indicator, string Other);

/// <summary>A county as the result has it.</summary>
internal readonly record struct CountyCount(string Code, string Name, long Living, double Rate);

/// <summary>Holds findings against the truth.</summary>
internal static class Evaluator
{
    /// <summary>The indicators that the error rate counts.</summary>
    public static bool CountsInRate(string indicator) => indicator is not ("I07" or "I08");

    /// <param name="truth">What was planted.</param>
    /// <param name="found">The reportable findings: indicator and registrations.</param>
    /// <param name="classOf">The leading class of each indicator that the result looked for; others are left out.</param>
    /// <param name="countyOf">The county, six digits, of each registration that the truth names.</param>
    /// <param name="counties">The counties of the result.</param>
    public static EvaluationResult Evaluate(
        IReadOnlyCollection<TruthRow> truth,
        IEnumerable<(string Indicator, IReadOnlyList<string> Registrations)> found,
        IReadOnlyDictionary<string, string> classOf,
        IReadOnlyDictionary<string, string> countyOf,
        IReadOnlyList<CountyCount> counties)
    {
        Marks planted = new(classOf);
        foreach (TruthRow row in truth.Where(row => classOf.ContainsKey(row.Indicator)))
        {
            planted.Add(row.Indicator, row.Other.Length > 0 && row.Indicator == "I01" ? [row.Registration, row.Other] : [row.Registration]);
        }

        Marks raised = new(classOf);
        foreach ((string indicator, IReadOnlyList<string> registrations) in found.Where(finding => classOf.ContainsKey(finding.Indicator)))
        {
            raised.Add(indicator, registrations);
        }

        return new EvaluationResult(
            planted.ByIndicator.ToDictionary(mark => mark.Key, mark => Score.Of(mark.Value, raised.ByIndicator[mark.Key])),
            planted.ByClass.ToDictionary(mark => mark.Key, mark => Score.Of(mark.Value, raised.ByClass[mark.Key])),
            Rates(truth.Where(row => classOf.ContainsKey(row.Indicator)), countyOf, counties));
    }

    private static List<CountyRate> Rates(
        IEnumerable<TruthRow> truth, IReadOnlyDictionary<string, string> countyOf, IReadOnlyList<CountyCount> counties)
    {
        Dictionary<string, int> wrong = truth
            .Where(row => CountsInRate(row.Indicator))
            .Select(row => row.Registration)
            .Distinct(StringComparer.Ordinal)
            .GroupBy(registration => countyOf.GetValueOrDefault(registration, ""), StringComparer.Ordinal)
            .ToDictionary(county => county.Key, county => county.Count(), StringComparer.Ordinal);
        return [.. counties
            .OrderBy(county => county.Code, StringComparer.Ordinal)
            .Select(county => new CountyRate(
                county.Code, county.Name, county.Living == 0 ? 0 : (double)wrong.GetValueOrDefault(county.Code) / county.Living, county.Rate))];
    }

    /// <summary>What is marked by each indicator and each class.</summary>
    private sealed class Marks
    {
        private readonly IReadOnlyDictionary<string, string> _classOf;

        public Marks(IReadOnlyDictionary<string, string> classOf)
        {
            _classOf = classOf;
            foreach ((string indicator, string problemClass) in classOf)
            {
                ByIndicator[indicator] = [];
                ByClass.TryAdd(problemClass, []);
            }
        }

        public SortedDictionary<string, HashSet<(string, string)>> ByIndicator { get; } = new(StringComparer.Ordinal);

        public SortedDictionary<string, HashSet<string>> ByClass { get; } = new(StringComparer.Ordinal);

        public void Add(string indicator, IReadOnlyList<string> registrations)
        {
            ByClass[_classOf[indicator]].UnionWith(registrations);
            HashSet<(string, string)> marks = ByIndicator[indicator];
            if (indicator != "I01")
            {
                marks.UnionWith(registrations.Select(registration => (registration, "")));
                return;
            }

            // A lone registration stays a mark of its own, which no pair meets.
            for (int i = 0; i < registrations.Count; i++)
            {
                for (int j = registrations.Count == 1 ? i : i + 1; j < registrations.Count; j++)
                {
                    marks.Add(string.CompareOrdinal(registrations[i], registrations[j]) <= 0
                        ? (registrations[i], registrations[j])
                        : (registrations[j], registrations[i]));
                }
            }
        }
    }
}
