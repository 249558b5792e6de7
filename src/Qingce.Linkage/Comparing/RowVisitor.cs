using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>
/// Scores the pairs of blocks and keeps those that reach the threshold. First come two masks and a look-up; only for what these leave
/// what sketches tell of unequal values, and then their levels, one at a time, as long as the pair can still be kept.
/// </summary>
internal sealed class RowVisitor : IBlockVisitor
{
    private const int MostLookedAt = 8;

    /// <summary>Members from which on it pays to know first what their common value costs: the look-up misses the cache.</summary>
    private const int LossKnownFrom = 4;
    private readonly RowSearch _search;
    private readonly Meetings _meetings;
    private readonly Members _members;
    private readonly EarlierRules _earlier;
    private readonly PairMemo _memo;
    private readonly int _pass;
    private readonly uint _whole;
    private readonly bool _hasManyKeys;
    private readonly List<Block> _left = [];

    // What was taken off the slack of the pair at hand before their level was known, by comparison: what sketches tell, and what others tell of a joint one.
    private readonly double[] _fallen;
    private readonly JointBound[] _joint;
    private readonly CancellationToken _cancellationToken;
    private double _blockLoss;

    public RowVisitor(RowSearch search, int pass, Meetings meetings, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _search = search;
        _meetings = meetings;
        _members = new Members(search.Table, search.Rows.Sketches, pass > 0 ? search.Rows.RuleKeys : null);
        _earlier = new EarlierRules(search.Rows, pass, meetings);
        _memo = search.Grader.Memo();
        _pass = pass;
        _fallen = new double[search.Grader.Comparer.Columns.Length];
        _joint = search.Joint;
        _whole = search.Rows.Blocking.Whole(pass);
        _hasManyKeys = search.Rows.Blocking.MostKeysOf(pass) > 1;
    }

    public FoundPairs Found { get; } = new();

    public long Compared { get; private set; }

    public void Visit(ReadOnlySpan<int> rows, ReadOnlySpan<Block> blocks)
    {
        // In later passes most rows of small blocks have met all others, which their keys tell: the rest of them is not fetched.
        _members.GatherKeys(rows);
        _left.Clear();
        var count = 0;
        foreach (var block in blocks)
        {
            if (block.Length > MostLookedAt || !_earlier.HaveAllMet(_members, block.Start, block.Length))
            {
                _members.Move(block.Start, count, block.Length);
                _left.Add(block with { Start = count });
                count += block.Length;
            }
        }

        _members.GatherRest(count);
        foreach (var block in _left)
        {
            VisitBlock(block);
        }
    }

    private void VisitBlock(Block block)
    {
        ref var words = ref MemoryMarshal.GetReference(_members.Words);
        var width = _search.Table.Width;
        var bounds = _search.Bounds;
        var earlier = _earlier;
        var compared = 0L;
        _blockLoss = double.NaN;
        var takesLoss = _whole != 0 && block.Length >= LossKnownFrom && AllShare(block);
        for (var i = block.FirstMeeting; i < block.Start + block.Length; i++)
        {
            // A pair of long texts takes its time, and there may be millions of pairs in a block.
            _cancellationToken.ThrowIfCancellationRequested();
            var end = block.EndOfMet(i);
            ref var mine = ref Unsafe.Add(ref words, i * width);
            for (var j = block.Start; j < end; j++)
            {
                var equal = RowMasks.Equal(in Unsafe.Add(ref words, j * width), in mine, width, out var present);
                if (earlier.HaveMet(_members, j, i, equal, present))
                {
                    continue;
                }

                if ((_hasManyKeys && _meetings.Met(_pass, _members.Row(j), _members.Row(i), block.Key)) || _search.IsOneSource(_members.Row(j), _members.Row(i)))
                {
                    continue;
                }

                compared++;
                var slack = bounds.Slack(equal, present & ~equal);
                if (slack >= 0 && (!takesLoss || (slack -= LossOf(block.Start)) >= 0))
                {
                    Score(takesLoss, j, i, equal, present, slack);
                }
            }
        }

        Compared += compared;
    }

