using System.Collections.Concurrent;
using Qingce.Checks.Loading;
using Qingce.Checks.Registrations;
using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Tables;

namespace Qingce.Checks.Sources;

/// <summary>Streams the past changes.</summary>
internal sealed class ChangeReader
{
    private readonly int _threads;
    private readonly List<SourceFile> _files = [];

    /// <summary>Opens every file and matches its headers.</summary>
    /// <exception cref="InputFaultException">A file lacks a column that is required.</exception>
    /// <exception cref="TableFormatException">A file is no table.</exception>
    public ChangeReader(InputFiles files, HeaderMapping mapping, int threads)
    {
        _threads = threads;
        foreach (InputFile file in files.Changes)
        {
            using TableReader reader = file.Open();
            HeaderMap headers = HeaderMap.Match(file.Name, reader.ColumnNames, FileShapes.Changes, mapping);
            FileCounts counts = new(file);
            counts.Opened(reader, headers);
            _files.Add(new SourceFile(file, _files.Count, headers, counts, reader.RowCountHint));
        }
    }

    public IReadOnlyList<SourceFile> Files => _files;

    /// <summary>Gives every batch to a fold, from several threads.</summary>
    public void Fold(RegisterStore register, Action<ChangeBatch> fold, CancellationToken cancellation)
    {
        ConcurrentBag<ChangeBatch> idle = [.. Enumerable.Range(0, _threads).Select(lane => new ChangeBatch(register, lane))];
        foreach (SourceFile file in _files)
        {
            long unknown = 0;
            List<int> fields = [.. Enumerable.Range(0, FileShapes.Changes.Count).Where(file.Headers.Has)];
            using TableReader reader = file.File.Open();
            reader.ReadParallel(
                [.. fields.Select(field => file.Headers[field])],
                _threads,
                batch =>
                {
                    file.Counts.Count(batch);
                    if (!idle.TryTake(out ChangeBatch? typed))
                    {
                        throw new InvalidOperationException("More workers than lanes.");
                    }

                    Column?[] columns = new Column?[FileShapes.Changes.Count];
                    for (int i = 0; i < fields.Count; i++)
                    {
                        columns[fields[i]] = batch[i];
                    }

                    typed.Begin(batch, file.Part, columns, file.Counts);
                    Interlocked.Add(ref unknown, typed.Unknown);
                    fold(typed);
                    idle.Add(typed);
                },
                cancellation);
            if (unknown > 0)
            {
                file.Counts.Note(
                    "registration_id",
                    $"{unknown} changes name a registration that the register does not have; nothing is concluded from them. Check that both files are of one delivery.",
                    $"{unknown} 条变更所指的登记编号不在登记文件中，未据以得出任何结论。请确认两个文件属于同一批数据。");
            }
        }
    }

    /// <summary>Fetches what the wanted rows say.</summary>
    public void Fetch(SourceExcerpts excerpts, CancellationToken cancellation)
    {
        if (!excerpts.WantsAny(Findings.SourceRef.ChangesCategory))
        {
            return;
        }

        int count = FileShapes.Changes.Count;
        excerpts.SetFields(
            Findings.SourceRef.ChangesCategory,
            Enumerable.Range(0, count).ToDictionary(field => FileShapes.Changes[field].Name, StringComparer.Ordinal));
        foreach (SourceFile file in _files)
        {
            bool[] present = [.. Enumerable.Range(0, count).Select(file.Headers.Has)];
            using TableReader reader = file.File.Open();
            reader.ReadParallel(
                [.. Enumerable.Range(0, count).Where(file.Headers.Has).Select(field => file.Headers[field])],
                _threads,
                batch => ExcerptCopier.Copy(excerpts, Findings.SourceRef.ChangesCategory, file.Part, batch, present),
                cancellation);
        }
    }
}
