using System.Runtime.InteropServices;
using System.Text;

namespace Qingce.Linkage;

/// <summary>Who the clusters were in the run before.</summary>
internal sealed class PersonOverlap
{
    private const int None = -1;
    private const int Several = -2;
    private readonly Clustering _clustering;
    private readonly RecordKey _keyOf;
    private readonly PreviousPersons _previous;
    private readonly int[] _personOfRow;

    // The one person whose records a cluster has, and the one cluster that has a person's records.
    private readonly int[] _personOfCluster;
    private readonly int[] _clusterOfPerson;
    private readonly int[] _smallestKey;

    public PersonOverlap(Clustering clustering, RecordKey keyOf, PreviousPersons previous)
    {
        (_clustering, _keyOf, _previous) = (clustering, keyOf, previous);
        (_personOfRow, _personOfCluster, _smallestKey) = (new int[clustering.Rows], new int[clustering.Rows], new int[clustering.Rows]);
        _clusterOfPerson = new int[previous.Persons];
        Array.Fill(_personOfCluster, None);
        Array.Fill(_clusterOfPerson, None);
        var clusters = clustering.Clusters;
        for (var row = 0; row < clusters.Length; row++)
        {
            var cluster = clusters[row];
            var person = previous.Persons == 0 ? None : previous.PersonOf(keyOf(row));
            _personOfRow[row] = person;
            if (person >= 0)
            {
                _personOfCluster[cluster] = _personOfCluster[cluster] == None || _personOfCluster[cluster] == person ? person : Several;
                _clusterOfPerson[person] = _clusterOfPerson[person] == None || _clusterOfPerson[person] == cluster ? cluster : Several;
            }

            // The cluster is called by its smallest row, so that row comes first.
            _smallestKey[cluster] = row == cluster || IsKeyBefore(row, _smallestKey[cluster]) ? row : _smallestKey[cluster];
        }
    }

    public PersonIds Assign()
    {
        var overlaps = Overlaps();
        var ids = Ids(overlaps);
        var named = new PersonIds(_clustering, _keyOf, _previous, ids);
        AddSuffixes(named, ids);
        var clusters = Enumerable.Range(0, _clustering.Rows).Where(row => _clustering.Clusters[row] == row && _personOfCluster[row] == None);
        named.Changes = new PersonChanges
        {
            Merged = [.. overlaps.GroupBy(o => o.Cluster).Where(g => g.Count() > 1)
                .Select(g => new MergedPersons([.. g.Select(o => TextOf(o.Person)).Order(StringComparer.Ordinal)], named.TextOf(g.Key)))
                .OrderBy(m => m.Person, StringComparer.Ordinal)],
            Split = [.. overlaps.GroupBy(o => o.Person).Where(g => g.Count() > 1)
                .Select(g => new SplitPerson(TextOf(g.Key), [.. g.Select(o => named.TextOf(o.Cluster)).Order(StringComparer.Ordinal)]))
                .OrderBy(s => s.Previous, StringComparer.Ordinal)],
            New = new LazyTexts([.. clusters], named.TextOf),
            Gone = new LazyTexts([.. Enumerable.Range(0, _previous.Persons).Where(person => _clusterOfPerson[person] == None)], TextOf),
        };
        return named;
    }

    private string TextOf(int person) => Encoding.UTF8.GetString(_previous.IdOf(person));

    // Clusters of several persons, and persons in several clusters; largest overlap first.
    private List<(int Cluster, int Person, int Rows)> Overlaps()
    {
        var keys = new List<ulong>();
        for (var row = 0; row < _personOfRow.Length; row++)
        {
            var (cluster, person) = (_clustering.Clusters[row], _personOfRow[row]);
            if (person >= 0 && (_personOfCluster[cluster] == Several || _clusterOfPerson[person] == Several))
            {
                keys.Add(((ulong)(uint)cluster << 32) | (uint)person);
            }
        }

        keys.Sort();
        var overlaps = new List<(int Cluster, int Person, int Rows)>();
        foreach (var key in keys)
        {
            var (cluster, person) = ((int)(key >> 32), (int)(key & uint.MaxValue));
            if (overlaps.Count > 0 && overlaps[^1] is var last && last.Cluster == cluster && last.Person == person)
            {
                CollectionsMarshal.AsSpan(overlaps)[^1].Rows++;
            }
            else
            {
                overlaps.Add((cluster, person, 1));
            }
        }

        overlaps.Sort((x, y) =>
        {
            var order = y.Rows.CompareTo(x.Rows);
            order = order != 0 || x.Person == y.Person ? order : _previous.IdOf(x.Person).SequenceCompareTo(_previous.IdOf(y.Person));
            return order != 0 || x.Cluster == y.Cluster ? order : CompareKeys(_keyOf, _smallestKey[x.Cluster], _smallestKey[y.Cluster]);
        });
        return overlaps;
    }

    private int[] Ids(List<(int Cluster, int Person, int Rows)> overlaps)
    {
        var ids = new int[_clustering.Rows];
        for (var row = 0; row < ids.Length; row++)
        {
            var person = _personOfCluster[row];
            ids[row] = person >= 0 && _clusterOfPerson[person] == row ? person : ~_smallestKey[row];
        }

        var taken = new HashSet<int>();
        foreach (var (cluster, person, _) in overlaps)
        {
            if (ids[cluster] < 0 && taken.Add(person))
            {
                ids[cluster] = person;
            }
        }

        return ids;
    }

    private void AddSuffixes(PersonIds named, int[] ids)
    {
        if (_previous.Persons == 0)
        {
            return;
        }

        var newClusters = Enumerable.Range(0, ids.Length).Where(row => _clustering.Clusters[row] == row && ids[row] < 0).ToArray();
        var clashing = newClusters.Where(cluster => _previous.Knows(_keyOf(~ids[cluster]))).ToArray();
        if (clashing.Length == 0)
        {
            return;
        }

        var used = newClusters.Select(cluster => KeyHash.Of(_keyOf(~ids[cluster]))).ToHashSet();
        foreach (var cluster in clashing)
        {
            var key = Encoding.UTF8.GetString(_keyOf(~ids[cluster]));
            for (var number = 2; ; number++)
            {
                var id = Encoding.UTF8.GetBytes($"{key}-{number}");
                if (!_previous.Knows(id) && used.Add(KeyHash.Of(id)))
                {
                    named.Suffix(cluster, id);
                    break;
                }
            }
        }
    }

    private bool IsKeyBefore(int row, int other) => CompareKeys(_keyOf, row, other) < 0;

    /// <summary>Orders two rows by their keys. The callback may hand out one buffer again and again, so the first key is copied.</summary>
    public static int CompareKeys(RecordKey keyOf, int left, int right)
    {
        var key = keyOf(left);
        Span<byte> copy = key.Length <= 256 ? stackalloc byte[256] : new byte[key.Length];
        key.CopyTo(copy);
        return copy[..key.Length].SequenceCompareTo(keyOf(right));
    }
}
