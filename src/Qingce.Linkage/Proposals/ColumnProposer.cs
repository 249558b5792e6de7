namespace Qingce.Linkage;

/// <summary>
/// Recognises columns. A package for a language brings its own in its vocabulary; they are asked first, in order, and the general one last.
/// Stateless.
/// </summary>
public abstract class ColumnProposer
{
    /// <summary>How a column is to be compared.</summary>
    /// <param name="profile">What was seen of it.</param>
    /// <returns>Null when this proposer does not know it.</returns>
    public abstract ProposedColumn? Propose(ColumnProfile profile);

    /// <summary>Recognises columns that hold parts of one value, such as surname and given name: they are put together and then proposed as one column.</summary>
    /// <param name="profiles">What was seen of all columns.</param>
    /// <returns>Headers; each column in one pair at most. None when there are no such columns.</returns>
    public virtual IReadOnlyList<(string First, string Second)> Parts(IReadOnlyList<ColumnProfile> profiles) => [];

    /// <summary>What a level that this proposer brings is called in Chinese, for notes to a person.</summary>
    /// <param name="level">Its name in the model.</param>
    /// <returns>Null when it is none of this proposer's.</returns>
    public virtual string? LevelInChinese(string level) => null;

    /// <summary>Completes a model by what columns say together: comparisons across columns, and rules of a kind of table.</summary>
    /// <param name="model">The model as it was proposed column by column.</param>
    /// <param name="columns">All columns, those that are not compared included.</param>
    /// <returns>The model itself when there is nothing to add.</returns>
    public virtual LinkageModel Complete(LinkageModel model, IReadOnlyList<ProposedColumn> columns) => model;
}