    // Whether what is lost of the block's own value was taken off the slack.
    private void Score(bool lossTaken, int left, int right, uint equal, uint present, double slack)
    {
        var unequal = present & ~equal;
        ulong pattern = 0;
        _memo.Clear();
        if (_joint.Length > 0)
        {
            slack -= FallOfJoint(equal, unequal);
        }

        if (slack < 0 || !CanBeKept(_search.Bounds.Sketched, left, right, ref unequal, ref pattern, ref slack))
        {
            return;
        }

        var asked = 0;
        foreach (var step in _search.Bounds.InOrder)
        {
            if (asked++ == _search.Bounds.ShortSteps && slack >= 0)
            {
                // What follows needs texts, which lie elsewhere in memory as well: what was hoped of the values in which the two are equal is given up first.
                slack -= _search.LossOf(lossTaken ? equal & ~_whole : equal, pattern, _members.WordsOf(left));
                CanBeKept(_search.Bounds.LongSketched, left, right, ref unequal, ref pattern, ref slack);
            }

            if (slack < 0)
            {
                return;
            }

            if (step.Graded is not { } graded)
            {
                var level = _search.Grader.Level(step.Comparison, _members, left, right, _memo);
                pattern |= Pattern.Of(step.Comparison, level);
                slack -= step.Falls(level, equal, present & ~equal) - _fallen[step.Comparison];
                Settle(step.Comparison);
                slack -= FallOfJoint(step.Comparison, level, isExact: true);
            }
            else if ((equal & 1U << step.Column) != 0)
            {
                pattern |= Pattern.Of(step.Comparison, graded.WhenEqual);
            }
            else if ((unequal & 1U << step.Column) != 0)
            {
                var level = graded.Level(_members, left, right, _memo);
                pattern |= Pattern.Of(step.Comparison, level);
                slack -= step.Falls(level) - _fallen[step.Comparison] + FallOfJoint(step.Comparison, level, isExact: true);
            }
        }

        if (slack >= 0)
        {
            var weight = _search.WeightOf(pattern, _members.WordsOf(left), _members.WordsOf(right));
            if (weight >= _search.Threshold)
            {
                Found.Add(new ScoredPair(_members.Row(left), _members.Row(right), weight, pattern));
            }
        }
    }

    // What sketches tell of the columns that are not equal is taken off the slack, until nothing is left of it; a level that they tell for certain is done with.
    private bool CanBeKept(BoundStep[] steps, int left, int right, ref uint unequal, ref ulong pattern, ref double slack)
    {
        foreach (var step in steps)
        {
            var bit = 1U << step.Column;
            if (slack >= 0 && (unequal & bit) != 0)
            {
                var level = step.Graded!.LevelFrom(_members, left, right, _memo, out var isExact);
                var falls = isExact ? step.Falls(level) : step.FallsFrom(level);
                slack -= falls + FallOfJoint(step.Comparison, level, isExact);
                _fallen[step.Comparison] = falls;
                pattern |= isExact ? Pattern.Of(step.Comparison, level) : 0;
                unequal = isExact ? unequal & ~bit : unequal;
            }
        }

        return slack >= 0;
    }

    // What columns that are equal, or lack a value, tell of the comparisons of several columns.
    private double FallOfJoint(uint equal, uint unequal)
    {
        foreach (var joint in _joint)
        {
            _fallen[joint.Comparison] = 0;
        }

        var fall = 0d;
        foreach (var step in _search.Bounds.ByColumn)
        {
            var bit = 1U << step.Column;
            if ((unequal & bit) == 0 && ((equal & bit) == 0 || step.LevelWhenEqual > 0))
            {
                fall += FallOfJoint(step.Comparison, (equal & bit) != 0 ? step.LevelWhenEqual : 0, isExact: true);
            }
        }

        return fall;
    }

    // By how much less a level, or the first that may hold, leaves to be hoped for from the comparisons of several columns than was known before.
    private double FallOfJoint(int comparison, int level, bool isExact)
    {
        var fall = 0d;
        foreach (var joint in _joint)
        {
            ref var fallen = ref _fallen[joint.Comparison];
            var falls = isExact ? joint.Falls(comparison, level) : joint.FallsFrom(comparison, level);
            if (falls > fallen)
            {
                fall += falls - fallen;
                fallen = falls;
            }
        }

        return fall;
    }

    // The level of a joint comparison is known: nothing more is taken off for it.
    private void Settle(int comparison)
    {
        foreach (var joint in _joint)
        {
            if (joint.Comparison == comparison)
            {
                _fallen[comparison] = double.PositiveInfinity;
            }
        }
    }

    // What was hoped of rare values is not to be had where the block's own value is common.
    private double LossOf(int first)
    {
        if (double.IsNaN(_blockLoss))
        {
            _blockLoss = _search.LossOf(_whole, _members.WordsOf(first));
        }

        return _blockLoss;
    }

    // Two values may have one key of 32 bits.
    private bool AllShare(Block block)
    {
        for (var member = block.Start + 1; member < block.Start + block.Length; member++)
        {
            if (!RowsShare(block.Start, member))
            {
                return false;
            }
        }

        return true;
    }

    private bool RowsShare(int first, int member) => first == member || (RowGrader.Equal(_members, first, member, out _) & _whole) == _whole;
}
