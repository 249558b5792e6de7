using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Register;
using Qingce.Storage.Changes;
using Qingce.Storage.Importing;
using Qingce.Storage.Persons;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Reading;

/// <summary>The register as it stood at one moment, with its sources, changes and coverage, as the files a verification reads.</summary>
public sealed class RegisterReading : IAsyncDisposable
{
    private const int Categories = 23;

    private readonly StoreSnapshot _snapshot;

    private RegisterReading(StoreSnapshot snapshot, IReadOnlyList<InputFile> inputs, IReadOnlySet<(string Left, string Right)> keptApart)
    {
        _snapshot = snapshot;
        Inputs = inputs;
        KeptApart = keptApart;
    }

    /// <summary>The tables. They may be read any number of times, and always give the same rows, until this is disposed of.</summary>
    public IReadOnlyList<InputFile> Inputs { get; }

    /// <summary>Pairs of registration ids, the first in ordinal order at the left, that a reviewer said are two people.</summary>
    public IReadOnlySet<(string Left, string Right)> KeptApart { get; }

    /// <summary>Begins a reading. What is written from now on is not in it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="threads">Threads that will read at most.</param>
    /// <param name="cancellation">Ends the waiting for the moment.</param>
    public static async Task<RegisterReading> BeginAsync(Store store, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        StoreSnapshot snapshot = await store.TakeSnapshotAsync(threads, cancellation).ConfigureAwait(false);
        List<InputFile> inputs = [];
        Add(inputs, snapshot, store.Keys, ReadTable.Registrations, InputRole.Register, null, "register");
        Add(inputs, snapshot, store.Keys, ReadTable.PastChanges, InputRole.Changes, null, "changes");
        for (int category = 1; category <= Categories; category++)
        {
            Add(inputs, snapshot, store.Keys, ReadTable.SourceRecords, InputRole.Source, category, string.Create(CultureInfo.InvariantCulture, $"sources/{category:D2}"));
        }

        await using RegisterContext context = store.Read();
        List<CoveredArea> covered = await context.Coverage.AsNoTracking().OrderBy(area => area.Category).ThenBy(area => area.Division).ThenBy(area => area.From)
            .ToListAsync(cancellation).ConfigureAwait(false);
        AddRows(
            inputs, InputRole.Coverage, "sources/coverage", FileShapes.Coverage,
            [.. covered.Select(area => (string?[])[area.Category.ToString("D2", CultureInfo.InvariantCulture), area.Division, area.From, area.To])]);
        AddRows(inputs, InputRole.Changes, "changes/accepted", FileShapes.Changes, await ChangesAsFile.OwnAsync(context, store.Keys, cancellation).ConfigureAwait(false));
        IReadOnlyList<ReviewersWord> words = await StandingWords.AllAsync(context, cancellation).ConfigureAwait(false);
        return new RegisterReading(
            snapshot, inputs, words.Where(word => word.KeepsApart).Select(word => (word.Left, word.Right)).ToHashSet());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _snapshot.DisposeAsync();

    private static void Add(List<InputFile> inputs, StoreSnapshot snapshot, Keyring keys, ReadTable table, InputRole role, int? category, string name)
    {
        IReadOnlyList<TablePart> parts = snapshot.Parts(table.Table, category);
        if (parts.Count > 0)
        {
            inputs.Add(new InputFile(name, name, role, category ?? 0) { Opens = () => new SnapshotReader(name, snapshot, table, category, parts, keys) });
        }
    }

    private static void AddRows(List<InputFile> inputs, InputRole role, string name, IReadOnlyList<FieldShape> shape, List<string?[]> rows)
    {
        if (rows.Count > 0)
        {
            inputs.Add(new InputFile(name, name, role) { Opens = () => new RowsReader(name, [.. shape.Select(field => field.Name)], rows, rows.Count) });
        }
    }
}
