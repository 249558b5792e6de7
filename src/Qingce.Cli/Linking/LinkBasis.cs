using Qingce.Linkage;
using Qingce.Linkage.Chinese;
using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>What every link command begins with: the rows that were read and the model for them.</summary>
/// <param name="Inputs">The files.</param>
/// <param name="Id">The column of record ids, or null where rows are numbered.</param>
/// <param name="Table">The rows.</param>
/// <param name="Linker">Links them.</param>
/// <param name="Model">The model.</param>
/// <param name="Notes">What was seen and chosen, in words.</param>
/// <param name="HasPlainIds">Whether no id needs quotes or a guard in CSV.</param>
internal sealed record LinkBasis(LinkInputs Inputs, string? Id, LinkTable Table, Linker Linker, LinkageModel Model, IReadOnlyList<Wording> Notes, bool HasPlainIds)
{
    /// <summary>Patterns of the compared pairs as training counted them; null when the model was not trained.</summary>
    public PatternCounts? Candidates { get; init; }

    /// <summary>What training said of single levels: never seen, or against a match.</summary>
    public IReadOnlyList<Wording> LevelNotes { get; init; } = [];

    /// <summary>Whether only rows of different sources are compared.</summary>
    public bool AcrossSources { get; init; }

    /// <summary>The words that models may use.</summary>
    public static LinkageVocabulary Vocabulary => ChineseWords.Vocabulary;

    /// <summary>Reads the files and the model, and trains it where that was asked for.</summary>
    /// <exception cref="CommandFault">The files, their ids or the model cannot be used.</exception>
    /// <exception cref="TableFormatException">A file cannot be read.</exception>
    public static LinkBasis Prepare(LinkRequest request, LinkStages stages, CancellationToken cancellation)
    {
        LinkInputs inputs = LinkInputs.Open(request.Files);
        if (request.LinkOnly && inputs.All.Count < 2)
        {
            throw new CommandFault(ExitCode.Usage, new Phrase(
                "--link-only 只在不同来源之间找同一人：请给出两个或更多文件。", "--link-only links records of different sources only: give two files or more."));
        }

        inputs.Require(request.Id is null ? [] : [request.Id], "--id", "--id");
        inputs.Require(request.Truth is null ? [] : [request.Truth], "--truth", "--truth");
        string? id = request.Id;
        LinkageModel model;
        List<Wording> notes = [];
        IReadOnlyList<Wording> levelNotes = [];
        bool linkOnly = request.LinkOnly;
        if (request.ModelFile is { } path)
        {
            ModelFile file = ModelFile.Read(path);
            model = file.Model;
            linkOnly |= file.LinkOnly;
            notes.AddRange(file.Notes);
            id ??= inputs.All.All(input => file.IdColumn is { } own && input.Columns.Contains(own)) ? file.IdColumn : null;
            ModelCheck.Require(path, model, inputs, Vocabulary);
        }
        else
        {
            RequireRows(inputs, request);
            ModelProposal proposal = stages.Run(LinkStage.Proposing, _ => Propose(inputs, request));
            (model, id) = (proposal.Model, proposal.IdColumn);
            notes.AddRange(proposal.Notes);
        }

        model = model with { IdColumn = id };
        (LinkTable table, bool plain) = stages.Run(LinkStage.Reading, _ => Read(inputs, id, request, model.Columns!, cancellation));
        if (request.Train && request.ModelFile is not null)
        {
            (table, IReadOnlyList<Wording> defaults) = DefaultValues.TakeFrom(table, Vocabulary, request.Threads, cancellation);
            model = model with { Columns = table.Columns };
            notes.AddRange(defaults);
        }

        Linker linker = new(table, Vocabulary, new SearchOptions { Threads = request.Threads, AcrossSources = linkOnly, MostPairs = request.MostPairs });
        PatternCounts? candidates = null;
        if (request.Train || (request.ModelFile is null && request.MayTrain))
        {
            TrainingResult trained = stages.Run(LinkStage.Training, _ => linker.Train(model, cancellation));
            (model, candidates) = (trained.Model, trained.Candidates);
            levelNotes = trained.LevelNotes;
            notes.AddRange(trained.Notes.Except(levelNotes));
        }

        if (request.Labels is { } labels)
        {
            (model, Wording told) = LabelFile.Calibrate(labels, linker, table, model, request.LabelThreshold);
            notes.Add(told);
        }

        return new LinkBasis(inputs, id, table, linker, model, notes, plain) { Candidates = candidates, LevelNotes = levelNotes, AcrossSources = linkOnly };
    }

    private static ModelProposal Propose(LinkInputs inputs, LinkRequest request)
    {
        try
        {
            return ModelProposal.Of(inputs.Sources, Vocabulary, new ProposalOptions { IdColumn = request.Id, Threads = request.Threads, Ignored = request.Truth is null ? [] : [request.Truth] });
        }
        catch (LinkageModelException fault)
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                $"无法拟定模型：{fault.Chinese}请用 --model 给出模型。", $"No model can be made for these files: {fault.Message} Give one with --model."));
        }
    }

    private static (LinkTable Table, bool HasPlainIds) Read(LinkInputs inputs, string? id, LinkRequest request, IReadOnlyList<ModelColumn> columns, CancellationToken cancellation)
    {
        LinkTable table = LinkTableReader.Read(inputs.Sources, id, columns, Vocabulary, request.Threads, cancellation);
        bool plain = id is null || RecordIds.Require(table, inputs, request.MixedIds, request.Threads, cancellation);
        foreach (LinkSource source in table.Sources.Where(source => source.Rejected > request.MaxRejectShare * (source.Rows + source.Rejected)))
        {
            throw new CommandFault(ExitCode.TooManyRejects, LinkSummary.Rejects(source));
        }

        return table.Rows > 1 ? (table, plain) : throw TooFewRows(request, table.Rows);
    }

    // Said before a model is sought, which would only find that no column tells anything. Rows that cannot be read are told when all are read.
    private static void RequireRows(LinkInputs inputs, LinkRequest request)
    {
        const int clearlyMore = 1000;
        int rows = 0;
        foreach (string file in inputs.RowHint > clearlyMore ? [] : inputs.All.SelectMany(input => input.Files))
        {
            using TableReader reader = TableReader.Open(file);
            foreach (Batch batch in reader.Read([0]))
            {
                rows += batch.RowCount + batch.Rejects.Count;
            }
        }

        if (rows < 2 && inputs.RowHint <= clearlyMore)
        {
            throw TooFewRows(request, rows);
        }
    }

    private static CommandFault TooFewRows(LinkRequest request, int rows) => new(ExitCode.InputUnreadable, new Phrase(
        $"{string.Join("、", request.Files)}：共 {rows} 行，没有可比较的记录。",
        $"{string.Join(", ", request.Files)}: {rows} {(rows == 1 ? "row" : "rows")} in all; there is nothing to compare."));
}
