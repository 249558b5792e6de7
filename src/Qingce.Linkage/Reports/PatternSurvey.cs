namespace Qingce.Linkage;

/// <summary>The patterns and weights of the compared pairs.</summary>
internal sealed class PatternSurvey
{
    private const int Commonest = 30;
    private const int Heaviest = 10;
    private const int NextToThreshold = 30;
    private const int Missed = 20;
    private readonly LinkageOutcome _outcome;
    private readonly ScoredPair[] _pairs;
    private readonly PatternTable _seen = new();

    private PatternSurvey(LinkageOutcome outcome, ScoredPair[] pairs) => (_outcome, _pairs) = (outcome, pairs);

    public WeightCounts Weights { get; } = new();

    public long Links { get; private set; }

    public int Count => _seen.All.Count;

    public static PatternSurvey Of(LinkageOutcome outcome, ScoredPair[] pairs)
    {
        var survey = new PatternSurvey(outcome, pairs);
        var parts = new PatternSurvey[outcome.Threads];
        Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = outcome.Threads }, part =>
        {
            var mine = new PatternSurvey(outcome, pairs);
            mine.Take((int)((long)pairs.Length * part / parts.Length), (int)((long)pairs.Length * (part + 1) / parts.Length));
            parts[part] = mine;
        });
        foreach (var part in parts)
        {
            survey.Add(part);
        }

        survey.AddCandidates();
        return survey;
    }

    /// <summary>The patterns that say most, by the most that a pair of them weighs, highest first.</summary>
    public IReadOnlyList<PatternSummary> Chosen()
    {
        var all = _seen.All;
        var chosen = new HashSet<object>();
        // Pairs of one entity are few beside the others, so that each kind has its own commonest.
        Choose(Commonest, (x, y) => y.Compared.CompareTo(x.Compared), seen => seen.Kept == 0);
        Choose(Commonest, (x, y) => y.Kept.CompareTo(x.Kept), seen => seen.Kept > 0);
        Choose(Heaviest, (x, y) => Most(y).CompareTo(Most(x)), seen => seen.Kept > 0);
        Choose(NextToThreshold, (x, y) => ToThreshold(x).CompareTo(ToThreshold(y)), _ => true);
        Choose(Missed, (x, y) => Expected(y).CompareTo(Expected(x)), seen => seen.Kept == 0);
        all.Sort((x, y) => Most(y).CompareTo(Most(x)) is not 0 and var first ? first : x.Pattern.CompareTo(y.Pattern));
        var summaries = new List<PatternSummary>();
        foreach (var seen in all)
        {
            if (chosen.Contains(seen))
            {
                summaries.Add(Summary(seen));
            }
        }

        return summaries;

        void Choose(int most, Comparison<SeenPattern> order, Predicate<SeenPattern> fits)
        {
            all.Sort((x, y) => order(x, y) is not 0 and var first ? first : x.Pattern.CompareTo(y.Pattern));
            foreach (var seen in all)
            {
                if (most > 0 && fits(seen))
                {
                    chosen.Add(seen);
                    most--;
                }
            }
        }
    }

    // All pairs that reach the threshold are kept: where none is, the frequencies keep them below it, whatever the levels alone come to.
    private double Most(SeenPattern seen) => seen.Kept > 0 ? _pairs[seen.Strongest].Weight : Math.Min(seen.Weight, _outcome.Threshold);

    private double ToThreshold(SeenPattern seen) => seen.Kept > 0
        ? Math.Max(0, Math.Max(_pairs[seen.Weakest].Weight - _outcome.Threshold, _outcome.Threshold - Most(seen)))
        : Math.Abs(seen.Weight - _outcome.Threshold);

    private double Expected(SeenPattern seen) => seen.Compared * new MatchWeight(Most(seen)).Probability;

    private PatternSummary Summary(SeenPattern seen)
    {
        var examples = new List<ExamplePair>();
        if (seen.Kept > 0)
        {
            examples.Add(Example(seen.Weakest));
            if (seen.Strongest != seen.Weakest)
            {
                examples.Add(Example(seen.Strongest));
            }
        }

        return new PatternSummary
        {
            Pattern = seen.Pattern,
            Weight = seen.Weight,
            Kept = seen.Kept,
            Compared = _outcome.Candidates is null ? null : Math.Max(seen.Compared, seen.Kept),
            Examples = examples,
        };
    }

    private ExamplePair Example(int place)
    {
        var pair = _pairs[place];
        var steps = _outcome.Evidence.Steps(pair.Left, pair.Right, pair.Pattern);
        var weight = 0d;
        foreach (var step in steps)
        {
            weight += step.Weight;
        }

        return new ExamplePair(pair.Left, pair.Right, weight, steps);
    }

    private void Take(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            ref readonly var pair = ref _pairs[i];
            Weights.Add(pair.Weight);
            Links += pair.Weight >= _outcome.Threshold ? 1 : 0;
            var seen = _seen[pair.Pattern];
            Extend(seen, 1, i, i);
        }
    }

    private void Add(PatternSurvey other)
    {
        Weights.Add(other.Weights);
        Links += other.Links;
        foreach (var seen in other._seen.All)
        {
            Extend(_seen[seen.Pattern], seen.Kept, seen.Weakest, seen.Strongest);
        }
    }

    private void Extend(SeenPattern seen, long kept, int weakest, int strongest)
    {
        seen.Weakest = seen.Kept > 0 && _pairs[weakest].Weight >= _pairs[seen.Weakest].Weight ? seen.Weakest : weakest;
        seen.Strongest = seen.Kept > 0 && _pairs[strongest].Weight <= _pairs[seen.Strongest].Weight ? seen.Strongest : strongest;
        seen.Kept += kept;
    }

    // Above the threshold the kept pairs are known one by one, with their frequencies; below it there are the counts of training alone.
    private void AddCandidates()
    {
        foreach (var (pattern, count) in _outcome.Candidates?.Ordered() ?? [])
        {
            _seen[pattern].Compared = count;
        }

        foreach (var seen in _seen.All)
        {
            seen.Weight = _outcome.Evidence.Weights.Weight(seen.Pattern);
            if (seen.Compared > seen.Kept && seen.Weight < _outcome.Threshold)
            {
                Weights.Add(seen.Weight, seen.Compared - seen.Kept);
            }
        }
    }
}
