namespace Qingce.Linkage;

/// <summary>What is done with each pair that blocking brings together. One visitor a thread.</summary>
internal interface IPairVisitor<TRow>
    where TRow : unmanaged
{
    /// <summary>Takes a pair; the left row number is the smaller.</summary>
    void Visit(int left, int right, in TRow leftRow, in TRow rightRow);
}
