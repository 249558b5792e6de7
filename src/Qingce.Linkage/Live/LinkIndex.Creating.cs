namespace Qingce.Linkage;

public sealed partial class LinkIndex
{
    /// <summary>Makes an index of a table. An earlier index in the folder is there until the new one is whole, and then is gone.</summary>
    /// <param name="folder">A folder that does not exist, is empty, or holds an index.</param>
    /// <param name="table">The records. Their ids must differ; of several sources they begin with the name of the source and a slash.</param>
    /// <param name="model">A trained model of the columns of the table.</param>
    /// <param name="vocabulary">The words that the model uses.</param>
    /// <param name="options">How it is kept; null for the defaults.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the making; the folder is left as it was.</param>
    /// <returns>The index, open.</returns>
    /// <exception cref="LinkIndexException">The folder holds something else or is in use, or two records have one id.</exception>
    /// <exception cref="LinkageModelException">The model is not one of the table, or names what the vocabulary lacks.</exception>
    /// <exception cref="IOException">It cannot be written; the folder is left as it was.</exception>
    /// <exception cref="OperationCanceledException">The making was stopped.</exception>
    public static LinkIndex Create(
        string folder,
        LinkTable table,
        LinkageModel model,
        LinkageVocabulary vocabulary,
        LinkIndexOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(model);
        options ??= new LinkIndexOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LargestBlock, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.OverlayRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        var scheme = new IndexScheme(model, vocabulary);
        if (!table.Columns.SequenceEqual(scheme.Columns))
        {
            throw new LinkageModelException($"Model '{model.Name}' has other columns than the table.", $"模型“{model.Name}”的列与表不同。");
        }

        folder = Path.GetFullPath(folder);
        if (!IndexFolder.IsFree(folder))
        {
            throw new LinkIndexException(
                $"{folder} holds other files than those of an index. Choose another folder.", $"{folder} 中有不属于索引的文件。请另选文件夹。");
        }

        var isNew = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        var taken = TakeLock(folder);
        var number = IndexFolder.FreeNumber(folder);
        string[] files = [IndexFolder.Model(folder, number), IndexFolder.Segment(folder, number), IndexFolder.Log(folder, number)];
        var done = false;
        try
        {
            var json = model.Write();
            IndexFolder.Write(files[0], json);
            new SegmentWriter(scheme, options.Threads).Write(files[1], new TableRecords(table), terms: null, progress, cancellationToken);
            IndexLog.Create(folder, number).Dispose();
            new IndexManifest(options.LargestBlock, number, Checksum.Of(json), number, [(number, 0)]).Switch(folder);
            done = true;
        }
        finally
        {
            if (!done)
            {
                Array.ForEach(files, File.Delete);
                taken.Dispose();
                if (isNew)
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
        }

        return Opened(folder, scheme, options with { ReadOnly = false }, taken);
    }
}
