using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>The patterns and weights of the compared pairs.</summary>
internal sealed class PatternSurvey
{
    private const int Commonest = 60;
    private const int NextToThreshold = 40;
    private const int Missed = 20;
    private readonly LinkageOutcome _outcome;
    private readonly ScoredPair[] _pairs;
    private readonly Dictionary<ulong, Seen> _seen = [];

    private PatternSurvey(LinkageOutcome outcome, ScoredPair[] pairs) => (_outcome, _pairs) = (outcome, pairs);

    public WeightCounts Weights { get; private set; } = new();

    public long Links { get; private set; }

    public int Count => _seen.Count;

    public static PatternSurvey Of(LinkageOutcome outcome, ScoredPair[] pairs)
    {
        var survey = new PatternSurvey(outcome, pairs);
        var parts = new PatternSurvey[outcome.Threads];
        Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = outcome.Threads }, part =>
        {
            parts[part] = new PatternSurvey(outcome, pairs);
            parts[part].Take((int)((long)pairs.Length * part / parts.Length), (int)((long)pairs.Length * (part + 1) / parts.Length));
        });
        foreach (var part in parts)
        {
            survey.Add(part);
        }

        survey.AddCandidates();
        return survey;
    }

    /// <summary>The patterns that say most, by weight, highest first.</summary>
    public IReadOnlyList<PatternSummary> Chosen()
    {
        var weights = _outcome.Evidence.Weights;
        var all = _seen.Select(p => (Pattern: p.Key, Seen: p.Value, Weight: weights.Weight(p.Key))).OrderBy(p => p.Pattern).ToList();
        var chosen = all.OrderByDescending(p => Math.Max(p.Seen.Kept, p.Seen.Compared)).Take(Commonest)
            .Concat(all.OrderBy(p => Math.Abs(p.Weight - _outcome.Threshold)).Take(NextToThreshold))
            .Concat(all.Where(p => p.Seen.Kept == 0).OrderByDescending(p => p.Seen.Compared * new MatchWeight(p.Weight).Probability).Take(Missed))
            .DistinctBy(p => p.Pattern)
            .OrderByDescending(p => p.Weight)
            .ThenBy(p => p.Pattern);
        return [.. chosen.Select(p => new PatternSummary
        {
            Pattern = p.Pattern,
            Weight = p.Weight,
            Kept = p.Seen.Kept,
            Compared = _outcome.Candidates is null ? null : p.Seen.Compared,
            Examples = p.Seen.Kept == 0 ? [] : [.. new[] { p.Seen.Weakest, p.Seen.Strongest }.Distinct().Select(Example)],
        })];
    }

    private ExamplePair Example(int place)
    {
        var pair = _pairs[place];
        var steps = _outcome.Evidence.Steps(pair.Left, pair.Right, pair.Pattern);
        return new ExamplePair(pair.Left, pair.Right, steps.Sum(s => s.Weight), steps);
    }

    private void Take(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            ref readonly var pair = ref _pairs[i];
            Weights.Add(pair.Weight);
            Links += pair.Weight >= _outcome.Threshold ? 1 : 0;
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, pair.Pattern, out var known);
            seen = known ? seen with { Kept = seen.Kept + 1, Weakest = Weaker(seen.Weakest, i), Strongest = Stronger(seen.Strongest, i) } : new Seen(1, 0, i, i);
        }
    }

    private void Add(PatternSurvey other)
    {
        Weights.Add(other.Weights);
        Links += other.Links;
        foreach (var (pattern, more) in other._seen)
        {
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, pattern, out var known);
            seen = known
                ? new Seen(seen.Kept + more.Kept, 0, Weaker(seen.Weakest, more.Weakest), Stronger(seen.Strongest, more.Strongest))
                : more;
        }
    }

    // Above the threshold the kept pairs are known one by one, with their frequencies; below it there are the counts of training alone.
    private void AddCandidates()
    {
        foreach (var (pattern, count) in _outcome.Candidates?.Ordered() ?? [])
        {
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, pattern, out _);
            seen = seen with { Compared = count };
            var below = count - seen.Kept;
            if (below > 0 && _outcome.Evidence.Weights.Weight(pattern) is var weight && weight < _outcome.Threshold)
            {
                Weights.Add(weight, below);
            }
        }
    }

    private int Weaker(int a, int b) => _pairs[b].Weight < _pairs[a].Weight ? b : a;

    private int Stronger(int a, int b) => _pairs[b].Weight > _pairs[a].Weight ? b : a;

    private readonly record struct Seen(long Kept, long Compared, int Weakest, int Strongest);
}
