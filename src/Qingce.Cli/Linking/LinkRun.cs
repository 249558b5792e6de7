using Qingce.Cli.Screens;
using Qingce.Cli.Verifying;
using Qingce.Linkage;
using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>A linkage from the files to the folder of results.</summary>
internal static class LinkRun
{
    /// <summary>The words that models may use.</summary>
    public static LinkageVocabulary Vocabulary => LinkageVocabulary.General;

    /// <summary>Links, writes the result and tells what came of it.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(Screen screen, LinkRequest request, CancellationToken cancellation)
    {
        // Begun first: a place that cannot be written should be known before minutes of work.
        using AtomicFolder folder = AtomicFolder.Begin(request.Out, LinkFiles.About);
        LinkResult result;
        LinkStages stages;
        using (ProgressLine line = new(screen, TimeProvider.System))
        {
            stages = new LinkStages(screen, line);
            result = Link(request, stages, cancellation);
            stages.Run(LinkStage.Writing, progress =>
            {
                new LinkFiles(result, request.Threads).Write(folder.TemporaryPath, request.Format, progress, cancellation);
                File.WriteAllBytes(Path.Combine(folder.TemporaryPath, LinkFiles.Model), result.Model.Write());
                return true;
            });
            File.WriteAllBytes(Path.Combine(folder.TemporaryPath, LinkFiles.About), LinkJson.Write(result, request.Timings ? stages.Timings : null));
            cancellation.ThrowIfCancellationRequested();
            folder.Commit();
        }

        if (screen.Json)
        {
            screen.Write(File.ReadAllText(Path.Combine(folder.Path, LinkFiles.About)));
            return ExitCode.Done;
        }

        LinkSummary.Print(screen, result, folder.Path);
        if (request.Timings)
        {
            Timings.Print(screen, stages.Timings);
        }

        return ExitCode.Done;
    }

    private static LinkResult Link(LinkRequest request, LinkStages stages, CancellationToken cancellation)
    {
        LinkInputs inputs = LinkInputs.Open(request.Files);
        if (request.ModelFile is not { } path)
        {
            throw new CommandFault(ExitCode.Usage, new Phrase("请用 --model 给出模型。", "Give a model with --model."));
        }

        LinkageModel model = ModelFile.Read(path);
        ModelCheck.Require(path, model, inputs, Vocabulary);
        inputs.Require(request.Id is null ? [] : [request.Id], "--id", "--id");
        LinkTable table = stages.Run(LinkStage.Reading, _ => Read(inputs, request, model.Columns!, cancellation));
        Linker linker = new(table, Vocabulary, new SearchOptions { Threads = request.Threads });
        IReadOnlyList<string> notes = [];
        if (request.Train)
        {
            TrainingResult trained = stages.Run(LinkStage.Training, _ => linker.Train(model, cancellation));
            (model, notes) = (trained.Model, trained.Notes);
        }

        double threshold = request.Threshold ?? model.Threshold ?? 0.5;
        PairSearchResult found = stages.Run(
            LinkStage.Searching, progress => linker.Find(model, MatchWeight.FromProbability(threshold).Bits, progress, cancellation));
        IReadOnlyList<ScoredPair> pairs = request.LinkOnly ? [.. found.Pairs.Where(pair => table.SourceOf(pair.Left) != table.SourceOf(pair.Right))] : found.Pairs;
        return new LinkResult
        {
            Table = table,
            Inputs = inputs,
            Id = request.Id,
            Model = model,
            Threshold = threshold,
            Pairs = pairs,
            Rules = found.Passes,
            Persons = stages.Run(LinkStage.Clustering, _ => Cluster(table, pairs, threshold, request, cancellation)),
            Notes = notes,
        };
    }

    private static Clustering Cluster(LinkTable table, IReadOnlyList<ScoredPair> pairs, double threshold, LinkRequest request, CancellationToken cancellation)
    {
        ClusterOptions options = new()
        {
            Threshold = MatchWeight.FromProbability(threshold).Bits,
            OneToOne = request.OneToOne ? RowSources.FromCounts([.. table.Sources.Select(source => source.Rows)]) : null,
            Threads = request.Threads,
        };
        return RowClusters.Find(table.Rows, pairs, options, cancellation).Clustering!;
    }

    /// <summary>Reads the rows and sees to it that their ids name them.</summary>
    public static LinkTable Read(LinkInputs inputs, LinkRequest request, IReadOnlyList<ModelColumn> columns, CancellationToken cancellation)
    {
        LinkTable table = LinkTableReader.Read(inputs.Sources, request.Id, columns, Vocabulary, request.Threads, cancellation);
        if (request.Id is not null)
        {
            RecordIds.Require(table, inputs, request.MixedIds, request.Threads, cancellation);
        }

        return table.Rows > 1 ? table : throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
            $"{string.Join("、", request.Files)}：共 {table.Rows} 行，没有可比较的记录。", $"{string.Join(", ", request.Files)}: {table.Rows} rows in all; there is nothing to compare."));
    }
}
