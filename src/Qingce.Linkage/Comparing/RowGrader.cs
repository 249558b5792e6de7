using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>
/// Finds the levels of gathered rows: the same as <see cref="RowComparer"/>, but quickly for many pairs. Immutable, for any number of threads.
/// </summary>
internal sealed class RowGrader
{

    public RowGrader(RowComparer comparer)
    {
        Comparer = comparer;
        var graded = new List<GradedColumn>();
        var others = new List<int>();
        var sketches = new List<(int Column, Measure Measure)>();
        for (var c = 0; c < comparer.Columns.Length; c++)
        {
            if (comparer.IsPlain(c) && comparer.LevelWhenEqual(c) > 0)
            {
                graded.Add(new GradedColumn(c, comparer.Columns[c], comparer.Conditions(c), comparer.LevelWhenEqual(c), sketches));
            }
            else
            {
                others.Add(c);
            }
        }

        Graded = [.. graded];
        Others = [.. others];
        Sketches = [.. sketches];
    }

    /// <summary>The comparisons as they are made of any rows.</summary>
    public RowComparer Comparer { get; }

    /// <summary>The comparisons of one column each.</summary>
    public GradedColumn[] Graded { get; }

    /// <summary>The comparisons that depend on more.</summary>
    public int[] Others { get; }

    /// <summary>What the sketches of a row are of.</summary>
    public (int Column, Measure Measure)[] Sketches { get; }

    /// <summary>Room for what is known of a pair.</summary>
    public PairMemo Memo() => new(Comparer.Measurements);

    /// <summary>In which columns two members have equal values, as a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(Members members, int left, int right, out uint present)
    {
        ref var words = ref MemoryMarshal.GetReference(members.Words);
        var width = members.Table.Width;
        return RowMasks.Equal(in Unsafe.Add(ref words, left * width), in Unsafe.Add(ref words, right * width), width, out present);
    }

    /// <summary>The levels of all comparisons.</summary>
    public ulong Pattern(Members members, int left, int right, PairMemo memo)
    {
        memo.Clear();
        var equal = Equal(members, left, right, out var present);
        ulong pattern = 0;
        foreach (var graded in Graded)
        {
            var bit = 1U << graded.Column;
            pattern |= (equal & bit) != 0 ? Linkage.Pattern.Of(graded.Comparison, graded.WhenEqual)
                : (present & bit) != 0 ? Linkage.Pattern.Of(graded.Comparison, graded.Level(members, left, right, memo))
                : 0;
        }

        foreach (var comparison in Others)
        {
            pattern |= Linkage.Pattern.Of(comparison, Level(comparison, members, left, right, memo));
        }

        return pattern;
    }

    /// <summary>The level of one of <see cref="Others"/>.</summary>
    public int Level(int comparison, Members members, int left, int right, PairMemo memo) =>
        Comparer.Level(comparison, members.View(left), members.View(right), memo);
}
