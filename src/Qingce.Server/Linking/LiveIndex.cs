using Qingce.Linkage;
using Qingce.Linkage.Chinese;
using Qingce.Register;
using Qingce.Server.Hosting;
using Qingce.Server.Rows;

namespace Qingce.Server.Linking;

/// <summary>A registration that is likely of the same person.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="Weight">Strength in bits.</param>
internal readonly record struct LikelyPerson(string RegistrationId, double Weight);

/// <summary>
/// The living registrations in an index beside the store, in which the likely same persons of a registration are found at once. It holds what it needs to
/// compare in clear, so that its folder is readable to the operator alone. Whatever happens to it, it is made again out of the store. Safe for several threads.
/// </summary>
internal sealed class LiveIndex(string folder) : IDisposable
{
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

    /// <summary>Whether it can be asked.</summary>
    public bool IsReady => _index is not null;

    /// <summary>How many registrations it holds; 0 while it is not ready.</summary>
    public long Count => _index?.Count ?? 0;

    /// <summary>Opens what is there; false when there is nothing, or nothing that can be used.</summary>
    public bool TryOpen()
    {
        try
        {
            _index = LinkIndex.Open(folder, ChineseWords.Vocabulary);
            return true;
        }
        catch (Exception fault) when (fault is LinkIndexException or LinkageModelException or IOException)
        {
            return false;
        }
    }

    /// <summary>Makes it anew, with weights trained on the registrations themselves.</summary>
    /// <param name="registrations">The living registrations; gone through once.</param>
    /// <param name="count">About how many.</param>
    /// <param name="cancellation">Stops the making; what was there is gone on with.</param>
    public void Make(IEnumerable<RegistrationContent> registrations, long count, CancellationToken cancellation)
    {
        LinkageModel model = PersonModel.Of(Headers);
        string[] columns = ["registration_id", .. Fields.Select(field => field.Shape.Name)];
        using RowsReader reader = new(folder, columns, registrations.Select(one => (string?[])[one.RegistrationId, .. Values(one)]), count);
        LinkTable table = LinkTableReader.Read(reader, "registration_id", model.Columns!, ChineseWords.Vocabulary, threads: 1, cancellation);
        if (table.Rows > 1)
        {
            model = new Linker(table, ChineseWords.Vocabulary, new SearchOptions { Threads = Environment.ProcessorCount }).Train(model, cancellation).Model;
        }

        lock (_swapping)
        {
            _index?.Dispose();
            _index = null;
            OperatorsFolder.Make(folder);
            _index = LinkIndex.Create(folder, table, model, ChineseWords.Vocabulary, cancellationToken: cancellation);
        }
    }

    /// <summary>The living registrations that are likely of the person, the likeliest first; none while it is not ready.</summary>
    /// <param name="registration">The registration; itself is not among them.</param>
    /// <param name="leastBits">Weight from which one counts.</param>
    public IReadOnlyList<LikelyPerson> Find(RegistrationContent registration, double leastBits) => _index is not { } index ? [] :
    [
        .. index.Find(Values(registration), leastBits).Matches
            .Where(match => match.Id != registration.RegistrationId)
            .Select(match => new LikelyPerson(match.Id, match.Weight)),
    ];

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

    private static string?[] Values(RegistrationContent registration) => [.. Fields.Select(field => registration[field])];
}
