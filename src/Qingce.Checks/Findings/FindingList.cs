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

    private readonly RegisterStore _register;
    private readonly RowGroups _groups;
    private readonly Suspicion[] _suspicions;
    private readonly Entry[] _entries;

    public FindingList(RegisterStore register, RowGroups groups, IEnumerable<FindingSink> sinks)
    {
        _register = register;
        _groups = groups;
        List<Suspicion> all = [];
        foreach (FindingSink sink in sinks)
        {
            foreach (Suspicion suspicion in sink.Suspicions)
            {
                all.Add(Canonical(suspicion));
            }
        }

        _suspicions = [.. all];
        all.Clear();
        all.TrimExcess();
        Array.Sort(_suspicions, Compare);
        _entries = MakeEntries();
    }

    public static FindingList Empty { get; } = new(new RegisterStore(), new RowGroups(), []);

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
        left.Indicator == right.Indicator && left.Scope == right.Scope && Key(left) == Key(right);

    private static int Compare(Suspicion left, Suspicion right)
    {
        // Enumerations are compared as numbers: their own CompareTo puts both sides on the heap.
        int order = ((byte)left.Indicator).CompareTo((byte)right.Indicator);
        order = order != 0 ? order : ((byte)left.Scope).CompareTo((byte)right.Scope);
        order = order != 0 ? order : Key(left).CompareTo(Key(right));
        order = order != 0 ? order : left.Cause.CompareTo(right.Cause);
        order = order != 0 ? order : left.Source.CompareTo(right.Source);
        order = order != 0 ? order : left.OtherSource.CompareTo(right.OtherSource);
        order = order != 0 ? order : left.Value.CompareTo(right.Value);
        order = order != 0 ? order : left.First.CompareTo(right.First);
        order = order != 0 ? order : left.Second.CompareTo(right.Second);
        return order != 0 ? order : right.Weight.CompareTo(left.Weight);
    }

    private Entry[] MakeEntries()
    {
        List<Entry> entries = [];
        List<int> rows = [];
        FindingId identifier = new(_register);
        for (int start = 0; start < _suspicions.Length;)
        {
            int end = start + 1;
            while (end < _suspicions.Length && AreOneFinding(_suspicions[start], _suspicions[end]))
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
                _register.Division(first).County, Math.Min(weight, 20), id));
            start = end;
        }

        Entry[] sorted = [.. entries];
        Array.Sort(sorted, static (left, right) =>
        {
            int order = ((byte)left.Indicator).CompareTo((byte)right.Indicator);
            order = order != 0 ? order : left.County.CompareTo(right.County);
            order = order != 0 ? order : right.Weight.CompareTo(left.Weight);
            return order != 0 ? order : left.Id.CompareTo(right.Id);
        });
        return sorted;
    }
}
