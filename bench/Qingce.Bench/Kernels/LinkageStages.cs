using BenchmarkDotNet.Attributes;
using Qingce.Bench.People;
using Qingce.Linkage;

namespace Qingce.Bench.Kernels;

/// <summary>The innermost loops of a linkage over invented people, a call each: grading pairs, deriving keys, clustering.</summary>
[MemoryDiagnoser]
public class LinkageStages
{
    private const int Rows = 20_000;
    private const int Pairs = 10_000;
    private LinkTable _table = null!;
    private RowComparer _comparer = null!;
    private RowGrader _grader = null!;
    private Members _members = null!;
    private RowBlocking _blocking = null!;
    private ScoredPair[] _pairs = [];
    private PairMemo _memo = null!;

    /// <summary>Invents the people.</summary>
    [GlobalSetup]
    public void Setup()
    {
        string file = Path.Combine(Path.GetTempPath(), $"qingce-kernels-{Environment.ProcessId}.csv");
        try
        {
            PeopleRun.Write(Rows, 3, file, skew: false, parquet: false);
            _table = LinkTableReader.Read([("people", [file])], "unique_id", PeopleModel.Untrained.Columns!, LinkageVocabulary.General, 1);
        }
        finally
        {
            File.Delete(file);
        }

        _comparer = new RowComparer(PeopleModel.Untrained, _table.Columns, LinkageVocabulary.General);
        _grader = new RowGrader(_comparer);
        _members = new Members(_table, RowSketches.Of(_table, _grader.Sketches, new ParallelOptions()), keys: null);
        _members.Gather([.. Enumerable.Range(0, 2 * Pairs)]);
        _blocking = new RowBlocking(PeopleModel.Untrained, _table.Columns, LinkageVocabulary.General);
        _memo = _grader.Memo();
        _pairs = [.. Enumerable.Range(0, Rows / 3).Select(i => new ScoredPair(3 * i, 3 * i + 1 + i % 2, 12, 0))];
    }

    /// <summary>The levels of pairs of strangers, each from scratch.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public ulong GradePairs()
    {
        ulong all = 0;
        for (int i = 0; i < Pairs; i++)
        {
            all ^= _comparer.Pattern(_table.View(2 * i), _table.View(2 * i + 1));
        }

        return all;
    }

    /// <summary>The same of rows gathered side by side, with sketches.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public ulong GradeGatheredPairs()
    {
        ulong all = 0;
        for (int i = 0; i < Pairs; i++)
        {
            all ^= _grader.Pattern(_members, 2 * i, 2 * i + 1, _memo);
        }

        return all;
    }

    /// <summary>The keys of seven rules for each row.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public int DeriveKeys() => RuleKeys.Of(_table, _blocking, new ParallelOptions { MaxDegreeOfParallelism = 1 }).All.Length;

    /// <summary>The clusters of a third as many links as there are rows, without refinement; for each row.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public int Cluster() => RowClusters.Find(Rows, _pairs, new ClusterOptions { Threshold = 0, Refine = false, Threads = 1 }).Clustering!.Count;
}
