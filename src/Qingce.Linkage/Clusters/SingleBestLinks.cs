namespace Qingce.Linkage;

/// <summary>
/// Links from the best down, leaving out those that would put a second row of a source in a cluster. Between two sources this is the
/// pairing in which each link is the best that either of its rows has left.
/// </summary>
internal static class SingleBestLinks
{
    public static int[] Part(Component component)
    {
        var groups = new RowGroups(component);
        var sources = new Dictionary<int, HashSet<int>>();
        foreach (var link in component.LinksByWeight())
        {
            var (a, b) = (groups.Find(link.A), groups.Find(link.B));
            if (a == b || groups.AreKeptApart(a, b) || SourcesOf(a).Overlaps(SourcesOf(b)))
            {
                continue;
            }

            var (kept, gone) = (Math.Min(a, b), Math.Max(a, b));
            SourcesOf(kept).UnionWith(SourcesOf(gone));
            groups.Merge(a, b);
        }

        return groups.ToLabels();

        HashSet<int> SourcesOf(int group) =>
            sources.TryGetValue(group, out var found)
                ? found
                : sources[group] = [.. groups.Members(group).Select(component.ExclusiveSource).Where(source => source >= 0)];
    }
}
