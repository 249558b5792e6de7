namespace Qingce.Linkage;

/// <summary>Groups of rows of a component that grow by merging, with what may not come together.</summary>
internal sealed class RowGroups
{
    private readonly DisjointRows _sets;
    private readonly List<int>?[] _members;
    private readonly Dictionary<int, HashSet<int>> _apart = [];

    /// <summary>Each row a group of its own, apart from must-link pairs.</summary>
    public RowGroups(Component component)
    {
        _sets = new DisjointRows(component.Count);
        _members = new List<int>?[component.Count];
        foreach (var pair in component.Must)
        {
            Merge(_sets.Find(pair.Left), _sets.Find(pair.Right));
        }

        foreach (var pair in component.Cannot)
        {
            var (a, b) = (_sets.Find(pair.Left), _sets.Find(pair.Right));
            KeepApart(a, b);
            KeepApart(b, a);
        }
    }

    /// <summary>The group of a row, named by its first row.</summary>
    public int Find(int place) => _sets.Find(place);

    /// <summary>The rows of a group.</summary>
    public IReadOnlyList<int> Members(int group) => _members[group] ?? [group];

    /// <summary>Whether a reviewer keeps two groups apart.</summary>
    public bool AreKeptApart(int a, int b) => _apart.TryGetValue(a, out var others) && others.Contains(b);

    /// <summary>Makes one group of two; the group that remains is the one with the smaller name.</summary>
    public void Merge(int a, int b)
    {
        if (a == b)
        {
            return;
        }

        var (kept, gone) = (Math.Min(a, b), Math.Max(a, b));
        _sets.Join(kept, gone);
        (_members[kept] ??= [kept]).AddRange(Members(gone));
        _members[gone] = null;
        if (!_apart.Remove(gone, out var others))
        {
            return;
        }

        foreach (var other in others)
        {
            _apart[other].Remove(gone);
            KeepApart(kept, other);
            KeepApart(other, kept);
        }
    }

    /// <summary>The group of each row.</summary>
    public int[] ToLabels() => _sets.ToSmallestRows();

    private void KeepApart(int a, int b)
    {
        if (_apart.TryGetValue(a, out var others))
        {
            others.Add(b);
        }
        else
        {
            _apart.Add(a, [b]);
        }
    }
}
