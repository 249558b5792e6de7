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
/// <param name="Notes">Signs of a bad fit, in words; empty when the model was not trained.</param>
/// <param name="HasPlainIds">Whether no id needs quotes or a guard in CSV.</param>
internal sealed record LinkBasis(LinkInputs Inputs, string? Id, LinkTable Table, Linker Linker, LinkageModel Model, IReadOnlyList<string> Notes, bool HasPlainIds)
{
    /// <summary>Patterns of the compared pairs as training counted them; null when the model was not trained.</summary>
    public PatternCounts? Candidates { get; init; }

    /// <summary>The words that models may use.</summary>
    public static LinkageVocabulary Vocabulary => ChineseWords.Vocabulary;

    /// <summary>Reads the files and the model, and trains it where that was asked for.</summary>
    /// <exception cref="CommandFault">The files, their ids or the model cannot be used.</exception>
    /// <exception cref="TableFormatException">A file cannot be read.</exception>
    public static LinkBasis Prepare(LinkRequest request, LinkStages stages, CancellationToken cancellation)
    {
        LinkInputs inputs = LinkInputs.Open(request.Files);
        inputs.Require(request.Id is null ? [] : [request.Id], "--id", "--id");
        inputs.Require(request.Truth is null ? [] : [request.Truth], "--truth", "--truth");
        string? id = request.Id;
        LinkageModel model;
        List<string> notes = [];
        if (request.ModelFile is { } path)
        {
            model = ModelFile.Read(path);
            ModelCheck.Require(path, model, inputs, Vocabulary);
        }
        else
        {
            ModelProposal proposal = stages.Run(LinkStage.Proposing, _ => Propose(inputs, request));
            (model, id) = (proposal.Model, proposal.IdColumn);
            notes.AddRange(proposal.Notes);
        }

        (LinkTable table, bool plain) = stages.Run(LinkStage.Reading, _ => Read(inputs, id, request, model.Columns!, cancellation));
        Linker linker = new(table, Vocabulary, new SearchOptions { Threads = request.Threads, AcrossSources = request.LinkOnly, MostPairs = request.MostPairs });
        PatternCounts? candidates = null;
        if (request.Train || (request.ModelFile is null && request.MayTrain))
        {
            TrainingResult trained = stages.Run(LinkStage.Training, _ => linker.Train(model, cancellation));
            (model, candidates) = (trained.Model, trained.Candidates);
            notes.AddRange(trained.Notes);
        }

        return new LinkBasis(inputs, id, table, linker, model, notes, plain) { Candidates = candidates };
    }

    private static ModelProposal Propose(LinkInputs inputs, LinkRequest request)
    {
        try
        {
            return ModelProposal.Of(inputs.Sources, Vocabulary, new ProposalOptions { IdColumn = request.Id, Ignored = request.Truth is null ? [] : [request.Truth] });
        }
        catch (LinkageModelException fault)
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                $"无法拟定模型：{fault.Message} 请用 --model 给出模型。", $"No model can be made for these files: {fault.Message} Give one with --model."));
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

        return table.Rows > 1 ? (table, plain) : throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
            $"{string.Join("、", request.Files)}：共 {table.Rows} 行，没有可比较的记录。", $"{string.Join(", ", request.Files)}: {table.Rows} rows in all; there is nothing to compare."));
    }
}
