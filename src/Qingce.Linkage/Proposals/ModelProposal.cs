using Qingce.Tables;

namespace Qingce.Linkage;

/// <summary>A model for tables that nobody has written one for, made by looking at their columns. The same tables give the same model.</summary>
/// <param name="Model">The model, not trained.</param>
/// <param name="IdColumn">The column of record ids; null when there is none and rows are to be numbered.</param>
/// <param name="Columns">What was seen of each column that all tables have, in their order.</param>
/// <param name="Notes">What was seen and chosen.</param>
public sealed record ModelProposal(LinkageModel Model, string? IdColumn, IReadOnlyList<ProposedColumn> Columns, IReadOnlyList<Wording> Notes)
{
    /// <summary>Looks at tables and proposes a model.</summary>
    /// <param name="sources">Names and files of the tables that are to be linked.</param>
    /// <param name="vocabulary">What the model may name; its proposers are asked before the general one.</param>
    /// <param name="options">What the proposal is for; null for the defaults.</param>
    /// <exception cref="LinkageModelException">There is no column to compare, or the id column is not there.</exception>
    /// <exception cref="TableFormatException">A file is no table, or damaged.</exception>
    public static ModelProposal Of(
        IReadOnlyList<(string Name, IReadOnlyList<string> Files)> sources, LinkageVocabulary vocabulary, ProposalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(vocabulary);
        options ??= new ProposalOptions();
        return new ModelDraft(TableSample.Of(sources, options.SampleRows), vocabulary, options).ToProposal();
    }
}
