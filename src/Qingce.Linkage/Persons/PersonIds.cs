using System.Text;

namespace Qingce.Linkage;

/// <summary>The key of a record, UTF-8, unique among all records and the same from run to run.</summary>
/// <param name="row">The row.</param>
public delegate ReadOnlySpan<byte> RecordKey(int row);

/// <summary>
/// A person id for each row that stays the same from one run to the next. A cluster takes over the id of the person before with whom it
/// has most records in common, each id once, larger overlaps first; of equal ones the person and then the cluster that come
/// first by id and by smallest record key. Any other cluster is called by its smallest record key, with -2, -3 ... behind it when that was an
/// id before. Ids depend on the records and clusters alone, never on the order of rows.
/// </summary>
public sealed class PersonIds
{
    private readonly Clustering _clustering;
    private readonly RecordKey _keyOf;
    private readonly PreviousPersons _previous;

    // By a cluster's smallest row: the person of the run before from 0, or the complement of the row whose key is the id.
    private readonly int[] _ids;
    private readonly Dictionary<int, byte[]> _suffixed = [];

    internal PersonIds(Clustering clustering, RecordKey keyOf, PreviousPersons previous, int[] ids) =>
        (_clustering, _keyOf, _previous, _ids) = (clustering, keyOf, previous, ids);

    /// <summary>How the persons differ from those of the run before.</summary>
    public PersonChanges Changes { get => field ??= FirstChanges(); internal set; }

    /// <summary>Gives each cluster its id.</summary>
    /// <param name="clustering">The clusters of this run.</param>
    /// <param name="keyOf">The key of each row.</param>
    /// <param name="previous">The run before; empty when there was none.</param>
    /// <param name="threads">Threads to use, 1 or more; with more than one, keys are asked for by several at a time.</param>
    public static PersonIds Assign(Clustering clustering, RecordKey keyOf, PreviousPersons previous, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(clustering);
        ArgumentNullException.ThrowIfNull(keyOf);
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return previous.Persons > 0 ? new PersonOverlap(clustering, keyOf, previous).Assign() : First(clustering, keyOf, previous, threads);
    }

    /// <summary>The row whose key is the person id of a row; -1 where the id is that of a person before.</summary>
    /// <param name="row">A row of the clustering.</param>
    public int NamesakeOf(int row)
    {
        var cluster = _clustering.Clusters[row];
        return _ids[cluster] >= 0 || _suffixed.ContainsKey(cluster) ? -1 : ~_ids[cluster];
    }

    /// <summary>The person id of a row, UTF-8; to be used before the next key is asked for.</summary>
    /// <param name="row">A row of the clustering.</param>
    public ReadOnlySpan<byte> Of(int row)
    {
        var cluster = _clustering.Clusters[row];
        var id = _ids[cluster];
        return id >= 0 ? _previous.IdOf(id) : _suffixed.TryGetValue(cluster, out var suffixed) ? suffixed : _keyOf(~id);
    }

    /// <summary>The person id of a row.</summary>
    /// <param name="row">A row of the clustering.</param>
    public string TextOf(int row) => Encoding.UTF8.GetString(Of(row));

    // Where nobody was before, every cluster has the smallest of its keys. Each thread sees to some of the clusters, of which no row comes before.
    private static PersonIds First(Clustering clustering, RecordKey keyOf, PreviousPersons none, int threads)
    {
        var ids = new int[clustering.Rows];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var clusters = clustering.Clusters;
            var (from, end) = ((int)((long)ids.Length * part / threads), (int)((long)ids.Length * (part + 1) / threads));
            for (var row = from; row < ids.Length; row++)
            {
                var cluster = clusters[row];
                if (cluster >= from && cluster < end)
                {
                    ids[cluster] = row == cluster || PersonOverlap.CompareKeys(keyOf, row, ~ids[cluster]) < 0 ? ~row : ids[cluster];
                }
            }
        });
        return new PersonIds(clustering, keyOf, none, ids);
    }

    private PersonChanges FirstChanges()
    {
        var persons = Enumerable.Range(0, _clustering.Rows).Where(row => _clustering.Clusters[row] == row);
        return new PersonChanges { Merged = [], Split = [], New = new LazyTexts([.. persons], TextOf), Gone = [] };
    }

    internal void Suffix(int cluster, byte[] id) => _suffixed.Add(cluster, id);
}
