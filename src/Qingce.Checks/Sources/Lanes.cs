namespace Qingce.Checks.Sources;

/// <summary>Lists that several workers fill at a time, each its own. Their order means nothing until they are joined and sorted.</summary>
/// <param name="threads">Number of workers.</param>
internal sealed class Lanes<T>(int threads)
{
    private readonly List<T>[] _lanes = [.. Enumerable.Range(0, threads).Select(_ => new List<T>())];

    public void Add(int lane, T item) => _lanes[lane].Add(item);

    /// <summary>All items in the order of a comparison, which must tell apart all that differ; the lanes are empty afterwards.</summary>
    public T[] Sorted(Comparison<T> comparison)
    {
        int count = _lanes.Sum(lane => lane.Count);
        T[] all = new T[count];
        int at = 0;
        foreach (List<T> lane in _lanes)
        {
            lane.CopyTo(all, at);
            at += lane.Count;
            lane.Clear();
            lane.TrimExcess();
        }

        Array.Sort(all, comparison);
        return all;
    }
}
