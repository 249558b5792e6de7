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
}
