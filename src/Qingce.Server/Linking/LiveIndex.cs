using System.Diagnostics.CodeAnalysis;
using Qingce.Checks.Indicators.Duplicates;
using Qingce.Exchange.Inputs;
using Qingce.Linkage;
using Qingce.Linkage.Chinese;
using Qingce.Register;
using Qingce.Server.Rows;
using Qingce.Storage;

namespace Qingce.Server.Linking;

/// <summary>A registration that is likely of the same person.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="Weight">Strength in bits.</param>
internal readonly record struct LikelyPerson(string RegistrationId, double Weight);

/// <summary>
/// The living registrations in an index beside the store, in which the likely same persons of a registration are found at once. It holds what it needs to
/// compare in clear, so that its folder is readable to the operator alone. Beside it stands how often values occurred in the register when it was made. Whatever happens
/// to it, it is made again out of the store. Safe for several threads.
/// </summary>
/// <param name="folder">Where the index lies.</param>
/// <param name="countsFile">Where the counts of values lie.</param>
internal sealed class LiveIndex(string folder, string countsFile) : IDisposable
{
    private const int RowsCountedAtOnce = 1 << 15;
    private const int FewestOutgrown = 1000;
    private const double LeastBitsOfAll = -1000;

    private static readonly RegisterField[] Fields =
        [RegisterField.Name, RegisterField.BirthDate, RegisterField.CitizenNumber, RegisterField.Sex, RegisterField.Phone, RegisterField.Address];

    private static readonly PersonHeaders Headers = new()
    {
        Name = Fields[0].Shape.Name,
        Birth = Fields[1].Shape.Name,
        Number = Fields[2].Shape.Name,
        Sex = Fields[3].Shape.Name,
        Phone = Fields[4].Shape.Name,
        Address = Fields[5].Shape.Name,
    };

    private readonly Lock _swapping = new();
    private LinkIndex? _index;
    private long _position;
    private volatile bool _isDamaged;

    /// <summary>How often values occurred in the register when the index was made; null while it is not ready.</summary>
    public ValueCounts? Counts { get; private set; }

    /// <summary>Whether it should be made anew: it was found damaged, or has grown so much that the counts say little of it.</summary>
    public bool NeedsMaking => _isDamaged || (Counts is { } counts && Count > 2 * counts.Registrations + FewestOutgrown);

    /// <summary>The sequence of the last change that it has taken.</summary>
    public long Position
    {
        get => Interlocked.Read(ref _position);
        set => Interlocked.Exchange(ref _position, value);
    }

    /// <summary>Whether it can be asked.</summary>
    public bool IsReady => _index is not null;

    /// <summary>How many registrations it holds; 0 while it is not ready.</summary>
    public long Count => _index?.Count ?? 0;

    /// <summary>Opens what is there; false when there is nothing, or nothing that can be used.</summary>
    public bool TryOpen()
    {
        try
        {
            if (!TryReadCounts(out ValueCounts? counts))
            {
                return false;
            }

            _index = LinkIndex.Open(folder, ChineseWords.Vocabulary);
            Counts = counts;
            return true;
        }
        catch (Exception fault) when (fault is LinkIndexException or LinkageModelException or IOException)
        {
            return false;
        }
    }

    /// <summary>Makes it anew, with weights trained on the registrations themselves.</summary>
    /// <param name="registrations">All registrations, of which the living get into the index and all are counted; gone through once.</param>
    /// <param name="count">About how many.</param>
    /// <param name="cancellation">Stops the making; what was there is gone on with.</param>
    public void Make(IEnumerable<RegistrationContent> registrations, long count, CancellationToken cancellation)
    {
        ValueCounting counting = new(count);
        LinkageModel model = PersonModel.Of(Headers);
        string[] columns = ["registration_id", .. Fields.Select(field => field.Shape.Name)];
        using RowsReader reader = new(folder, columns, Counted(registrations, counting, cancellation).Select(one => (string?[])[one.RegistrationId, .. Values(one)]), count);
        LinkTable table = LinkTableReader.Read(reader, "registration_id", model.Columns!, ChineseWords.Vocabulary, threads: 1, cancellation);
        if (table.Rows > 1)
        {
            model = new Linker(table, ChineseWords.Vocabulary, new SearchOptions { Threads = Environment.ProcessorCount }).Train(model, cancellation).Model;
        }

        ValueCounts counts = counting.Counts();
        lock (_swapping)
        {
            _index?.Dispose();
            _index = null;
            Counts = null;
            OperatorsFolder.Make(folder);
            _isDamaged = false;
            WriteCounts(counts);
            Counts = counts;
            _index = LinkIndex.Create(folder, table, model, ChineseWords.Vocabulary, cancellationToken: cancellation);
        }
    }

