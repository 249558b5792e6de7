using Qingce.Cli.Linking.Page;
using Qingce.Cli.Screens;
using Qingce.Cli.Verifying;
using Qingce.Linkage;
using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>A linkage from the files to the folder of results.</summary>
internal static class LinkRun
{
    /// <summary>Links, writes the result and tells what came of it.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(Screen screen, LinkRequest request, CancellationToken cancellation)
    {
        // Begun first: a place that cannot be written should be known before minutes of work.
        using AtomicFolder folder = AtomicFolder.Begin(request.Out, LinkFiles.About);
        LinkResult result;
        LinkageReport report;
        LinkStages stages;
        using (ProgressLine line = new(screen, TimeProvider.System))
        {
            stages = new LinkStages(screen, line);
            result = Link(request, stages, cancellation);
            report = stages.Run(LinkStage.Writing, progress => Write(screen, result, request, folder.TemporaryPath, progress, cancellation));
            File.WriteAllBytes(Path.Combine(folder.TemporaryPath, LinkFiles.About), LinkJson.Write(result, request.Timings ? stages.Timings : null));
            cancellation.ThrowIfCancellationRequested();
            folder.Commit();
        }

        if (screen.Json)
        {
            screen.Write(File.ReadAllText(Path.Combine(folder.Path, LinkFiles.About)));
            return ExitCode.Done;
        }

        LinkSummary.Print(screen, result, report, folder.Path);
        if (request.Timings)
        {
            Timings.Print(screen, stages.Timings);
        }

        return ExitCode.Done;
    }

    // The report has parts that take one thread, and a file that is being flushed takes none.
    private static LinkageReport Write(Screen screen, LinkResult result, LinkRequest request, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        LinkageReport? report = null;
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = request.Threads, CancellationToken = cancellation },
            () =>
            {
                report = Report(result, request, cancellation);
                File.WriteAllText(Path.Combine(folder, LinkPage.File), LinkPage.Make(report, result.Table, result.Persons.TextOf, !request.Unmasked, screen.Language));
            },
            () =>
            {
                if (request.Previous is not null)
                {
                    string ending = request.Format == TableFormat.Parquet ? ".parquet" : ".csv";
                    PersonChangeFile.Write(Path.Combine(folder, PersonChangeFile.Name + ending), result.Persons.Changes);
                }

                new LinkFiles(result, request.Threads).Write(folder, request.Format, progress, cancellation);
                File.WriteAllBytes(Path.Combine(folder, LinkFiles.Model), result.Model.Write());
            });
        return report!;
    }

    private static LinkResult Link(LinkRequest request, LinkStages stages, CancellationToken cancellation)
    {
        EarlierResult? earlier = request.Previous is null ? null : EarlierResult.Open(request.Previous);
        LinkBasis basis = LinkBasis.Prepare(request, stages, cancellation);
        (LinkTable table, LinkageModel model) = (basis.Table, basis.Model);
        LinkConstraints constraints = ConstraintFiles.Read(request.MustLink, request.CannotLink, table);
        double threshold = request.Threshold ?? model.Threshold ?? 0.5;
        PairEvidence evidence = basis.Linker.Evidence(model);
        PairSearchResult found = stages.Run(
            LinkStage.Searching, progress => Find(basis.Linker, model, MatchWeight.FromProbability(threshold).Bits, progress, cancellation));
        IReadOnlyList<ScoredPair> pairs = found.Pairs;
        Clustering clusters = stages.Run(LinkStage.Clustering, _ => Cluster(table, pairs, evidence, threshold, request, constraints, cancellation));
        return new LinkResult
        {
            Table = table,
            Inputs = basis.Inputs,
            Id = basis.Id,
            HasPlainIds = basis.HasPlainIds,
            Model = model,
            Threshold = threshold,
            Pairs = pairs,
            Rules = found.Passes,
            Clusters = clusters,
            Persons = stages.Run(LinkStage.Naming, _ => PersonIds.Assign(
                clusters, new RecordKeys(table).Of, earlier?.Persons(table.Sources, request.Threads, cancellation) ?? new PreviousPersons(), request.Threads)),
            Notes = basis.Notes,
            LevelNotes = basis.LevelNotes,
            AcrossSources = basis.AcrossSources,
            Evidence = evidence,
            Candidates = basis.Candidates,
        };
    }

    private static PairSearchResult Find(Linker linker, LinkageModel model, double threshold, IProgress<double> progress, CancellationToken cancellation)
    {
        try
        {
            return linker.Find(model, threshold, progress, cancellation);
        }
        catch (TooManyPairsException many)
        {
            string pairs = ScreenTable.Whole(many.Pairs);
            throw new CommandFault(ExitCode.Usage, new Phrase(
                $"规则“{many.Rule}”会产生约 {pairs} 对记录，超过 --most-pairs。请在模型的 blocking 中给该规则再加一列，或提高 --most-pairs；link analyse 可事先查看。",
                $"The blocking rule '{many.Rule}' makes about {pairs} pairs, more than --most-pairs. Add a further column to it in the model's blocking, or raise --most-pairs; link analyse shows it beforehand."));
        }
    }

    private static LinkageReport Report(LinkResult result, LinkRequest request, CancellationToken cancellation) =>
        LinkageReport.Of(new LinkageOutcome
        {
            Table = result.Table,
            Evidence = result.Evidence,
            Threshold = MatchWeight.FromProbability(result.Threshold).Bits,
            Pairs = result.Pairs,
            Rules = result.Rules,
            Clusters = result.Clusters,
            Candidates = result.Candidates,
            Reference = request.Truth is null ? null : Truth(result, request.Truth, request.Threads, cancellation),
            AcrossSources = result.AcrossSources,
            Notes = result.Notes,
            LevelNotes = result.LevelNotes,
            Threads = request.Threads,
        });

    private static int[] Truth(LinkResult result, string column, int threads, CancellationToken cancellation) => LinkTruth.Number(
        LinkTableReader.Read(result.Inputs.Sources, null, [new ModelColumn { Name = column, Kind = "verbatim" }], LinkageVocabulary.General, threads, cancellation), 0);

    private static Clustering Cluster(
        LinkTable table,
        IReadOnlyList<ScoredPair> pairs,
        PairEvidence evidence,
        double threshold,
        LinkRequest request,
        LinkConstraints constraints,
        CancellationToken cancellation)
    {
        ClusterOptions options = new()
        {
            Threshold = MatchWeight.FromProbability(threshold).Bits,
            Weight = evidence.Weight,
            WeightThrough = evidence.WeightThrough,
            ContentKey = table.ContentKey,
            OneToOne = request.OneToOne ? RowSources.FromCounts([.. table.Sources.Select(source => source.Rows)]) : null,
            Constraints = constraints,
            Threads = request.Threads,
        };
        ClusteringResult result = RowClusters.Find(table.Rows, pairs, options, cancellation);
        return result.Clustering ?? throw ConstraintFiles.Refuse(result.Errors, table);
    }
}
