using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Sources;

namespace Qingce.Checks.Verification;

/// <summary>The checks of one run, with the time each takes and the causes it cannot look for.</summary>
internal sealed class CheckRun
{
    private readonly Check[] _checks;
    private readonly long[] _ticks;
    private readonly Check[][] _byCategory;
    private readonly SourceFields[] _fields;

    public CheckRun(IReadOnlySet<Indicator>? only)
    {
        _checks = CheckCatalogue.Make(only);
        _ticks = new long[_checks.Length];
        _byCategory = [.. Enumerable.Range(0, 24).Select(category => _checks.Where(check => check.Sources.Any(need => need.Category == category)).ToArray())];
        _fields = new SourceFields[24];
        for (int category = 1; category <= 23; category++)
        {
            // Every category can show that somebody lives, which several checks ask for.
            _fields[category] = _checks.SelectMany(check => check.Sources).Where(need => need.Category == category)
                .Aggregate(SignsOfLife.Fields, (fields, need) => fields | need.Fields);
        }
    }

    public IReadOnlyList<Check> Checks => _checks;

    public IReadOnlyList<SourceFields> Fields => _fields;

    public bool ReadsChanges => _checks.Any(check => check.ReadsChanges);

    /// <summary>The fields of source rows that some of the checks quote.</summary>
    public IReadOnlyList<string> EvidenceOf(Func<Check, bool> which) =>
        [.. _checks.Where(which).SelectMany(check => check.Evidence).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Milliseconds a check has taken, over all threads.</summary>
    public double Milliseconds(int check) => Stopwatch.GetElapsedTime(0, _ticks[check]).TotalMilliseconds;

    public void Begin(CheckContext context) => SideBySide(context, (check, _) => check.Begin(context));

    public void FoldChanges(ChangeBatch batch) => ForEach(check =>
    {
        if (check.ReadsChanges)
        {
            check.FoldChanges(batch);
        }
    });

    public void SettleChanges(CheckContext context) => SideBySide(context, (check, _) => check.SettleChanges(context));

    public void Fold(CheckContext context, SourceBatch batch)
    {
        context.Life.Fold(batch);
        foreach (Check check in _byCategory[batch.Category])
        {
            Timed(Array.IndexOf(_checks, check), () => check.Fold(batch));
        }
    }

    public void Settle(CheckContext context) => SideBySide(context, (check, _) => check.Settle(context));

    /// <summary>Decides on the whole register in parallel.</summary>
    public List<FindingSink> Decide(CheckContext context, RowGroups groups, Action<double> progress)
    {
        List<RegisterRange> ranges = Ranges(context);
        List<FindingSink> sinks = [.. ranges.Select(_ => new FindingSink(groups)), .. _checks.Select(_ => new FindingSink(groups))];
        int done = 0;
        InParallel(context, ranges.Count, at =>
        {
            ForEach(check => check.Decide(context, ranges[at], sinks[at]));
            progress((double)Interlocked.Increment(ref done) / ranges.Count);
        });
        SideBySide(context, (check, at) => check.Conclude(context, sinks[ranges.Count + at]));
        return sinks;
    }

    private static List<RegisterRange> Ranges(CheckContext context)
    {
        int rows = context.Register.Count;
        int households = context.Register.HouseholdCount;
        int parts = Math.Max(1, Math.Min(256, rows / 4096));
        return
        [
            .. Enumerable.Range(0, parts).Select(part => new RegisterRange(
                (int)((long)rows * part / parts), (int)((long)rows * (part + 1) / parts),
                (int)((long)households * part / parts), (int)((long)households * (part + 1) / parts))),
        ];
    }

    private void ForEach(Action<Check> call)
    {
        for (int i = 0; i < _checks.Length; i++)
        {
            Timed(i, () => call(_checks[i]));
        }
    }

    /// <summary>Calls every check once, several at a time: each has a state of its own, and what they share they only read.</summary>
    private void SideBySide(CheckContext context, Action<Check, int> call) =>
        InParallel(context, _checks.Length, at => Timed(at, () => call(_checks[at], at)));

    private static void InParallel(CheckContext context, int count, Action<int> call)
    {
        try
        {
            Parallel.ForEach(
                Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = context.Threads, CancellationToken = context.Cancellation },
                call);
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }

    private void Timed(int check, Action call)
    {
        long start = Stopwatch.GetTimestamp();
        call();
        Interlocked.Add(ref _ticks[check], Stopwatch.GetTimestamp() - start);
    }
}
