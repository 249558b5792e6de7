using System.Collections.Concurrent;
using Qingce.Checks.Indicators;
using Qingce.Checks.Registrations;

namespace Qingce.Checks.Findings;

/// <summary>
/// The suspicions of a run, put together into findings and sorted: by indicator, county, falling weight and identifier. The order does not
/// depend on the number of threads.
/// </summary>
internal sealed class FindingList
{
    /// <summary>One finding: some consecutive suspicions.</summary>
    internal readonly record struct Entry(
        int Start, ushort Count, Indicator Indicator, bool IsReportable, int County, float Weight, ulong Id);

    private const int Indicators = 16;

    private readonly RegisterStore _register;
    private readonly RowGroups _groups;
    private readonly Suspicion[] _suspicions;
    private readonly Entry[] _entries;

    public FindingList(RegisterStore register, RowGroups groups, IReadOnlyList<FindingSink> sinks, int threads)
    {
        _register = register;
        _groups = groups;
        int[] starts = new int[Indicators + 1];
        foreach (FindingSink sink in sinks)
        {
            foreach (ref readonly Suspicion suspicion in sink.Suspicions)
            {
                starts[(int)suspicion.Indicator + 1]++;
            }
        }

        for (int indicator = 0; indicator < Indicators; indicator++)
        {
            starts[indicator + 1] += starts[indicator];
        }

        _suspicions = new Suspicion[starts[Indicators]];
        int[] next = [.. starts];
        foreach (FindingSink sink in sinks)
        {
            foreach (ref readonly Suspicion suspicion in sink.Suspicions)
            {
                _suspicions[next[(int)suspicion.Indicator]++] = suspicion;
            }
        }

        Entry[][] entries = new Entry[Indicators][];
        Parallel.ForEach(
            Partitioner.Create(
                Enumerable.Range(0, Indicators).OrderByDescending(indicator => starts[indicator + 1] - starts[indicator]),
                EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            indicator => entries[indicator] = Put(starts[indicator], starts[indicator + 1]));
        _entries = [.. entries.SelectMany(one => one)];
    }

    public static FindingList Empty { get; } = new(new RegisterStore(), new RowGroups(), [], 1);

    public int Count => _entries.Length;

    public ReadOnlySpan<Entry> Entries => _entries;

    public ReadOnlySpan<Suspicion> Suspicions => _suspicions;

    public ReadOnlySpan<Suspicion> Of(in Entry entry) => _suspicions.AsSpan(entry.Start, entry.Count);

    /// <summary>Writes the rows a suspicion names; of a household the living ones.</summary>
    public void Rows(in Suspicion suspicion, List<int> rows)
    {
        rows.Clear();
        switch (suspicion.Scope)
        {
            case FindingScope.Row:
                rows.Add(suspicion.First);
                break;
            case FindingScope.Pair:
                rows.Add(suspicion.First);
                rows.Add(suspicion.Second);
                break;
            case FindingScope.Household:
                foreach (int row in _register.Members(suspicion.First))
                {
                    if (_register.IsLiving(row))
                    {
                        rows.Add(row);
                    }
                }

                break;
            default:
                rows.AddRange(_groups[suspicion.First]);
                break;
        }
    }

    // One set of registrations has one form, so that suspicions on it meet, whatever scope they were raised with.
    private Suspicion Canonical(in Suspicion suspicion)
    {
        switch (suspicion.Scope)
        {
            case FindingScope.Row:
                return suspicion;
            case FindingScope.Pair:
                return suspicion;
            default:
                List<int> rows = [];
                Rows(suspicion, rows);
                if (rows.Count == 1)
                {
                    return suspicion with { Scope = FindingScope.Row, First = rows[0] };
                }

                if (rows.Count == 2)
                {
                    return suspicion with { Scope = FindingScope.Pair, First = rows[0], Second = rows[1] };
                }

                if (suspicion.Scope == FindingScope.Group)
                {
                    int household = _register.Households[rows[0]];
                    List<int> members = [];
                    Rows(suspicion with { Scope = FindingScope.Household, First = household }, members);
                    if (members.SequenceEqual(rows))
                    {
                        return suspicion with { Scope = FindingScope.Household, First = household };
                    }
                }

                return suspicion;
        }
    }

    private static (int Low, int High) Key(in Suspicion suspicion) => suspicion.Scope == FindingScope.Pair
        ? (Math.Min(suspicion.First, suspicion.Second), Math.Max(suspicion.First, suspicion.Second))
        : (suspicion.First, -1);

    private static bool AreOneFinding(in Suspicion left, in Suspicion right) =>
        left.Scope == right.Scope && Key(left) == Key(right);

    private static int Compare(Suspicion left, Suspicion right)
    {
        int order = Key(left).CompareTo(Key(right));
        order = order != 0 ? order : left.Cause.CompareTo(right.Cause);
        order = order != 0 ? order : left.Source.CompareTo(right.Source);
        order = order != 0 ? order : left.OtherSource.CompareTo(right.OtherSource);
        order = order != 0 ? order : left.Value.CompareTo(right.Value);
        order = order != 0 ? order : left.First.CompareTo(right.First);
        order = order != 0 ? order : left.Second.CompareTo(right.Second);
        return order != 0 ? order : right.Weight.CompareTo(left.Weight);
    }

    /// <summary>Puts the suspicions of one indicator in order, in their place, and makes the findings of them.</summary>
    private Entry[] Put(int start, int end)
    {
        Span<Suspicion> suspicions = _suspicions.AsSpan(start, end - start);
        ulong[] keys = new ulong[suspicions.Length];
        for (int i = 0; i < suspicions.Length; i++)
        {
            suspicions[i] = Canonical(suspicions[i]);
            keys[i] = (ulong)suspicions[i].Scope << 32 | (uint)Key(suspicions[i]).Low;
        }

        // Sorting by a number first and comparing only what it leaves equal takes a third of the time of comparing all.
        keys.AsSpan().Sort(suspicions);
        ForEachRun(keys, suspicions, static equal => equal.Sort(Compare));
        Entry[] entries = MakeEntries(start, end);
        keys = new ulong[entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            // The bits of a number that is not negative are in the order of the numbers.
            keys[i] = (ulong)entries[i].County << 32 | ~BitConverter.SingleToUInt32Bits(entries[i].Weight);
        }

        keys.AsSpan().Sort(entries.AsSpan());
        ForEachRun(keys, entries.AsSpan(), static equal => equal.Sort(static (left, right) => left.Id.CompareTo(right.Id)));
        return entries;
    }

    private static void ForEachRun<T>(ulong[] keys, Span<T> items, Action<Span<T>> act)
    {
        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                act(items[start..end]);
            }

            start = end;
        }
    }

    private Entry[] MakeEntries(int from, int to)
    {
        List<Entry> entries = [];
        List<int> rows = [];
        FindingId identifier = new(_register);
        for (int start = from; start < to;)
        {
            int end = start + 1;
            while (end < to && AreOneFinding(_suspicions[start], _suspicions[end]))
            {
                end++;
            }

            float weight = 0;
            bool reportable = false;
            for (int i = start; i < end; i++)
            {
                weight += _suspicions[i].Weight;
                reportable |= _suspicions[i].IsReportable;
            }

            Rows(_suspicions[start], rows);
            ulong id = identifier.Of(_suspicions[start].Indicator, rows, out int first);
            entries.Add(new Entry(
                start, (ushort)Math.Min(end - start, ushort.MaxValue), _suspicions[start].Indicator, reportable,
                _register.Division(first).County, Math.Min(weight, Suspicion.MostWeight), id));
            start = end;
        }

        return [.. entries];
    }
}