    /// <summary>
    /// The living registrations that are likely of the person, the likeliest first; none while it is not ready or where it is damaged: nobody who changes the register
    /// is kept from it by a copy.
    /// </summary>
    /// <param name="registration">The registration; itself is not among them.</param>
    /// <param name="leastBits">Weight from which one counts.</param>
    public IReadOnlyList<LikelyPerson> Find(RegistrationContent registration, double leastBits) => Find(registration, leastBits, (_, _) => true);

    /// <summary>
    /// The living registrations that share something with a registration and agree with it in name or number at least nearly, the likeliest first, whatever the weight:
    /// the check of duplicates gives its own, and takes strangers by name and number for nobody's second registrations.
    /// </summary>
    /// <param name="registration">The registration; itself is not among them.</param>
    public IReadOnlyList<LikelyPerson> FindAlike(RegistrationContent registration) => Find(registration, LeastBitsOfAll, IsAlike);

    private IReadOnlyList<LikelyPerson> Find(RegistrationContent registration, double leastBits, Func<LinkageModel, ulong, bool> counts)
    {
        try
        {
            return _index is not { } index ? [] :
            [
                .. index.Find(registration.RegistrationId, Values(registration), leastBits).Matches
                    .Where(match => match.Id != registration.RegistrationId && counts(index.Model, match.Pattern))
                    .Select(match => new LikelyPerson(match.Id, match.Weight)),
            ];
        }
        catch (LinkIndexException)
        {
            _isDamaged = true;
            return [];
        }
        catch (ObjectDisposedException)
        {
            // Made anew meanwhile.
            return [];
        }
    }

    private static bool IsAlike(LinkageModel model, ulong pattern) =>
        LevelOf(model, pattern, Fields[0].Shape.Name) is not ("surname" or "different") || LevelOf(model, pattern, Fields[2].Shape.Name) is "equal" or "slip" or "slip rechecked";

    // Null where one of the two has no value.
    private static string? LevelOf(LinkageModel model, ulong pattern, string column)
    {
        int comparison = model.IndexOf(column);
        int level = Pattern.Level(pattern, comparison);
        return level == 0 ? null : model.Comparisons[comparison].Levels[level - 1].Name;
    }

    /// <summary>Takes what registrations say now; those that do not live leave it.</summary>
    public void Put(IReadOnlyCollection<RegistrationContent> registrations)
    {
        if (_index is not { } index)
        {
            return;
        }

        index.Put(registrations.Where(one => one.IsLiving).Select(one => new IndexRecord(one.RegistrationId, Values(one))));
        foreach (RegistrationContent gone in registrations.Where(one => !one.IsLiving))
        {
            index.Remove(gone.RegistrationId);
        }
    }

    public void Dispose() => _index?.Dispose();

    private static IEnumerable<RegistrationContent> Counted(IEnumerable<RegistrationContent> registrations, ValueCounting counting, CancellationToken cancellation)
    {
        // It takes longer than reading them, and is done beside it, a part at a time.
        Task counted = Task.CompletedTask;
        try
        {
            foreach (RegistrationContent[] some in registrations.Chunk(RowsCountedAtOnce))
            {
                counted.GetAwaiter().GetResult();
                counted = Task.Run(() => counting.Add(InputRows.Register(some), cancellation), cancellation);
                foreach (RegistrationContent one in some.Where(one => one.IsLiving))
                {
                    yield return one;
                }
            }
        }
        finally
        {
            counted.GetAwaiter().GetResult();
        }
    }

    private bool TryReadCounts([NotNullWhen(true)] out ValueCounts? counts)
    {
        counts = null;
        if (File.Exists(countsFile))
        {
            using FileStream stream = File.OpenRead(countsFile);
            counts = ValueCounts.Read(stream);
        }

        return counts is not null;
    }

    private void WriteCounts(ValueCounts counts)
    {
        string next = countsFile + ".new";
        using (FileStream stream = File.Create(next))
        {
            counts.Write(stream);
        }

        File.Move(next, countsFile, overwrite: true);
    }

    private static string?[] Values(RegistrationContent registration) => [.. Fields.Select(field => registration[field])];
}
